import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.ts';

/** Addresses that stand in mails. A token is in the fragment: it reaches no server, proxy log or Referer. */
@Injectable()
export class Links {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  signIn(token: string): string {
    return `${this.settings.publicUrl}/sign-in#token=${token}`;
  }

  resetPassword(token: string): string {
    return `${this.settings.publicUrl}/reset-password#token=${token}`;
  }

  invite(token: string): string {
    return `${this.settings.publicUrl}/invite#token=${token}`;
  }

  unsubscribe(token: string): string {
    return `${this.settings.publicUrl}/unsubscribe#token=${token}`;
  }

  /** Mail programs post to it by themselves, so the token cannot be in the fragment. It switches off mails, nothing else. */
  oneClickUnsubscribe(token: string): string {
    return `${this.settings.publicUrl}/api/unsubscribe/one-click/${token}`;
  }

  /** A page of Kring, such as `/cops/werkplaats`. */
  page(path: `/${string}`): string {
    return `${this.settings.publicUrl}${path}`;
  }
}
