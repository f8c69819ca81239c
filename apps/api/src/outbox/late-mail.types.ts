import type { Language } from '@kring/contracts';
import type { MailBrand } from './mail-templates.ts';
import type { MailSource } from './outbox-mail.entity.ts';

/** What a mail says that is written when it is sent. */
export interface LateMail {
  readonly language: Language;
  /** Of whoever gets it; empty where it is not known. */
  readonly name: string;
  readonly subject: string;
  /** Paragraphs between the greeting and the signature. */
  readonly lines: readonly string[];
  readonly headers?: LateMailHeaders;
}

/** The only headers that a feature can give a mail. */
export interface LateMailHeaders {
  readonly 'List-Unsubscribe'?: string;
  readonly 'List-Unsubscribe-Post'?: string;
}

export const lateMailTemplates = ['notifications-now', 'notifications-digest'] as const;
export type LateMailTemplate = (typeof lateMailTemplates)[number];

/** Null when there is nothing left to say. */
export type MailComposer = (source: unknown, brand: MailBrand) => Promise<LateMail | null>;

export interface LateMailOrder {
  readonly to: string;
  readonly template: LateMailTemplate;
  /** Stands in the outbox until the mail is written; says nothing that not everybody may read. */
  readonly subject: string;
  /** Ids from which the mail is written. */
  readonly source: MailSource;
}
