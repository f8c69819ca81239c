import type { CopRole, Language } from '@kring/contracts';

/** What each kind of mail needs to say. Names and titles are the only free text in a mail. */
export interface MailData {
  'mail-test': { readonly name: string };
  'sign-in-link': { readonly name: string; readonly link: string; readonly minutes: number };
  'password-reset': { readonly name: string; readonly link: string; readonly minutes: number };
  'password-changed': { readonly name: string; readonly link: string };
  'cop-invite': {
    readonly name: string;
    readonly copName: string;
    readonly invitedBy: string;
    readonly role: CopRole;
    readonly link: string;
    readonly days: number;
  };
  'join-request-accepted': { readonly name: string; readonly copName: string; readonly link: string };
  'join-request-declined': { readonly name: string; readonly copName: string };
}
export type MailTemplate = keyof MailData;

interface MailText {
  readonly subject: string;
  readonly lines: readonly string[];
}
type Templates = {
  readonly [K in MailTemplate]: (data: MailData[K] & { readonly platform: string }) => MailText;
};

/** Who sends a mail, by the settings of the moment. */
export interface MailBrand {
  readonly name: string;
  readonly contactEmail: string | null;
}

const dutchRoles: Readonly<Record<CopRole, string>> = {
  observer: 'waarnemer',
  commenter: 'meedenker',
  participant: 'deelnemer',
  facilitator: 'facilitator',
};
const englishRoles: Readonly<Record<CopRole, string>> = {
  observer: 'an observer',
  commenter: 'a commenter',
  participant: 'a participant',
  facilitator: 'a facilitator',
};

const dutch: Templates = {
  'mail-test': (d) => ({
    subject: `Een proef met de mail van ${d.platform}`,
    lines: ['Mail van dit platform komt aan. Je hoeft niets te doen.'],
  }),
  'sign-in-link': (d) => ({
    subject: `Je link om je aan te melden bij ${d.platform}`,
    lines: [
      `Met deze link log je in bij ${d.platform}:`,
      d.link,
      `De link werkt één keer en ${d.minutes} minuten lang. Heb je hem niet aangevraagd? Dan hoef je niets te doen.`,
    ],
  }),
  'password-reset': (d) => ({
    subject: `Kies een nieuw wachtwoord voor ${d.platform}`,
    lines: [
      'Met deze link kies je een nieuw wachtwoord:',
      d.link,
      `De link werkt één keer en ${d.minutes} minuten lang. Heb je hem niet aangevraagd? Dan blijft je wachtwoord zoals het was.`,
    ],
  }),
  'password-changed': (d) => ({
    subject: `Je wachtwoord voor ${d.platform} is veranderd`,
    lines: [
      'Je wachtwoord is net veranderd. Op andere apparaten ben je uitgelogd.',
      'Was jij dat niet? Kies dan meteen een nieuw wachtwoord:',
      d.link,
    ],
  }),
  'cop-invite': (d) => ({
    subject: `${d.invitedBy} nodigt je uit voor ${d.copName}`,
    lines: [
      `${d.invitedBy} nodigt je uit voor de Community of Practice "${d.copName}", als ${dutchRoles[d.role]}.`,
      'Bekijk de uitnodiging en log in:',
      d.link,
      `De link werkt één keer en ${d.days} dagen lang. Geef hem niet door: hij is alleen voor jou.`,
    ],
  }),
  'join-request-accepted': (d) => ({
    subject: `Je bent nu lid van ${d.copName}`,
    lines: [`Welkom! Je bent nu lid van "${d.copName}". Begin hier:`, d.link],
  }),
  'join-request-declined': (d) => ({
    subject: `Je verzoek voor ${d.copName}`,
    lines: [
      `Je vroeg of je lid kon worden van "${d.copName}". Dat gaat nu niet. Wil je weten waarom? Vraag het gerust aan een facilitator van de CoP.`,
    ],
  }),
};

const english: Templates = {
  'mail-test': (d) => ({
    subject: `A test of the mail from ${d.platform}`,
    lines: ['Mail from this platform arrives. There is nothing that you need to do.'],
  }),
  'sign-in-link': (d) => ({
    subject: `Your sign-in link for ${d.platform}`,
    lines: [
      `This link signs you in to ${d.platform}:`,
      d.link,
      `It works once, for ${d.minutes} minutes. Did you not ask for it? Then there is nothing you need to do.`,
    ],
  }),
  'password-reset': (d) => ({
    subject: `Choose a new password for ${d.platform}`,
    lines: [
      'With this link you choose a new password:',
      d.link,
      `It works once, for ${d.minutes} minutes. Did you not ask for it? Then your password stays as it was.`,
    ],
  }),
  'password-changed': (d) => ({
    subject: `Your password for ${d.platform} has changed`,
    lines: [
      'Your password has just changed. Other devices have been signed out.',
      'Was that not you? Then choose a new password right away:',
      d.link,
    ],
  }),
  'cop-invite': (d) => ({
    subject: `${d.invitedBy} invites you to ${d.copName}`,
    lines: [
      `${d.invitedBy} invites you to the Community of Practice "${d.copName}", as ${englishRoles[d.role]}.`,
      'See the invite and join:',
      d.link,
      `The link works once, for ${d.days} days. Please do not pass it on: it is for you only.`,
    ],
  }),
  'join-request-accepted': (d) => ({
    subject: `You have joined ${d.copName}`,
    lines: [`Welcome! You are now a member of "${d.copName}". Start here:`, d.link],
  }),
  'join-request-declined': (d) => ({
    subject: `Your request for ${d.copName}`,
    lines: [
      `You asked to join "${d.copName}". That is not possible now. Would you like to know why? Feel free to ask a facilitator of the CoP.`,
    ],
  }),
};

const frames = {
  nl: {
    templates: dutch,
    hello: (name: string) => (name ? `Dag ${name},` : 'Dag,'),
    bye: 'Groet,',
    help: 'Vragen? Mail naar',
  },
  en: {
    templates: english,
    hello: (name: string) => (name ? `Hello ${name},` : 'Hello,'),
    bye: 'Kind regards,',
    help: 'Questions? Write to',
  },
} as const satisfies Record<Language, unknown>;

/** Subject and plain text of a mail. */
export function renderMail<K extends MailTemplate>(
  language: Language,
  template: K,
  data: MailData[K],
  brand: MailBrand,
): { subject: string; text: string } {
  const { subject, lines } = frames[language].templates[template]({ ...data, platform: brand.name });
  return { subject, text: frameMail(language, data.name, lines, brand) };
}

/** Paragraphs between a greeting and the signature. */
export function frameMail(
  language: Language,
  name: string,
  lines: readonly string[],
  brand: MailBrand,
): string {
  const frame = frames[language];
  const help = brand.contactEmail === null ? [] : [`${frame.help} ${brand.contactEmail}`];
  return [frame.hello(name), ...lines, `${frame.bye}\n${brand.name}`, ...help].join('\n\n') + '\n';
}
