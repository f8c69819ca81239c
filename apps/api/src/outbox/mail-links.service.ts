import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { hashToken } from '../identity/secret-token.ts';
import type { OutboxMailEntity } from './outbox-mail.entity.ts';
import type { MailTemplate } from './mail-templates.ts';

/** Those of these tokens, as hashes in hex, that still work. */
type LinkChecker = (tokenHashes: readonly Buffer[], tx?: EntityManager) => Promise<ReadonlySet<string>>;

type MailWithLink = Pick<OutboxMailEntity, 'id' | 'template' | 'body'>;

/** Whether the links in mails still work, asked of the features whose links they are. */
@Injectable()
export class MailLinks {
  private readonly checkers = new Map<string, LinkChecker>();

  /** Called once, by the feature that sends links with these mails, when it starts. */
  checkWith(template: MailTemplate, checker: LinkChecker): void {
    this.checkers.set(template, checker);
  }

  /** The ids of mails whose link has expired, was used or taken back: sending one again would help nobody. */
  async findDead(mails: readonly MailWithLink[], tx?: EntityManager): Promise<ReadonlySet<string>> {
    const dead = new Set<string>();
    for (const [template, ofTemplate] of Map.groupBy(mails, (mail) => mail.template)) {
      const checker = this.checkers.get(template);
      const linked = ofTemplate.flatMap(({ id, body }) => {
        const token = tokenIn(body);
        return token === null ? [] : [{ id, hash: hashToken(token) }];
      });
      if (!checker || linked.length === 0) continue;
      const alive = await checker(
        linked.map(({ hash }) => hash),
        tx,
      );
      for (const { id, hash } of linked) if (!alive.has(hash.toString('hex'))) dead.add(id);
    }
    return dead;
  }
}

function tokenIn(body: string): string | null {
  return /#token=([\w-]{43})/.exec(body)?.[1] ?? null;
}
