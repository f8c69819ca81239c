import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotificationTexts } from '../notifications/notification-texts.service.ts';
import type { NotificationText } from '../notifications/notification.types.ts';

const longest = 400;

/** Lets notifications and their mails show what a comment says, for as long as it is there. */
@Injectable()
export class CommentTexts implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly texts: NotificationTexts,
  ) {}

  onModuleInit(): void {
    this.texts.readCommentsWith((ids) => this.read(ids));
  }

  /** Names of people stand in their places; a removed comment says nothing. */
  private async read(commentIds: readonly string[]): Promise<ReadonlyMap<string, NotificationText>> {
    const rows = await this.dataSource.query<(NotificationText & { id: string })[]>(
      `SELECT c.id, left(coalesce(t.quote, ''), ${longest}) AS quote,
              left(coalesce((SELECT string_agg(coalesce(part.value ->> 'text', '@' || p.name, ''), '' ORDER BY part.place)
                          FROM jsonb_array_elements(c.body) WITH ORDINALITY AS part (value, place)
                          LEFT JOIN people p ON p.id = (part.value ->> 'personId')::uuid), ''), ${longest}) AS excerpt
         FROM comments c JOIN comment_threads t ON t.id = c.thread_id
        WHERE c.id = ANY($1::uuid[]) AND c.removed_at IS NULL`,
      [commentIds],
    );
    return new Map(rows.map(({ id, ...text }) => [id, text]));
  }
}
