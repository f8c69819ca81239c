import type { INestApplicationContext } from '@nestjs/common';
import type {
  CaseStatus,
  CaseTheme,
  CaseVisibility,
  CopRole,
  FrameworkId,
  PlatformRole,
} from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CasesService } from '../cases/cases.service.ts';
import { CopMembersService } from '../cops/cop-members.service.ts';
import { CopsService } from '../cops/cops.service.ts';
import { CommentThreadsService } from '../comments/comment-threads.service.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { EffectsService } from '../effects/effects.service.ts';
import { NotesService } from '../notes/notes.service.ts';
import { createSignedInPerson, type SignedInTestPerson } from './person.ts';

interface NewTestCase {
  readonly holderId: string;
  readonly visibility?: CaseVisibility;
  readonly status?: CaseStatus;
  readonly title?: string;
  readonly region?: string;
  readonly themes?: CaseTheme[];
}

export interface TestThread {
  readonly threadId: string;
  readonly commentId: string;
}

let counter = 0;

/** Makes CoPs, members, cases and notes, past the doors. */
export class TestCommunity {
  readonly #app: INestApplicationContext;

  constructor(app: INestApplicationContext) {
    this.#app = app;
  }

  async addPerson(platformRole: PlatformRole = 'member'): Promise<SignedInTestPerson> {
    return createSignedInPerson(this.#app, { platformRole });
  }

  async addCop(): Promise<{ id: string; slug: string; name: string }> {
    counter += 1;
    const charter = { purpose: '', audience: '', workingAgreements: '' };
    return this.#run((tx) =>
      this.#app.get(CopsService).add(tx, {
        name: `CoP ${process.pid} ${counter}`,
        question: 'Hoe?',
        coordinatorId: null,
        charter,
      }),
    );
  }

  async admit(copId: string, personId: string, role: CopRole): Promise<void> {
    await this.#app
      .get(TransactionRunner)
      .run((tx, after) =>
        this.#app.get(CopMembersService).admit(tx, after, { actor: { personId }, copId, personId, role }),
      );
  }

  /** A new person with a role in a CoP. */
  async addMember(copId: string, role: CopRole): Promise<SignedInTestPerson> {
    const person = await this.addPerson();
    await this.admit(copId, person.personId, role);
    return person;
  }

  async addCase(copId: string, { holderId, ...facts }: NewTestCase): Promise<string> {
    counter += 1;
    return this.#run((tx) =>
      this.#app.get(CasesService).add(tx, {
        copId,
        holderId,
        createdById: holderId,
        title: `Casus ${counter}`,
        question: 'Waarom?',
        region: '',
        visibility: 'cop',
        status: 'active',
        ...facts,
      }),
    );
  }

  async addNote(caseId: string, personId: string): Promise<string> {
    counter += 1;
    return this.#run((tx) =>
      this.#app.get(NotesService).createIn(tx, { caseId, personId, title: `Notitie ${counter}` }),
    );
  }

  /** An effect matrix with its zero option. */
  async addEffects(
    caseId: string,
    createdById: string,
    frameworkId: FrameworkId = 'klavervier-4',
  ): Promise<{ matrixId: string; zeroId: string }> {
    const theory = { condition: '', consequence: '', reason: '' };
    return this.#run((tx) =>
      this.#app
        .get(EffectsService)
        .addMatrix(tx, { caseId, frameworkId, createdById, zero: { title: 'Niets', theory } }),
    );
  }

  /** A thread with one comment; about the whole note. */
  async addThread(noteId: string, personId: string, text = 'Klopt dit?'): Promise<TestThread> {
    const { id, commentId } = await this.#run((tx) =>
      this.#app.get(CommentThreadsService).add(tx, noteId, personId, {
        requestId: uuidv7(),
        kind: 'question',
        anchor: null,
        body: [{ type: 'text', text }],
      }),
    );
    return { threadId: id, commentId };
  }

  #run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.#app.get(TransactionRunner).run(work);
  }
}
