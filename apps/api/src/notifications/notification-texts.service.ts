import { Injectable } from '@nestjs/common';
import type { NotificationText } from './notification.types.ts';

/** Looks up what comments say now; what has been deleted is missing from the answer. */
type CommentReader = (commentIds: readonly string[]) => Promise<ReadonlyMap<string, NotificationText>>;

/**
 * What comments say, from the feature that keeps them: nothing of it is copied here, so what is deleted is gone here too.
 * Asked only for comments in what the reader may see.
 */
@Injectable()
export class NotificationTexts {
  private reader: CommentReader = () => Promise.resolve(new Map());

  /** Called once, by the feature that keeps comments, when it starts. */
  readCommentsWith(reader: CommentReader): void {
    this.reader = reader;
  }

  async read(commentIds: readonly string[]): Promise<ReadonlyMap<string, NotificationText>> {
    return commentIds.length === 0 ? new Map() : this.reader([...new Set(commentIds)]);
  }
}
