import type { DemoCell, DemoEffects } from '../../../demo-content.ts';
import { agreed, entry } from '../../effect-builders.ts';

const [apart, rail, villages] = [0, 1, 2] as const;
const now = (option: number, theme: string): DemoCell => ({ option, theme, dimension: 'here-now' });
const later = (option: number, theme: string): DemoCell => ({ option, theme, dimension: 'later' });
const elsewhere = (option: number, theme: string): DemoCell => ({ option, theme, dimension: 'elsewhere' });

const [ruben, yara, bas, lian, koen, ilyas] = [
  'ruben-vanesveld',
  'yara-vrolijk',
  'bas-oosterveen',
  'lian-cheung',
  'koen-wubbels',
  'ilyas-chaouki',
] as const;

const inputs: DemoEffects['inputs'] = [
  {
    at: now(apart, 'housing'),
    personKey: ruben,
    entry: entry('mixed', 'Er komen huizen, zonder samenhang.'),
  },
  { at: now(apart, 'housing'), personKey: koen, entry: entry('negative', 'Scholen en wegen komen te laat.') },
  {
    at: later(apart, 'natural-capital'),
    personKey: yara,
    entry: entry('strongly-negative', 'Stukje bij beetje raakt het landschap vol.', { horizon: '2050' }),
  },
  { at: now(rail, 'housing'), personKey: ruben, entry: entry('positive', 'Veel woningen op korte tijd.') },
  { at: now(rail, 'housing'), personKey: yara, entry: entry('positive', 'Huizen waar ook een trein rijdt.') },
  { at: now(rail, 'housing'), personKey: koen, entry: entry('mixed', 'Klein en duur, als je niet oppast.') },
  {
    at: now(rail, 'health'),
    personKey: bas,
    entry: entry('unknown', 'Hitte en drukte zijn niet onderzocht.'),
  },
  {
    at: now(rail, 'health'),
    personKey: lian,
    entry: entry('mixed', 'Meer lopen en fietsen, ook meer lawaai.'),
  },
  { at: now(rail, 'health'), personKey: ilyas, entry: entry('negative', 'Er is te weinig groen dichtbij.') },
  {
    at: now(rail, 'labour-and-leisure'),
    personKey: ilyas,
    entry: entry('strongly-positive', 'Werk is zonder auto bereikbaar.', {
      certainty: 'middle',
      basis: ['expert'],
    }),
  },
  {
    at: now(rail, 'labour-and-leisure'),
    personKey: ruben,
    entry: entry('positive', 'Bedrijven vinden mensen die dichtbij wonen.'),
  },
  {
    at: later(rail, 'natural-capital'),
    personKey: yara,
    entry: entry('positive', 'Het landschap blijft open.', { certainty: 'high', horizon: '2060' }),
  },
  { at: later(rail, 'natural-capital'), personKey: bas, entry: entry('positive', 'Minder bebouwde grond.') },
  {
    at: later(rail, 'natural-capital'),
    personKey: lian,
    entry: entry('negative', 'Hoogbouw vraagt veel beton, en dat telt ook mee.', { horizon: '2040' }),
  },
  {
    at: later(rail, 'social-capital'),
    personKey: koen,
    entry: entry('mixed', 'Veel mensen, weinig banden.'),
  },
  {
    at: now(villages, 'housing'),
    personKey: yara,
    entry: entry('positive', 'Plek voor starters uit het dorp.'),
  },
  { at: now(villages, 'housing'), personKey: ruben, entry: entry('mixed', 'Mooi, maar het zijn er weinig.') },
  { at: now(villages, 'society'), personKey: bas, entry: entry('positive', 'De school en de club blijven.') },
  {
    at: later(villages, 'social-capital'),
    personKey: koen,
    entry: entry('positive', 'Wie elkaar kent, helpt elkaar.', { basis: ['research'], horizon: '2050' }),
  },
  {
    at: later(villages, 'social-capital'),
    personKey: bas,
    entry: entry('mixed', 'Banden binden, en sluiten soms ook uit.', { horizon: '2050' }),
  },
  {
    at: later(villages, 'social-capital'),
    personKey: ilyas,
    entry: entry('negative', 'Wie er later bij komt, blijft lang een vreemde.', { horizon: '2040' }),
  },
  {
    at: later(villages, 'natural-capital'),
    personKey: yara,
    entry: entry('negative', 'De ruimte tussen de dorpen wordt kleiner.', {
      certainty: 'high',
      horizon: '2060',
    }),
  },
  {
    at: elsewhere(rail, 'environment-and-resources'),
    personKey: lian,
    entry: entry('negative', 'Beton en staal komen van ver.', { elsewhereScope: 'abroad' }),
  },
];

