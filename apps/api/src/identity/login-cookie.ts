import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { SETTINGS, type Settings } from '../config/settings.ts';

/** The cookie of a sign-in: the only thing that Kring keeps in a browser to know who somebody is. */
@Injectable()
export class LoginCookie {
  readonly name: string;
  private readonly isSecure: boolean;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.isSecure = settings.publicUrl.startsWith('https:');
    // Browsers take the __Host- prefix from secure origins only.
    this.name = this.isSecure ? '__Host-kring' : 'kring';
  }

  write(response: Response, token: string, expiresAt: Date): void {
    response.cookie(this.name, token, { ...this.attributes(), expires: expiresAt });
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.attributes());
  }

  /** The token in a Cookie header. A name that stands there twice was put there by somebody else: null. */
  read(cookieHeader: string | undefined): string | null {
    const prefix = `${this.name}=`;
    const values = (cookieHeader ?? '')
      .split(';')
      .map((pair) => pair.trim())
      .filter((pair) => pair.startsWith(prefix));
    const [value, ...others] = values;
    return value !== undefined && others.length === 0 ? value.slice(prefix.length) : null;
  }

  private attributes() {
    return { httpOnly: true, secure: this.isSecure, sameSite: 'lax', path: '/' } as const;
  }
}
