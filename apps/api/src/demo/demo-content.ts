import type {
  NotificationKind,
  CaseStatus,
  CaseTheme,
  CaseVisibility,
  Cop,
  CopRole,
  EffectAgreement,
  EffectDimension,
  EffectEntry,
  EffectLink,
  EffectTheory,
  FrameworkId,
  Language,
  Organisation,
  PlatformRole,
  openQuestionStatuses,
  ThreadKind,
} from '@kring/contracts';

/** The demo programme as data. Everything refers to everything else by slug or key. */
export interface DemoContent {
  readonly organisations: readonly DemoOrganisation[];
  readonly people: readonly DemoPerson[];
  readonly cops: readonly DemoCop[];
  readonly members: readonly DemoMember[];
  readonly learningQuestions: readonly DemoLearningQuestion[];
  readonly cases: readonly DemoCase[];
  readonly dates: readonly DemoDate[];
  readonly library: readonly DemoLibraryItem[];
  readonly caseLinks: readonly DemoCaseLinks[];
  readonly follows: readonly DemoFollow[];
  /** Oldest first. */
  readonly tellings: readonly DemoTelling[];
  /** For whom the first start prints a sign-in link. */
  readonly demoSignIns: Readonly<Record<DemoSignInRole, string>>;
}

export const demoSignInRoles = [
  'facilitator',
  'participantOne',
  'participantTwo',
  'commenter',
  'observer',
  'administrator',
] as const;
export type DemoSignInRole = (typeof demoSignInRoles)[number];

export interface DemoOrganisation {
  readonly slug: string;
  readonly name: string;
  readonly abbreviation: string;
  readonly kind: Organisation['kind'];
  readonly region: string;
  /** Stands earlier in the list. */
  readonly parentSlug?: string;
  /** Newest first; `until` is an ISO date. */
  readonly formerNames?: readonly { readonly name: string; readonly until: string }[];
}

/** A fictional person. Real people are never in the demo. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly jobTitle: string;
  /** Ends in @voorbeeld.nl. */
  readonly email: string;
  readonly organisationSlug: string | null;
  readonly language: Language;
  /** `member` where it is not given. */
  readonly platformRole?: PlatformRole;
}

export interface DemoCop {
  readonly slug: string;
  readonly name: string;
  readonly question: string;
  readonly coordinatorSlug: string | null;
  readonly charter: Cop['charter'];
  readonly welcome: string;
  readonly houseRules: string;
}

export interface DemoMember {
  readonly copSlug: string;
  readonly personKey: string;
  readonly role: CopRole;
  /** Has yet to read the welcome. */
  readonly isNew?: true;
}

/** In the order of their letters within a CoP. */
export interface DemoLearningQuestion {
  readonly copSlug: string;
  readonly ownerKey: string | null;
  readonly status: (typeof openQuestionStatuses)[number];
  readonly why?: string;
  readonly tried?: string;
  readonly learned?: string;
  readonly nextStep?: string;
  /** Oldest first. */
  readonly wordings: readonly {
    readonly byKey: string;
    readonly text: string;
    readonly changedBecause?: string;
  }[];
}

export interface DemoCase {
  readonly key: string;
  readonly copSlug: string;
  readonly title: string;
  readonly question: string;
  readonly region: string;
  readonly themes: readonly CaseTheme[];
  /** A participant or facilitator of the CoP. */
  readonly holderKey: string;
  readonly status: CaseStatus;
  readonly visibility: CaseVisibility;
  /** Shown with the label "voorbeeld". */
  readonly isExample: boolean;
  readonly notes: readonly DemoNote[];
  readonly effects?: DemoEffects;
}

/** A link or a plain text in the library of a CoP. */
export interface DemoLibraryItem {
  readonly copSlug: string;
  readonly byKey: string;
  readonly title: string;
  readonly description: string;
  readonly url?: string;
  readonly file?: { readonly name: string; readonly text: string };
}

/** Learning questions of its CoP that a case is about, by their letters. */
export interface DemoCaseLinks {
  readonly caseKey: string;
  readonly letters: readonly string[];
}

/** An effect matrix. The first option is the zero option; cells name theirs by its number. */
export interface DemoEffects {
  readonly frameworkId: FrameworkId;
  readonly createdByKey: string;
  readonly isRevealed: boolean;
  readonly options: readonly { readonly title: string; readonly theory: EffectTheory }[];
  readonly inputs: readonly {
    readonly at: DemoCell;
    readonly personKey: string;
    readonly entry: EffectEntry;
  }[];
  readonly agreed: readonly {
    readonly at: DemoCell;
    readonly byKey: string;
    readonly agreed: EffectAgreement;
  }[];
  readonly links: readonly (Pick<EffectLink, 'kind' | 'explanation' | 'size' | 'decidedBy'> & {
    readonly from: DemoCell;
    readonly to: DemoCell;
    readonly createdByKey: string;
  })[];
  readonly gaps: readonly { readonly at: DemoCell; readonly question: string; readonly byKey: string }[];
}

export interface DemoCell {
  readonly option: number;
  readonly theme: string;
  readonly dimension: EffectDimension;
}

export interface DemoNote {
  readonly title: string;
  readonly createdByKey: string;
  /** Absent: an empty note. */
  readonly body?: DemoNode;
  /** How it came to say that; the last step says what `body` says. */
  readonly past?: readonly DemoPast[];
  /** What people say about it, beside its text. */
  readonly threads?: readonly DemoThread[];
}

/** A version of a note from before the demo was loaded. */
export interface DemoPast {
  readonly daysAgo: number;
  /** "14:30", in the time of the server. */
  readonly time: string;
  readonly byKey: string;
  readonly name?: string;
  readonly description?: string;
  readonly body: DemoNode;
}

export interface DemoThread {
  readonly kind: ThreadKind;
  /** Words that stand in the body once; absent: about the whole note. */
  readonly quote?: string;
  /** In order; the first begins the thread. `@{key}` in a text mentions a person. */
  readonly comments: readonly DemoComment[];
  readonly resolvedByKey?: string;
}

export interface DemoComment {
  readonly personKey: string;
  readonly text: string;
}

/** A node of ProseMirror's JSON; the body of a note is the node `doc`. */
export interface DemoNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, string | number | boolean | null>>;
  readonly content?: DemoNode[];
  readonly marks?: { readonly type: string; readonly attrs?: DemoNode['attrs'] }[];
  readonly text?: string;
}

/** On the timeline of a CoP: a day that has been, or so many days after the programme is loaded. */
export interface DemoDate {
  readonly copSlug: string;
  /** A facilitator of the CoP. */
  readonly byKey: string;
  readonly title: string;
  readonly on: { readonly day: string } | { readonly inDays: number };
  readonly time?: string;
  readonly place?: string;
  readonly url?: string;
  readonly isPublic?: boolean;
}

/** Somebody follows a CoP or case that they do not work on themselves. */
export interface DemoFollow {
  readonly personKey: string;
  readonly of: { readonly copSlug: string } | { readonly caseKey: string };
}

/** Something that people are told, as many hours ago. */
export interface DemoTelling {
  readonly kind: NotificationKind;
  readonly byKey: string;
  readonly toKeys: readonly string[] | 'followers';
  readonly about: { readonly caseKey: string; readonly noteTitle?: string };
  readonly hoursAgo: number;
}
