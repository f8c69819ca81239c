import { Injectable } from '@nestjs/common';
import type { Language, MailFailure } from '@kring/contracts';
import { v7 as uuidv7 } from 'uuid';
import { PlatformService } from '../platform/platform.service.ts';
import { toMailFailure } from './mail-failure.ts';
import { renderMail } from './mail-templates.ts';
import { MailTransport, type LetterToSend } from './mail-transport.service.ts';

const waitMs = 25_000;

interface Probe {
  readonly to: string;
  readonly name: string;
  readonly language: Language;
}

/** Sends a mail while somebody waits, past the outbox, so that they see what the mail server says. */
@Injectable()
export class MailProbe {
  constructor(
    private readonly transport: MailTransport,
    private readonly platform: PlatformService,
  ) {}

  get isPossible(): boolean {
    return this.transport.isThere;
  }

  /** Ends within half a minute, whatever the mail server does. `took` is in milliseconds. */
  async send({ to, name, language }: Probe): Promise<{ failure: MailFailure | null; took: number }> {
    const mail = renderMail(language, 'mail-test', { name }, await this.platform.current());
    const begun = performance.now();
    const failure = await this.attempt({ id: uuidv7(), to, language, ...mail });
    return { failure, took: Math.round(performance.now() - begun) };
  }

  private async attempt(letter: LetterToSend): Promise<MailFailure | null> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(Object.assign(new Error(''), { code: 'ETIMEDOUT' })), waitMs);
    });
    try {
      await Promise.race([this.transport.send(letter), patience]);
      return null;
    } catch (error) {
      return toMailFailure(error);
    } finally {
      clearTimeout(timer);
    }
  }
}
