import { theme, type Framework, type FrameworkBlock, type FrameworkTheme } from './framework.ts';

const oneColumn = (themes: readonly FrameworkTheme[]): FrameworkBlock[] => [
  { key: 'themes', names: null, columns: ['effect'], themes },
];

export const planbureaus8: Framework = {
  id: 'planbureaus-8',
  version: 1,
  names: { nl: 'Planbureaus: acht thema’s', en: 'Planning offices: eight themes' },
  explanation: {
    nl: 'De acht thema’s waarmee CPB, PBL en SCP naar brede welvaart in beleid kijken.',
    en: 'The eight themes with which the planning offices CPB, PBL and SCP look at well-being in policy.',
  },
  source: {
    nl: 'CPB, PBL en SCP. De korte uitleg per thema is van ons.',
    en: 'CPB, PBL and SCP. The English names and the short explanations are ours.',
  },
  blocks: oneColumn([
    theme(
      'subjective-well-being',
      { nl: 'Subjectief welzijn', en: 'Subjective well-being' },
      { nl: 'Hoe tevreden mensen zijn met hun leven.', en: 'How content people are with their lives.' },
    ),
    theme(
      'health',
      { nl: 'Gezondheid', en: 'Health' },
      { nl: 'Hoe gezond mensen zijn en zich voelen.', en: 'How healthy people are and feel.' },
    ),
    theme(
      'consumption-and-income',
      { nl: 'Consumptie en inkomen', en: 'Consumption and income' },
      { nl: 'Wat mensen verdienen en kunnen kopen.', en: 'What people earn and can buy.' },
    ),
    theme(
      'education',
      { nl: 'Onderwijs en opleiding', en: 'Education and training' },
      { nl: 'Wat mensen leren, jong en oud.', en: 'What people learn, young and old.' },
    ),
    theme(
      'spatial-quality',
      { nl: 'Ruimtelijke samenhang en kwaliteit', en: 'Spatial coherence and quality' },
      { nl: 'Hoe de plek waar we leven in elkaar zit.', en: 'How the place where we live fits together.' },
    ),
    theme(
      'economic-capital',
      { nl: 'Economisch kapitaal', en: 'Economic capital' },
      { nl: 'Machines, wegen, kennis, vermogen.', en: 'Machines, roads, knowledge, wealth.' },
    ),
    theme(
      'natural-capital',
      { nl: 'Natuurlijk kapitaal', en: 'Natural capital' },
      { nl: 'Bodem, water, natuur en energie.', en: 'Soil, water, nature and energy.' },
    ),
    theme(
      'social-capital',
      { nl: 'Sociaal kapitaal', en: 'Social capital' },
      { nl: 'Vertrouwen en banden tussen mensen.', en: 'Trust and ties between people.' },
    ),
  ]),
};

export const klavervier4: Framework = {
  id: 'klavervier-4',
  version: 1,
  names: { nl: 'Klavervier: vier bladen', en: 'Clover: four leaves' },
  explanation: {
    nl: 'Vier vragen in gewone taal, voor een eerste gesprek met wie geen onderzoeker is.',
    en: 'Four questions in plain words, for a first talk with people who are not researchers.',
  },
  source: {
    nl: 'De Klavervier van de Staat van Utrecht. De korte uitleg per blad is van ons.',
    en: 'The clover of the Staat van Utrecht. The English names and the short explanations are ours.',
  },
  blocks: oneColumn([
    theme(
      'personal-well-being',
      { nl: 'Persoonlijk welzijn', en: 'Personal well-being' },
      { nl: 'Hoe gaat het met mensen zelf?', en: 'How are people themselves?' },
    ),
    theme(
      'living-together',
      { nl: 'Samen leven', en: 'Living together' },
      { nl: 'Hoe gaan mensen met elkaar om?', en: 'How do people get on with each other?' },
    ),
    theme(
      'use-of-nature',
      { nl: 'Duurzaam gebruik van de natuur', en: 'Sustainable use of nature' },
      { nl: 'Kan de natuur dit volhouden?', en: 'Can nature keep this up?' },
    ),
    theme(
      'economic-welfare',
      { nl: 'Economische en materiële welvaart', en: 'Economic and material welfare' },
      { nl: 'Kunnen mensen ervan leven?', en: 'Can people live on it?' },
    ),
  ]),
};

/** A stock of Telos: its name says what it is about. */
function stock(key: string, nl: string, en: string): FrameworkTheme {
  return theme(key, { nl, en }, { nl: `Voorraad: ${nl.toLowerCase()}.`, en: `Stock: ${en.toLowerCase()}.` });
}

export const telos3: Framework = {
  id: 'telos-3',
  version: 1,
  names: { nl: 'Telos: drie kapitalen', en: 'Telos: three capitals' },
  explanation: {
    nl: 'Ecologisch, sociaal-cultureel en economisch kapitaal. Groei van het ene mag niet ten koste gaan van het andere.',
    en: 'Ecological, socio-cultural and economic capital. Growth of one must not be at the expense of another.',
  },
  source: {
    nl: 'Telos. De namen van de voorraden zijn naar beste weten; kijk ze na bij Telos voor je ze aanhaalt.',
    en: 'Telos. The names of the stocks are to the best of our knowledge; check them with Telos before you quote them.',
  },
  blocks: [
    {
      key: 'ecological',
      names: { nl: 'Ecologisch kapitaal', en: 'Ecological capital' },
      columns: ['effect'],
      themes: [
        stock('soil-and-groundwater', 'Bodem en grondwater', 'Soil and groundwater'),
        stock('surface-water', 'Oppervlaktewater', 'Surface water'),
        stock('air', 'Lucht', 'Air'),
        stock('nature-and-landscape', 'Natuur en landschap', 'Nature and landscape'),
        stock('energy-and-climate', 'Energie en klimaat', 'Energy and climate'),
        stock('waste-and-resources', 'Afval en grondstoffen', 'Waste and resources'),
        stock('nuisance-and-safety', 'Hinder en externe veiligheid', 'Nuisance and external safety'),
      ],
    },
    {
      key: 'socio-cultural',
      names: { nl: 'Sociaal-cultureel kapitaal', en: 'Socio-cultural capital' },
      columns: ['effect'],
      themes: [
        stock('social-participation', 'Maatschappelijke participatie', 'Social participation'),
        stock('economic-participation', 'Economische participatie', 'Economic participation'),
        stock('arts-and-culture', 'Kunst en cultuur', 'Arts and culture'),
        stock('safety', 'Veiligheid', 'Safety'),
        stock('residential-environment', 'Woonomgeving', 'Residential environment'),
        stock('education', 'Onderwijs', 'Education'),
        stock('health', 'Gezondheid', 'Health'),
      ],
    },
    {
      key: 'economic',
      names: { nl: 'Economisch kapitaal', en: 'Economic capital' },
      columns: ['effect'],
      themes: [
        stock('labour', 'Arbeid', 'Labour'),
        stock('economic-structure', 'Kapitaal en economische structuur', 'Capital and economic structure'),
        stock('knowledge', 'Kennis', 'Knowledge'),
        stock('location', 'Ruimtelijke vestigingsvoorwaarden', 'Conditions for locating'),
        stock('infrastructure', 'Infrastructuur en bereikbaarheid', 'Infrastructure and accessibility'),
      ],
    },
  ],
};
