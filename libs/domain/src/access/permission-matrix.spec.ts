import { actions, caseVisibilities, type CopRole, type PlatformRole } from '@kring/contracts';
import { describe, expect, it } from '@jest/globals';
import { abilities, noteReadOnlyReason } from './can.ts';
import {
  platform,
  type CaseFacts,
  type CommentFacts,
  type Facts,
  type NoteFacts,
  type ThreadFacts,
} from './facts.ts';
import { ruleOf } from './policy.ts';
import { anonymous, type Principal } from './principal.ts';

const here = 'cop-here';
const elsewhere = 'cop-elsewhere';

function person(
  personId: string,
  memberships: Record<string, CopRole>,
  platformRole: PlatformRole = 'member',
): Principal {
  return {
    kind: 'person',
    personId,
    platformRole,
    memberships: Object.entries(memberships).map(([copId, role]) => ({ copId, role })),
  };
}

const principals: Record<string, Principal> = {
  anonymous,
  outsider: person('outsider', {}),
  elsewhere: person('elsewhere', { [elsewhere]: 'facilitator' }),
  observer: person('observer', { [here]: 'observer' }),
  commenter: person('commenter', { [here]: 'commenter' }),
  participant: person('participant', { [here]: 'participant' }),
  author: person('author', { [here]: 'participant' }),
  talker: person('talker', { [here]: 'commenter' }),
  facilitator: person('facilitator', { [here]: 'facilitator' }),
  holder: person('holder', { [here]: 'participant' }),
  administrator: person('administrator', {}, 'administrator'),
  auditor: person('auditor', {}, 'auditor'),
};

const openCase: CaseFacts = {
  kind: 'case',
  copId: here,
  holderId: 'holder',
  isHolderActive: true,
  visibility: 'cop',
  status: 'active',
  isArchived: false,
};
const note = (ofCase: CaseFacts, isArchived = false): NoteFacts => ({
  kind: 'note',
  case: ofCase,
  createdById: 'author',
  isArchived,
});

const thread = (ofNote: NoteFacts, isResolved = false): ThreadFacts => ({
  kind: 'thread',
  note: ofNote,
  createdById: 'talker',
  isResolved,
});
const comment = (ofNote: NoteFacts, isRemoved = false): CommentFacts => ({
  kind: 'comment',
  note: ofNote,
  createdById: 'talker',
  isRemoved,
});

const caseStates: Record<string, CaseFacts> = {
  ...Object.fromEntries(caseVisibilities.map((visibility) => [visibility, { ...openCase, visibility }])),
  'private, holder gone': { ...openCase, visibility: 'private', holderId: 'gone', isHolderActive: false },
  'cop, holder gone': { ...openCase, holderId: 'gone', isHolderActive: false },
  'cop, concluded': { ...openCase, status: 'concluded' },
  'cop, archived': { ...openCase, isArchived: true },
  'private, archived': { ...openCase, visibility: 'private', isArchived: true },
};

const tables: Record<string, Record<string, Facts>> = {
  platform: { '-': platform },
  cop: { '-': { kind: 'cop', copId: here } },
  person: {
    'in this CoP': { kind: 'person', personId: 'participant', copIds: [here], isDisabled: false },
    'in this CoP, disabled': { kind: 'person', personId: 'participant', copIds: [here], isDisabled: true },
    'in no CoP': { kind: 'person', personId: 'outsider', copIds: [], isDisabled: false },
  },
  'learning-question': {
    open: { kind: 'learning-question', copId: here, isClosed: false },
    closed: { kind: 'learning-question', copId: here, isClosed: true },
  },
  'library-item': {
    "of the participant 'author'": { kind: 'library-item', copId: here, createdById: 'author' },
    "of the commenter 'talker', a participant before": {
      kind: 'library-item',
      copId: here,
      createdById: 'talker',
    },
  },
  case: caseStates,
  note: {
    ...Object.fromEntries(
      Object.entries(caseStates).map(([state, facts]) => [`in case: ${state}`, note(facts)]),
    ),
    'archived, in case: cop': note(openCase, true),
  },
  thread: {
    'open, in case: cop': thread(note(openCase)),
    'resolved, in case: cop': thread(note(openCase), true),
    'open, in case: private': thread(note({ ...openCase, visibility: 'private' })),
    'open, in case: network': thread(note({ ...openCase, visibility: 'network' })),
    'open, in case: cop, concluded': thread(note({ ...openCase, status: 'concluded' })),
    'open, in archived note': thread(note(openCase, true)),
    'open, in case: cop, archived': thread(note({ ...openCase, isArchived: true })),
  },
  comment: {
    'in case: cop': comment(note(openCase)),
    'removed, in case: cop': comment(note(openCase), true),
    'in case: private': comment(note({ ...openCase, visibility: 'private' })),
    'in case: network': comment(note({ ...openCase, visibility: 'network' })),
    'in archived note': comment(note(openCase, true)),
    'in case: cop, archived': comment(note({ ...openCase, isArchived: true })),
  },
};

/** One row per kind of person, one column per action; the diff of this text is the security review of a change. */
function toTable(facts: Facts): string {
  const columns = actions.filter((action) => ruleOf(action).on === facts.kind);
  const rows = Object.entries(principals).map(([name, principal]) => {
    const mayDo = abilities(principal, facts);
    return [name, ...columns.map((action) => (mayDo.includes(action) ? 'yes' : '-'))];
  });
  const header = [
    '',
    ...columns.map((action) =>
      action.startsWith(`${facts.kind}.`) ? action.slice(facts.kind.length + 1) : action,
    ),
  ];
  const widths = header.map((_, at) => Math.max(...[header, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (cells: string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [
    line(header),
    `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
    ...rows.map(line),
  ].join('\n');
}

describe('permission matrix', () => {
  for (const [kind, states] of Object.entries(tables)) {
    it(`shows who may do what to a ${kind} in each state`, () => {
      const text = Object.entries(states).map(([state, facts]) => `${kind}: ${state}\n\n${toTable(facts)}`);
      expect(`\n${text.join('\n\n')}\n`).toMatchSnapshot();
    });
  }

  it('shows why a note cannot be written in', () => {
    const rows = Object.entries(tables['note'] ?? {}).flatMap(([state, facts]) =>
      facts.kind !== 'note'
        ? []
        : Object.entries(principals)
            .filter(([, principal]) => abilities(principal, facts).includes('note.read'))
            .map(
              ([name, principal]) =>
                `${state} | ${name} | ${noteReadOnlyReason(principal, facts) ?? 'writes'}`,
            ),
    );
    expect(`\n${rows.join('\n')}\n`).toMatchSnapshot();
  });
});
