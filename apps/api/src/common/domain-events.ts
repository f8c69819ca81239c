import { Injectable, Logger } from '@nestjs/common';

/** What somebody's access changed for: everything in a CoP or case, one note, or everything of one person. */
export type AccessScope =
  | { readonly copId: string }
  | { readonly caseId: string }
  | { readonly noteId: string }
  | { readonly personId: string };

/** What features tell each other after the transaction that made it true has committed. */
export type DomainEvent =
  | { readonly type: 'access-changed'; readonly scope: AccessScope }
  | {
      readonly type: 'login-session-ended';
      readonly loginSessionIds: readonly string[];
      readonly personId: string;
    }
  | { readonly type: 'person-changed'; readonly personId: string }
  /** Something beside the text of a note changed. */
  | { readonly type: 'note-touched'; readonly noteId: string; readonly topic: 'comments' | 'versions' }
  /** Updates of these live texts are on disk. A hint: another process does not hear of it. */
  | { readonly type: 'documents-written'; readonly documentIds: readonly string[] }
  /**
   * What a note says now, up to `seq`, can be had from `SettledTexts`; these people wrote in it since it was told last.
   * A hint as well: who must miss nothing compares its own number with `settled_documents.seq` at times.
   */
  | {
      readonly type: 'document-settled';
      readonly documentId: string;
      readonly noteId: string;
      readonly seq: number;
      readonly personIds: readonly string[];
    };

export type DomainEventOf<K extends DomainEvent['type']> = Extract<DomainEvent, { type: K }>;

const travelling = ['access-changed', 'login-session-ended', 'person-changed', 'note-touched'] as const;
/** What other processes hear of as well: they end or look at what is open there. */
export type TravellingEvent = DomainEventOf<(typeof travelling)[number]>;
type Handler = (event: DomainEvent) => void | Promise<void>;

/** Carries domain events to whoever listens. A listener that fails is logged and hinders nobody else. */
@Injectable()
export class DomainEvents {
  private readonly logger = new Logger(DomainEvents.name);
  private readonly handlers = new Map<DomainEvent['type'], Set<Handler>>();

  private carry: (event: TravellingEvent) => void = () => undefined;

  publish(event: DomainEvent): void {
    this.receive(event);
    if (isTravelling(event)) this.carry(event);
  }

  /** `carry` brings what is published here to the other processes. */
  onPublish(carry: (event: TravellingEvent) => void): void {
    this.carry = carry;
  }

  /** It was published here, or in another process. */
  receive(event: DomainEvent): void {
    for (const handler of this.handlers.get(event.type) ?? []) void this.deliver(handler, event);
  }

  /** Returns the function that stops listening. */
  on<K extends DomainEvent['type']>(
    type: K,
    handler: (event: DomainEventOf<K>) => void | Promise<void>,
  ): () => void {
    const handlers = this.handlers.get(type) ?? new Set<Handler>();
    this.handlers.set(type, handlers);
    const guarded: Handler = (event) => (isOfType(event, type) ? handler(event) : undefined);
    handlers.add(guarded);
    return () => void handlers.delete(guarded);
  }

  private async deliver(handler: Handler, event: DomainEvent): Promise<void> {
    try {
      await handler(event);
    } catch (error) {
      this.logger.error({ err: error, event: event.type }, 'A listener failed on a domain event');
    }
  }
}

function isTravelling(event: DomainEvent): event is TravellingEvent {
  return (travelling as readonly string[]).includes(event.type);
}

function isOfType<K extends DomainEvent['type']>(event: DomainEvent, type: K): event is DomainEventOf<K> {
  return event.type === type;
}
