import type { CaseFacts, CommentFacts, NoteFacts, Principal, ThreadFacts } from '@kring/domain';
import { anonymous } from '@kring/domain';
import { TestCommunity } from './community.ts';
import type { SignedInTestPerson } from './person.ts';
import type { TestApp } from './test-app.ts';

export interface Asker {
  readonly principal: Principal;
  readonly person: SignedInTestPerson | null;
}
export interface WorldCase {
  readonly id: string;
  readonly facts: CaseFacts;
  readonly notes: readonly WorldNote[];
}
export interface WorldNote {
  readonly id: string;
  readonly facts: NoteFacts;
  readonly threads: readonly WorldThread[];
}
/** A thread with its one comment. */
export interface WorldThread {
  readonly id: string;
  readonly facts: ThreadFacts;
  readonly commentId: string;
  readonly commentFacts: CommentFacts;
}

/** Everybody and everything that the permission matrix is about: CoP "here" in every state, seen by every kind of person. */
export interface PermissionWorld {
  readonly askers: Readonly<Record<string, Asker>>;
  readonly here: { readonly id: string; readonly slug: string };
  readonly elsewhere: { readonly id: string; readonly slug: string };
  readonly cases: Readonly<Record<string, WorldCase>>;
  readonly observerId: string;
  readonly facilitatorId: string;
}

type Changes = Partial<Pick<CaseFacts, 'visibility' | 'status' | 'isArchived'>> & { isHolderGone?: boolean };

const states: Readonly<Record<string, Changes>> = {
  private: { visibility: 'private' },
  cop: { visibility: 'cop' },
  'all-cops': { visibility: 'all-cops' },
  network: { visibility: 'network' },
  'private, holder gone': { visibility: 'private', isHolderGone: true },
  'cop, holder gone': { visibility: 'cop', isHolderGone: true },
  'cop, exploring': { status: 'exploring' },
  'cop, concluded': { status: 'concluded' },
  'network, archived': { visibility: 'network', isArchived: true },
  'private, archived': { visibility: 'private', isArchived: true },
};

export async function createPermissionWorld(server: TestApp): Promise<PermissionWorld> {
  const community = new TestCommunity(server.app);
  const here = await community.addCop();
  const elsewhere = await community.addCop();
  const people = {
    outsider: await community.addPerson(),
    elsewhere: await community.addMember(elsewhere.id, 'facilitator'),
    observer: await community.addMember(here.id, 'observer'),
    commenter: await community.addMember(here.id, 'commenter'),
    participant: await community.addMember(here.id, 'participant'),
    author: await community.addMember(here.id, 'participant'),
    facilitator: await community.addMember(here.id, 'facilitator'),
    holder: await community.addMember(here.id, 'participant'),
    'lapsed holder': await community.addMember(here.id, 'observer'),
    removed: await community.addMember(here.id, 'participant'),
    administrator: await community.addPerson('administrator'),
    auditor: await community.addPerson('auditor'),
  };
  await server.query('DELETE FROM cop_members WHERE cop_id = $1 AND person_id = $2', [
    here.id,
    people.removed.personId,
  ]);
  const askers: Record<string, Asker> = { anonymous: { principal: anonymous, person: null } };
  for (const [name, person] of Object.entries(people)) {
    askers[name] = { person, principal: await readPrincipal(server, person.personId) };
  }
  const cases: Record<string, WorldCase> = {};
  for (const [name, changes] of Object.entries(states)) {
    const holderId = people[changes.isHolderGone ? 'lapsed holder' : 'holder'].personId;
    cases[name] = await addCase(server, community, {
      copId: here.id,
      holderId,
      authorId: people.author.personId,
      changes,
    });
  }
  return {
    askers,
    here,
    elsewhere,
    cases,
    observerId: people.observer.personId,
    facilitatorId: people.facilitator.personId,
  };
}

async function addCase(
  server: TestApp,
  community: TestCommunity,
  {
    copId,
    holderId,
    authorId,
    changes,
  }: { copId: string; holderId: string; authorId: string; changes: Changes },
): Promise<WorldCase> {
  const { isHolderGone = false, isArchived = false, visibility = 'cop', status = 'active' } = changes;
  const id = await community.addCase(copId, { holderId, visibility, status });
  const facts: CaseFacts = {
    kind: 'case',
    copId,
    holderId,
    isHolderActive: !isHolderGone,
    visibility,
    status,
    isArchived,
  };
  const [openId, archivedId] = [await community.addNote(id, authorId), await community.addNote(id, authorId)];
  await server.query('UPDATE notes SET archived_at = now() WHERE id = $1', [archivedId]);
  if (isArchived) await server.query('UPDATE cases SET archived_at = now() WHERE id = $1', [id]);
  const note = { kind: 'note', case: facts, createdById: authorId } as const;
  const addNote = async (noteId: string, noteFacts: NoteFacts, threads: boolean[]): Promise<WorldNote> => ({
    id: noteId,
    facts: noteFacts,
    threads: await Promise.all(
      threads.map((isOver) => addThread(server, community, noteId, noteFacts, isOver)),
    ),
  });
  return {
    id,
    facts,
    notes: [
      await addNote(openId, { ...note, isArchived: false }, [false, true]),
      await addNote(archivedId, { ...note, isArchived: true }, [false]),
    ],
  };
}

/** By whoever made the note. `isOver`: resolved, and what was said in it removed. */
async function addThread(
  server: TestApp,
  community: TestCommunity,
  noteId: string,
  note: NoteFacts,
  isOver: boolean,
): Promise<WorldThread> {
  const { createdById } = note;
  const { threadId, commentId } = await community.addThread(noteId, createdById);
  if (isOver) {
    await server.query('UPDATE comment_threads SET resolved_at = now(), resolved_by_id = $2 WHERE id = $1', [
      threadId,
      createdById,
    ]);
    await server.query('UPDATE comments SET removed_at = now(), removed_by_id = $2 WHERE id = $1', [
      commentId,
      createdById,
    ]);
  }
  return {
    id: threadId,
    facts: { kind: 'thread', note, createdById, isResolved: isOver },
    commentId,
    commentFacts: { kind: 'comment', note, createdById, isRemoved: isOver },
  };
}

async function readPrincipal(server: TestApp, personId: string): Promise<Principal> {
  const [person] = await server.query<Pick<Principal & { kind: 'person' }, 'platformRole' | 'memberships'>>(
    `SELECT platform_role AS "platformRole",
            coalesce((SELECT json_agg(json_build_object('copId', m.cop_id, 'role', m.role))
                        FROM cop_members m WHERE m.person_id = p.id), '[]'::json) AS memberships
       FROM people p WHERE id = $1`,
    [personId],
  );
  if (!person) throw new Error('Nobody there');
  return { kind: 'person', personId, ...person };
}
