import type { Language } from '@kring/contracts';
import { Injectable } from '@nestjs/common';
import { PlatformService } from '../platform/platform.service.ts';
import {
  lateMailTemplates,
  type LateMailHeaders,
  type LateMailTemplate,
  type MailComposer,
} from './late-mail.types.ts';
import { frameMail } from './mail-templates.ts';
import { requireOneLine } from './one-line.ts';

export interface ReadyMail {
  /** Null where it is not known. */
  readonly language: Language | null;
  readonly subject: string;
  readonly text: string;
  readonly headers: LateMailHeaders;
}

/**
 * Mails whose content may only be decided when they go out: by what the person may see at that moment. Until then the
 * outbox holds ids; what they said is not kept afterwards.
 */
@Injectable()
export class MailComposers {
  private readonly composers = new Map<LateMailTemplate, MailComposer>();

  constructor(private readonly platform: PlatformService) {}

  /** Called once, by the feature that writes these mails, when it starts. */
  composeWith(template: LateMailTemplate, composer: MailComposer): void {
    this.composers.set(template, composer);
  }

  /** Null when there is nothing left to say. */
  async compose(template: string, source: unknown): Promise<ReadyMail | null> {
    const known = lateMailTemplates.find((name) => name === template);
    const composer = known && this.composers.get(known);
    if (!composer) throw new Error(`Nobody writes the mail "${template}"`);
    const brand = await this.platform.current();
    const mail = await composer(source, brand);
    if (!mail) return null;
    const { language, name, lines, headers = {} } = mail;
    for (const value of Object.values(headers)) requireOneLine(String(value));
    return {
      language,
      subject: requireOneLine(mail.subject),
      text: frameMail(language, name, lines, brand),
      headers,
    };
  }
}
