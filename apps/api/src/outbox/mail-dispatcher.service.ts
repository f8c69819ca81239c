import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { errorCodeOf } from '../common/error-code.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { MailComposers, type ReadyMail } from './mail-composers.service.ts';
import { toMailFailure } from './mail-failure.ts';
import { MailLinks } from './mail-links.service.ts';
import { MailTransport } from './mail-transport.service.ts';
import type { OutboxMailEntity } from './outbox-mail.entity.ts';
import { OutboxRepository } from './outbox.repository.ts';
import { withoutTokens } from './without-tokens.ts';

const pollMs = 1_000;
const mostAttempts = 8;
const firstDelaySeconds = 30;

/**
 * Takes mails from the outbox and hands them to the mail server, with growing pauses when it does not take them.
 * Without a mail server mails stay in the outbox; on a try-out their links are printed.
 */
@Injectable()
export class MailDispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Mail');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly mails: OutboxRepository,
    private readonly transport: MailTransport,
    private readonly composers: MailComposers,
    private readonly links: MailLinks,
  ) {}

  onApplicationBootstrap(): void {
    if (this.transport.isThere || !this.settings.isProduction) this.plan();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Handles what waits now; ends when nothing is due. */
  async dispatch(): Promise<void> {
    for (;;) {
      const mail = this.transport.isThere
        ? await this.mails.claimWaiting(firstDelaySeconds)
        : await this.mails.claimKept();
      if (!mail || this.isStopped) return;
      if (this.transport.isThere) await this.deliver(mail);
      else this.printLink(mail);
    }
  }

  private plan(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.running = this.dispatch()
        .catch((error: unknown) => this.logger.error({ err: error }, 'The outbox could not be read'))
        .finally(() => this.plan());
    }, pollMs);
    this.timer.unref();
  }

  private async deliver(mail: OutboxMailEntity): Promise<void> {
    try {
      const ready = await this.write(mail);
      if (!ready) return await this.mails.markDropped(mail.id);
      await this.transport.send({ id: mail.id, to: mail.recipient, ...ready });
    } catch (error) {
      const hasFailed = mail.attempts >= mostAttempts;
      this.logger.warn(
        { mailId: mail.id, attempts: mail.attempts, code: errorCodeOf(error) },
        hasFailed ? 'A mail could not be sent' : 'A mail could not be sent yet',
      );
      await this.mails.markNotSent(mail.id, hasFailed ? 'failed' : 'waiting', toMailFailure(error));
      return;
    }
    await this.mails.markSent(mail.id, withoutTokens(mail.body));
  }

  /** Null when there is nothing left to say: also when the link in it has stopped working while it waited. */
  private async write(mail: OutboxMailEntity): Promise<ReadyMail | null> {
    const { id, source, template, language, subject, body } = mail;
    if (source !== null) return this.composers.compose(template, source);
    return (await this.links.findDead([mail])).has(id)
      ? null
      : { language, subject, text: body, headers: {} };
  }

  private printLink({ body, template, recipient }: OutboxMailEntity): void {
    const link = /https?:\/\/\S+#token=\S+/.exec(body)?.[0];
    if (link) this.logger.warn(`No mail server is set. The link of "${template}" for ${recipient}: ${link}`);
  }
}
