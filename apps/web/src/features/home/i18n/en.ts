import type { nl } from './nl.ts';

export const en: typeof nl = {
  title: 'My work',
  greeting: {
    morning: 'Good morning, {{name}}',
    afternoon: 'Good afternoon, {{name}}',
    evening: 'Good evening, {{name}}',
  },
  asked: 'Asked of you',
  joinRequest: '{{name}} would like to join {{cop}}',
  decide: 'View',
  nothingAsked: 'Nothing is asked of you now.',
  changed: 'New in what you follow',
  nothingChanged: 'Nothing has changed there since you last looked.',
  allNews: 'View all that you follow',
  continue: 'Continue writing',
  inCase: 'in {{title}}',
  myCases: 'My cases',
  recentCases: 'Recently changed',
  nextDates: 'Coming up',
  myCops: 'My CoPs',
  allCops: 'All CoPs',
  empty: {
    title: 'Your work will appear here',
    text: 'Here you see what is asked of you, and the cases and notes that you are working on. It begins with a CoP: ask to join one. A facilitator decides.',
    action: 'View the CoPs',
    noCases:
      'There are no cases in your CoPs yet. Participants and facilitators open one on the page of the CoP.',
  },
  noAccess: 'Sign in to see your work.',
  start: {
    title: 'Learning together from real questions',
    what: 'In Kring, people from regional planning bureaus, ministries, provinces and municipalities work together on well-being beyond GDP (brede welvaart) in policy.',
    how: 'They do so in Communities of Practice, around real questions: a case holder brings a question, and together they write towards an answer.',
    result: 'What they learn is kept in such a way that others can build on it.',
    signIn: 'Sign in',
    setup: 'Set up Kring',
    setupText: 'Kring has just been installed and has no administrator yet.',
    invited:
      'Kring is for people who have been invited. Did you get an invite? Open the link in that e-mail.',
  },
};
