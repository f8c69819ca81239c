import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Language } from '@kring/contracts';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { PlatformService } from '../platform/platform.service.ts';
import type { LateMailHeaders } from './late-mail.types.ts';
import { mailHtml } from './mail-html.ts';

const waitMs = 20_000;

export interface LetterToSend {
  readonly id: string;
  readonly to: string;
  /** Null where it is not known. */
  readonly language: Language | null;
  readonly subject: string;
  readonly text: string;
  readonly headers?: LateMailHeaders;
}

/** The mail server of this installation, where there is one. */
@Injectable()
export class MailTransport implements BeforeApplicationShutdown {
  private readonly transport: Transporter | undefined;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly platform: PlatformService,
  ) {
    if (!settings.smtpUrl) return;
    const patience = { connectionTimeout: waitMs, greetingTimeout: waitMs, socketTimeout: waitMs };
    this.transport = createTransport({ url: settings.smtpUrl, ...patience }, { from: settings.mailFrom });
  }

  get isThere(): boolean {
    return this.transport !== undefined;
  }

  beforeApplicationShutdown(): void {
    this.transport?.close();
  }

  /** Resolves once the mail server has taken it; rejects with what it said. */
  async send({ id, to, language, subject, text, headers }: LetterToSend): Promise<void> {
    if (!this.transport) throw new Error('There is no mail server');
    const host = new URL(this.settings.publicUrl).hostname;
    await this.transport.sendMail({
      // The same each time: a mail server or reader can tell that a second try is the same mail.
      messageId: `<${id}@${host}>`,
      to: { name: '', address: to },
      subject,
      text,
      ...(await this.withLogo(text, language, host)),
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(language && { 'Content-Language': language }),
        ...headers,
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** The same words as HTML below the logo, where there is one: it travels along, so that reading asks nobody for it. */
  private async withLogo(
    text: string,
    language: Language | null,
    host: string,
  ): Promise<Pick<SendMailOptions, 'html' | 'attachments'>> {
    const logo = await this.platform.logo();
    if (!logo) return {};
    const cid = `logo@${host}`;
    const { name } = await this.platform.current();
    return {
      html: mailHtml(text, { name, cid, language }),
      attachments: [
        {
          cid,
          content: logo.bytes,
          contentType: logo.mediaType,
          contentDisposition: 'inline',
          filename: `logo.${logo.mediaType.replace('image/', '')}`,
        },
      ],
    };
  }
}
