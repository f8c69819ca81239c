import { Injectable, type OnModuleInit } from '@nestjs/common';
import { idSchema, instantSchema } from '@kring/contracts';
import { notificationPath } from '@kring/domain';
import { z } from 'zod';
import { Links } from '../identity/links.ts';
import { PeopleService } from '../identity/people.service.ts';
import type { LateMail } from '../outbox/late-mail.types.ts';
import { MailComposers } from '../outbox/mail-composers.service.ts';
import { NotificationClock } from './notification-clock.ts';
import {
  mostInMail,
  NotificationMailSelection,
  type MailSelection,
} from './notification-mail-selection.service.ts';
import { describeForMail, mailFooter, mailSubject, moreParagraph } from './notification-mail-words.ts';
import { NotificationTexts } from './notification-texts.service.ts';
import { UnsubscribeTokensRepository } from './unsubscribe-tokens.repository.ts';

const atOnceSource = z.object({ personId: idSchema, ids: z.array(idSchema) });
const digestSource = z.object({
  personId: idSchema,
  since: instantSchema.nullable(),
  until: instantSchema,
});

/** Writes mails about notifications at the moment they go out. */
@Injectable()
export class NotificationMailComposer implements OnModuleInit {
  constructor(
    private readonly composers: MailComposers,
    private readonly selection: NotificationMailSelection,
    private readonly texts: NotificationTexts,
    private readonly people: PeopleService,
    private readonly links: Links,
    private readonly tokens: UnsubscribeTokensRepository,
    private readonly clock: NotificationClock,
  ) {}

  onModuleInit(): void {
    this.composers.composeWith('notifications-now', (source, { name }) =>
      this.write({ topic: 'now', ...atOnceSource.parse(source) }, name),
    );
    this.composers.composeWith('notifications-digest', (source, { name }) => {
      const { personId, since, until } = digestSource.parse(source);
      const period = { since: since === null ? null : new Date(since), until: new Date(until) };
      return this.write({ topic: 'digest', personId, ...period }, name);
    });
  }

  private async write(selection: MailSelection, platform: string): Promise<LateMail | null> {
    const { personId, topic } = selection;
    const person = await this.people.findById(personId);
    const rows = await this.selection.list(selection);
    if (!person || rows.length === 0) return null;
    const { language, name } = person;
    const told = rows.slice(0, mostInMail);
    const texts = await this.texts.read(told.flatMap(({ commentIds }) => commentIds));
    const items = told.map((row) =>
      describeForMail(language, row, { texts, link: this.links.page(notificationPath(row)) }),
    );
    const more = rows.length > mostInMail ? [moreParagraph(language, this.links.page('/notifications'))] : [];
    const token = await this.tokens.issue(personId, topic, this.clock.now());
    const footer = mailFooter(language, topic, {
      choose: this.links.page('/me#notifications'),
      stop: this.links.unsubscribe(token),
    });
    return {
      language,
      name,
      subject: mailSubject(language, topic, { rows: told, platform }),
      lines: [...items, ...more, ...footer],
      headers: {
        'List-Unsubscribe': `<${this.links.oneClickUnsubscribe(token)}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    };
  }
}
