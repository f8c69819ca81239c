import type { CaseStatus, Language } from '@kring/contracts';

/** What people call the status of a case: on pages, in notifications and in mails. */
export const caseStatusWords: Readonly<Record<Language, Readonly<Record<CaseStatus, string>>>> = {
  nl: { exploring: 'Verkennen', active: 'In behandeling', concluded: 'Afgerond' },
  en: { exploring: 'Exploring', active: 'Active', concluded: 'Concluded' },
};