const noted: DemoEffects['agreed'] = [
  {
    at: now(apart, 'housing'),
    byKey: koen,
    agreed: agreed('mixed', 'Er komt genoeg bij, maar wegen en scholen volgen te laat.', {
      certainty: 'middle',
      basis: ['experience'],
      who: 'Gezinnen in nieuwe wijken',
    }),
  },
  {
    at: later(apart, 'natural-capital'),
    byKey: yara,
    agreed: agreed('negative', 'Zonder afspraken verdwijnt open ruimte in kleine stappen.', {
      certainty: 'middle',
      basis: ['expert'],
      horizon: '2050',
    }),
  },
  {
    at: now(rail, 'housing'),
    byKey: ruben,
    agreed: agreed('positive', 'In korte tijd komen er woningen op plekken waar een trein rijdt.', {
      certainty: 'middle',
      basis: ['expert', 'experience'],
      who: 'Eenpersoonshuishoudens en starters',
      distribution: 'uneven',
      dissent: [
        {
          direction: 'mixed',
          role: 'Onderzoeker',
          why: 'Zonder afspraken over de prijs wonen er vooral mensen met geld.',
        },
      ],
    }),
  },
  {
    at: now(rail, 'health'),
    byKey: bas,
    agreed: agreed('unknown', 'Wat drukte, hitte en weinig groen hier doen, is niet onderzocht.'),
  },
  {
    at: now(rail, 'labour-and-leisure'),
    byKey: ilyas,
    agreed: agreed('positive', 'Wie geen auto heeft, kan bij meer werk komen.', {
      certainty: 'middle',
      basis: ['expert'],
      who: 'Mensen zonder auto',
    }),
  },
  {
    at: later(rail, 'natural-capital'),
    byKey: yara,
    agreed: agreed('positive', 'Het landschap tussen de dorpen blijft open.', {
      certainty: 'middle',
      basis: ['expert'],
      horizon: '2060',
      dissent: [
        {
          direction: 'negative',
          role: 'Adviseur',
          why: 'Dan tel je de uitstoot van bouwen met beton niet mee.',
        },
      ],
    }),
  },
  {
    at: later(villages, 'social-capital'),
    byKey: koen,
    agreed: agreed(
      'mixed',
      'Bestaande banden worden sterker; plek voor nieuwe mensen is een ander verhaal.',
      {
        certainty: 'low',
        basis: ['research', 'assumption'],
        horizon: '2050',
        who: 'Nieuwkomers in de dorpen',
        distribution: 'uneven',
      },
    ),
  },
  {
    at: later(villages, 'natural-capital'),
    byKey: yara,
    agreed: agreed('negative', 'Veel kleine uitbreidingen maken de open ruimte kleiner.', {
      certainty: 'high',
      basis: ['expert'],
      horizon: '2060',
    }),
  },
  {
    at: elsewhere(rail, 'environment-and-resources'),
    byKey: lian,
    agreed: agreed('negative', 'Bouwmateriaal wordt elders gewonnen; dat landschap is niet van ons.', {
      certainty: 'low',
      basis: ['assumption'],
      elsewhereScope: 'abroad',
    }),
  },
];

/** Revealed and talked about, with views that lie apart. Nobody said this, and no figure in it is real. */
export const schaalsprongEffects: DemoEffects = {
  frameworkId: 'cbs-14',
  createdByKey: ruben,
  isRevealed: true,
  options: [
    {
      title: 'Elke gemeente voor zich',
      theory: {
        condition: '',
        consequence: 'Er komen woningen waar grond beschikbaar is. Vervoer en scholen volgen als het knelt.',
        reason: '',
      },
    },
    {
      title: 'Dicht bij het spoor',
      theory: {
        condition: 'we bijna alles rond stations bouwen',
        consequence: 'blijft het landschap open en is werk zonder auto bereikbaar',
        reason: 'wonen, werk en vervoer dan bij elkaar liggen',
      },
    },
    {
      title: 'Een krans van dorpen',
      theory: {
        condition: 'we veel dorpen een beetje laten groeien en met snelle bussen verbinden',
        consequence: 'blijven school en vereniging bestaan',
        reason: 'er weer jonge gezinnen komen',
      },
    },
  ],
  inputs,
  agreed: noted,
  links: [
    {
      kind: 'trade-off',
      from: later(rail, 'natural-capital'),
      to: now(rail, 'health'),
      explanation: 'Open landschap buiten de stad kost rust en groen in de stad.',
      size: 'large',
      decidedBy: 'Gemeenteraden, elk voor een deel',
      createdByKey: yara,
    },
    {
      kind: 'burden-shift',
      from: now(apart, 'housing'),
      to: later(apart, 'natural-capital'),
      explanation: 'Snel bouwen op losse plekken legt de rekening bij wie later in de regio woont.',
      size: 'large',
      decidedBy: 'Niemand als geheel',
      createdByKey: koen,
    },
    {
      kind: 'condition',
      from: now(rail, 'labour-and-leisure'),
      to: now(rail, 'housing'),
      explanation: 'Werk bereikbaar zonder auto lukt alleen als een deel van de woningen betaalbaar is.',
      size: 'middle',
      decidedBy: 'Gemeenten en corporaties',
      createdByKey: ilyas,
    },
  ],
  gaps: [
    {
      at: now(rail, 'health'),
      question: 'Wat doen drukte, hitte en weinig groen met de gezondheid van mensen rond een station?',
      byKey: bas,
    },
  ],
};
