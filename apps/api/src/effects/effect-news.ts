import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.ts';
import { NotificationsService } from '../notifications/notifications.service.ts';
import { EffectsRepository } from './effects.repository.ts';

type Teller = Pick<Actor, 'personId'>;

/** A group fills in and reveals cell by cell: within this time it is one piece of news. */
const quietMs = 60 * 60_000;

/** Tells people of the effect matrix: that there is something to fill in, and that there is something to see. */
@Injectable()
export class EffectNews {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly effects: EffectsRepository,
  ) {}

  /** A round has begun, so nobody has filled in anything in it yet. */
  async tellOpened(tx: EntityManager, actor: Teller, caseId: string): Promise<void> {
    await this.ask(tx, actor, caseId, 'all');
  }

  /** Asks those who have filled in nothing yet; false when there was nobody to ask. */
  async askAgain(tx: EntityManager, actor: Teller, caseId: string): Promise<boolean> {
    return (await this.ask(tx, actor, caseId, 'not-filled')).length > 0;
  }

  /** Whoever takes part follows the case, and is not asked any more. */
  async tookPart(tx: EntityManager, { personId }: Teller, caseId: string): Promise<void> {
    await this.notifications.beginFollowing(tx, [personId], 'case', caseId);
    await this.notifications.settle(tx, 'matrix-asked', { caseId }, [personId]);
  }

  async tellRevealed(tx: EntityManager, actor: Teller, caseId: string): Promise<void> {
    const stamp = await this.effects.readStamp(caseId, tx);
    if (!stamp?.isOpen) await this.notifications.settle(tx, 'matrix-asked', { caseId });
    const about = { caseId };
    await this.notifications.tell(tx, {
      kind: 'matrix-revealed',
      actor,
      recipients: 'followers',
      about,
      quietMs,
    });
  }

  private async ask(
    tx: EntityManager,
    actor: Teller,
    caseId: string,
    whom: 'all' | 'not-filled',
  ): Promise<string[]> {
    const recipients = await this.effects.listAble(tx, caseId, whom);
    return this.notifications.tell(tx, {
      kind: 'matrix-asked',
      actor,
      recipients,
      about: { caseId },
      quietMs,
    });
  }
}
