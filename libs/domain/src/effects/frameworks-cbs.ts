import { theme, type Framework, type FrameworkTheme } from './framework.ts';

/** The eight themes of CBS for the quality of life here and now. */
const hereAndNow: readonly FrameworkTheme[] = [
  theme(
    'subjective-well-being',
    { nl: 'Subjectief welzijn', en: 'Subjective well-being' },
    { nl: 'Hoe tevreden mensen zijn met hun leven.', en: 'How content people are with their lives.' },
  ),
  theme(
    'material-well-being',
    { nl: 'Materiële welvaart', en: 'Material well-being' },
    { nl: 'Inkomen, en wat mensen daarvan kunnen doen.', en: 'Income, and what people can do with it.' },
  ),
  theme(
    'health',
    { nl: 'Gezondheid', en: 'Health' },
    { nl: 'Hoe gezond mensen zijn en zich voelen.', en: 'How healthy people are and feel.' },
  ),
  theme(
    'labour-and-leisure',
    { nl: 'Arbeid en vrije tijd', en: 'Labour and leisure time' },
    { nl: 'Werk, opleiding, reistijd en vrije tijd.', en: 'Work, education, travel time and leisure.' },
  ),
  theme(
    'housing',
    { nl: 'Wonen', en: 'Housing' },
    {
      nl: 'De woning, de buurt en de afstand tot voorzieningen.',
      en: 'The home, the neighbourhood and how far services are.',
    },
  ),
  theme(
    'society',
    { nl: 'Samenleving', en: 'Society' },
    { nl: 'Contact, vertrouwen en meedoen.', en: 'Contact, trust and taking part.' },
  ),
  theme(
    'safety',
    { nl: 'Veiligheid', en: 'Safety' },
    { nl: 'Veilig zijn en je veilig voelen.', en: 'Being safe and feeling safe.' },
  ),
  theme(
    'environment',
    { nl: 'Milieu', en: 'Environment' },
    { nl: 'Lucht, water, natuur en groen om je heen.', en: 'Air, water, nature and green around you.' },
  ),
];

const later: readonly FrameworkTheme[] = [
  theme(
    'economic-capital',
    { nl: 'Economisch kapitaal', en: 'Economic capital' },
    {
      nl: 'Machines, wegen, kennis, vermogen en schuld.',
      en: 'Machines, roads, knowledge, wealth and debt.',
    },
  ),
  theme(
    'natural-capital',
    { nl: 'Natuurlijk kapitaal', en: 'Natural capital' },
    {
      nl: 'Bodem, water, natuur en energie die we nalaten.',
      en: 'Soil, water, nature and energy that we leave behind.',
    },
  ),
  theme(
    'human-capital',
    { nl: 'Menselijk kapitaal', en: 'Human capital' },
    { nl: 'Gezondheid en opleiding van mensen straks.', en: 'Health and education of people to come.' },
  ),
  theme(
    'social-capital',
    { nl: 'Sociaal kapitaal', en: 'Social capital' },
    { nl: 'Vertrouwen in elkaar en in instituties.', en: 'Trust in one another and in institutions.' },
  ),
];

const elsewhere: readonly FrameworkTheme[] = [
  theme(
    'trade-and-aid',
    { nl: 'Handel en hulp', en: 'Trade and aid' },
    { nl: 'Wat andere landen aan ons hebben.', en: 'What other countries gain from us.' },
  ),
  theme(
    'environment-and-resources',
    { nl: 'Milieu en grondstoffen', en: 'Environment and resources' },
    { nl: 'Wat ons gebruik elders kost.', en: 'What our use costs elsewhere.' },
  ),
];

export const dialoog8x3: Framework = {
  id: 'dialoog-8x3',
  version: 1,
  names: { nl: 'Dialoog: acht thema’s, drie kanten', en: 'Dialogue: eight themes, three sides' },
  explanation: {
    nl: 'Bij elk thema vraag je: wat betekent dit hier en nu, later, en elders? Het makkelijkst voor een gesprek.',
    en: 'For each theme you ask: what does this mean here and now, later, and elsewhere? The easiest to talk about.',
  },
  source: {
    nl: 'De acht thema’s “hier en nu” van de Monitor Brede Welvaart van het CBS, elk met drie kanten.',
    en: 'The eight “here and now” themes of Statistics Netherlands’ well-being monitor, each with three sides.',
  },
  blocks: [{ key: 'themes', names: null, columns: ['here-now', 'later', 'elsewhere'], themes: hereAndNow }],
};

export const cbs14: Framework = {
  id: 'cbs-14',
  version: 1,
  names: { nl: 'CBS: veertien thema’s', en: 'CBS: fourteen themes' },
  explanation: {
    nl: 'Acht thema’s voor hier en nu, vier voor later en twee voor elders. Past bij de cijfers van de monitor.',
    en: 'Eight themes for here and now, four for later and two for elsewhere. Fits the figures of the monitor.',
  },
  source: {
    nl: 'Monitor Brede Welvaart van het CBS. De korte uitleg per thema is van ons.',
    en: 'Statistics Netherlands’ well-being monitor. The short explanations, and the English names of later and elsewhere, are ours.',
  },
  blocks: [
    {
      key: 'here-now',
      names: { nl: 'Hier en nu', en: 'Here and now' },
      columns: ['here-now'],
      themes: hereAndNow,
    },
    { key: 'later', names: { nl: 'Later', en: 'Later' }, columns: ['later'], themes: later },
    { key: 'elsewhere', names: { nl: 'Elders', en: 'Elsewhere' }, columns: ['elsewhere'], themes: elsewhere },
  ],
};
