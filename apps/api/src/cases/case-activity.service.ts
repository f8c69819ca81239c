import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DomainEvents } from '../common/domain-events.ts';
import { CasesRepository } from './cases.repository.ts';

/**
 * Work in its notes is a change of a case: lists are ordered by it, and people look there for where something happens.
 * An event that is lost makes a case look older than it is, until somebody writes in it again.
 */
@Injectable()
export class CaseActivity implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly events: DomainEvents,
    private readonly cases: CasesRepository,
  ) {}

  onApplicationBootstrap(): void {
    this.stopListening = this.events.on('document-settled', ({ noteId }) => this.cases.touch(noteId));
  }

  beforeApplicationShutdown(): void {
    this.stopListening();
  }
}
