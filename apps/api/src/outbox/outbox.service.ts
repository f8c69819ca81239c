import { Inject, Injectable } from '@nestjs/common';
import { emailSchema, type Language, type OutboxMail, type PageOf } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { cursorParts, readCursor, toPage } from '../common/cursor.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { PlatformService } from '../platform/platform.service.ts';
import type { LateMailOrder } from './late-mail.types.ts';
import { MailLinks } from './mail-links.service.ts';
import { renderMail, type MailData, type MailTemplate } from './mail-templates.ts';
import { requireOneLine } from './one-line.ts';
import { OutboxMailEntity } from './outbox-mail.entity.ts';
import { toOutboxMail } from './outbox.mapper.ts';
import { OutboxRepository } from './outbox.repository.ts';

const pageSize = 50;
/** Ids are in order of time. */
const cursorSchema = z.tuple([cursorParts.id]);

export interface MailOrder<K extends MailTemplate> {
  readonly to: string;
  readonly language: Language;
  readonly template: K;
  readonly data: MailData[K];
}

/** Takes mails to send, in the transaction of the act they tell about: no act without its mail, no mail without its act. */
@Injectable()
export class OutboxService {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly mails: OutboxRepository,
    private readonly links: MailLinks,
    private readonly platform: PlatformService,
  ) {}

  /** Newest first. */
  async list(cursor: string | undefined): Promise<PageOf<OutboxMail>> {
    const [before] = readCursor(cursor, cursorSchema) ?? [];
    const found = await this.mails.list(before, pageSize + 1);
    const dead = await this.links.findDead(found.filter(({ state }) => state !== 'sent'));
    const hasServer = this.settings.smtpUrl !== undefined;
    return toPage(found, pageSize, {
      item: (mail) => toOutboxMail(mail, { isOutdated: dead.has(mail.id), hasServer }),
      cursor: ({ id }) => [id],
    });
  }

  async send<K extends MailTemplate>(tx: EntityManager, order: MailOrder<K>): Promise<void> {
    const { subject, text } = renderMail(
      order.language,
      order.template,
      order.data,
      await this.platform.current(tx),
    );
    await tx.insert(OutboxMailEntity, {
      id: uuidv7(),
      recipient: emailSchema.parse(order.to),
      template: order.template,
      language: order.language,
      subject: requireOneLine(subject),
      body: text,
      state: this.state,
    });
  }

  /** Takes a mail that is written when it goes out, by what its recipient may see then; see `MailComposers`. */
  async sendLate(tx: EntityManager, { to, template, subject, source }: LateMailOrder): Promise<void> {
    await tx.insert(OutboxMailEntity, {
      id: uuidv7(),
      recipient: emailSchema.parse(to),
      template,
      subject: requireOneLine(subject),
      body: '',
      source,
      state: this.state,
    });
  }

  private get state(): 'waiting' | 'kept' {
    return this.settings.smtpUrl ? 'waiting' : 'kept';
  }
}
