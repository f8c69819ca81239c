import { Injectable } from '@nestjs/common';
import type { BodyPartInput } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.ts';
import { NotificationsService } from '../notifications/notifications.service.ts';
import { CommentsRepository } from './comments.repository.ts';
import { mentionedIn } from './mentions.service.ts';

interface Said {
  readonly actor: Pick<Actor, 'personId'>;
  readonly noteId: string;
  readonly threadId: string;
  readonly commentId: string;
  readonly body: readonly BodyPartInput[];
}

/** Tells people what was said, each of them once: first who is meant by name, then who takes part, then who follows. */
@Injectable()
export class CommentNews {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly comments: CommentsRepository,
  ) {}

  async tellSaid(tx: EntityManager, said: Said): Promise<void> {
    const mentioned = await this.tellMentioned(tx, said, mentionedIn(said.body));
    const partners = (await this.comments.listPeopleOfThread(tx, said.threadId)).filter(
      (id) => !mentioned.includes(id),
    );
    const answered = await this.tell(tx, said, 'comment-reply', partners);
    await this.tell(tx, said, 'comment-added', 'followers', [...mentioned, ...answered]);
  }

  /** Who is named only after a change hears of it too. */
  async tellEdited(tx: EntityManager, said: Said, before: readonly BodyPartInput[]): Promise<void> {
    const known = mentionedIn(before);
    await this.tellMentioned(
      tx,
      said,
      mentionedIn(said.body).filter((id) => !known.includes(id)),
    );
  }

  async tellResolved(tx: EntityManager, done: Omit<Said, 'commentId' | 'body'>): Promise<void> {
    const { actor, noteId, threadId } = done;
    const about = { noteId, threadId };
    const recipients = await this.comments.listPeopleOfThread(tx, threadId);
    const told = await this.notifications.tell(tx, { kind: 'comment-resolved', actor, recipients, about });
    const followers = { kind: 'comment-resolved', recipients: 'followers', except: told } as const;
    await this.notifications.tell(tx, { ...followers, actor, about });
  }

  private tellMentioned(tx: EntityManager, said: Said, recipients: readonly string[]): Promise<string[]> {
    return this.tell(tx, said, 'comment-mention', recipients);
  }

  private async tell(
    tx: EntityManager,
    { actor, noteId, threadId, commentId }: Said,
    kind: 'comment-mention' | 'comment-reply' | 'comment-added',
    recipients: readonly string[] | 'followers',
    except: readonly string[] = [],
  ): Promise<string[]> {
    if (recipients.length === 0) return [];
    const about = { noteId, threadId };
    return this.notifications.tell(tx, {
      kind,
      actor,
      recipients,
      except,
      about,
      commentId,
      eventKey: commentId,
    });
  }
}
