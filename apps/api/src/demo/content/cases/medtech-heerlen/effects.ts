import type { DemoCell, DemoEffects } from '../../../demo-content.ts';
import { agreed, entry } from '../../effect-builders.ts';

const [permit, work, both] = [0, 1, 2] as const;
const at = (option: number, theme: string): DemoCell => ({ option, theme, dimension: 'effect' });

const [loes, giovanni, saskia, twan, jorine] = [
  'loes-vanderheyden',
  'giovanni-pesch',
  'saskia-ubachs',
  'twan-geelhoed',
  'jorine-thijsen',
] as const;

const unknownHealth = [loes, giovanni, saskia, twan, jorine].map((personKey) => ({
  at: at(permit, 'health'),
  personKey,
  entry: entry('unknown', 'Slaap en lucht zijn vooraf niet gemeten.'),
}));

const inputs: DemoEffects['inputs'] = [
  ...unknownHealth,
  {
    at: at(permit, 'consumption-and-income'),
    personKey: loes,
    entry: entry('positive', 'Er komen banen bij.', { basis: ['figure'], certainty: 'high' }),
  },
  {
    at: at(permit, 'consumption-and-income'),
    personKey: twan,
    entry: entry('mixed', 'Banen wel, zekerheid niet.', { basis: ['research'] }),
  },
  {
    at: at(permit, 'spatial-quality'),
    personKey: giovanni,
    entry: entry('negative', 'Eén straat krijgt al het verkeer.'),
  },
  {
    at: at(permit, 'spatial-quality'),
    personKey: saskia,
    entry: entry('negative', 'Een groot gebouw zonder gezicht.'),
  },
  {
    at: at(work, 'consumption-and-income'),
    personKey: loes,
    entry: entry('positive', 'Vast werk voor de buurt.'),
  },
  {
    at: at(work, 'consumption-and-income'),
    personKey: jorine,
    entry: entry('positive', 'Inkomen waar je op kunt bouwen.'),
  },
  {
    at: at(work, 'education'),
    personKey: saskia,
    entry: entry('strongly-positive', 'Elk jaar dertig stages.'),
  },
  { at: at(work, 'education'), personKey: twan, entry: entry('positive', 'Als de begeleiding goed is.') },
  {
    at: at(work, 'subjective-well-being'),
    personKey: giovanni,
    entry: entry('positive', 'Het is weer een plek om trots op te zijn.'),
  },
  {
    at: at(work, 'subjective-well-being'),
    personKey: saskia,
    entry: entry('mixed', 'Trots op werk, boos over verkeer.'),
  },
  {
    at: at(work, 'subjective-well-being'),
    personKey: twan,
    entry: entry('unknown', 'Trots hebben we nooit gemeten.'),
  },
  { at: at(both, 'health'), personKey: saskia, entry: entry('positive', 'Minder ritten in de nacht.') },
  { at: at(both, 'health'), personKey: loes, entry: entry('neutral', 'Het blijft drukker dan het was.') },
  {
    at: at(both, 'spatial-quality'),
    personKey: giovanni,
    entry: entry('mixed', 'Beter, maar het gebouw blijft groot.'),
  },
  {
    at: at(both, 'economic-capital'),
    personKey: jorine,
    entry: entry('positive', 'Het gebouw houdt waarde als het anders te gebruiken is.'),
  },
  {
    at: at(both, 'natural-capital'),
    personKey: twan,
    entry: entry('negative', 'Bebouwde grond blijft bebouwd.'),
  },
];

const noted: DemoEffects['agreed'] = [
  {
    at: at(permit, 'health'),
    byKey: twan,
    agreed: agreed(
      'unknown',
      'Niemand heeft vooraf gemeten hoe mensen slapen. We weten dus niet wat er verandert.',
    ),
  },
  {
    at: at(permit, 'consumption-and-income'),
    byKey: loes,
    agreed: agreed('mixed', 'Er komen banen bij; ruim de helft is tijdelijk (voorbeeld).', {
      certainty: 'middle',
      basis: ['figure', 'research'],
      who: 'Jongeren met een mbo-diploma',
      distribution: 'uneven',
    }),
  },
  {
    at: at(permit, 'spatial-quality'),
    byKey: giovanni,
    agreed: agreed('negative', 'De last van het verkeer komt in twee straten terecht.', {
      certainty: 'high',
      basis: ['figure', 'residents'],
      who: 'Bewoners langs de ontsluitingsweg',
      distribution: 'uneven',
    }),
  },
  {
    at: at(work, 'consumption-and-income'),
    byKey: jorine,
    agreed: agreed('positive', 'Met afspraken over contracten hebben mensen uit de buurt er meer aan.', {
      certainty: 'middle',
      basis: ['expert'],
      who: 'Mensen die nu geen vast werk hebben',
    }),
  },
  {
    at: at(work, 'education'),
    byKey: saskia,
    agreed: agreed('positive', 'Stages dicht bij huis, zolang er begeleiding is.', {
      certainty: 'middle',
      basis: ['experience'],
      who: 'Studenten van het mbo',
      dissent: [
        {
          direction: 'neutral',
          role: 'Onderzoeker',
          why: 'Een deel van deze stages bestond al bij een ander bedrijf.',
        },
      ],
    }),
  },
  {
    at: at(work, 'subjective-well-being'),
    byKey: giovanni,
    agreed: agreed('mixed', 'Trots op het werk, en boosheid over het verkeer, soms bij dezelfde mensen.', {
      certainty: 'low',
      basis: ['residents'],
    }),
  },
  {
    at: at(both, 'health'),
    byKey: saskia,
    agreed: agreed('positive', 'Zonder ritten in de nacht slapen mensen beter dan in de andere opties.', {
      certainty: 'low',
      basis: ['assumption', 'residents'],
      dissent: [
        {
          direction: 'neutral',
          role: 'Gemeente',
          why: 'Het blijft drukker dan voor de komst van het bedrijf.',
        },
      ],
    }),
  },
  {
    at: at(both, 'spatial-quality'),
    byKey: giovanni,
    agreed: agreed('mixed', 'Het verkeer is beter verdeeld; het gebouw blijft groot.', {
      certainty: 'middle',
      basis: ['expert'],
    }),
  },
  {
    at: at(both, 'economic-capital'),
    byKey: jorine,
    agreed: agreed('positive', 'Een gebouw dat je anders kunt gebruiken, is later nog iets waard.', {
      certainty: 'middle',
      basis: ['expert'],
    }),
  },
  {
    at: at(both, 'natural-capital'),
    byKey: twan,
    agreed: agreed('negative', 'Bebouwde grond komt niet terug.', { certainty: 'high', basis: ['expert'] }),
  },
];

/** Revealed, and every filled cell talked about. Nobody said this, and no figure in it is real. */
export const medtechHeerlenEffects: DemoEffects = {
  frameworkId: 'planbureaus-8',
  createdByKey: loes,
  isRevealed: true,
  options: [
    {
      title: 'De vergunning volgen',
      theory: { condition: '', consequence: 'Banen en verkeer worden geteld, de rest niet.', reason: '' },
    },
    {
      title: 'Afspraken over werk',
      theory: {
        condition: 'we met bedrijf en scholen afspraken maken over contracten en stages',
        consequence: 'hebben mensen uit de buurt er meer aan',
        reason: 'zij dan echt aan het werk komen en blijven',
      },
    },
    {
      title: 'Werk én leefomgeving',
      theory: {
        condition: 'we ook afspreken hoe het verkeer rijdt en wat er later met het gebouw gebeurt',
        consequence: 'houdt de buurt het vol',
        reason: 'winst en last dan op dezelfde plek terechtkomen',
      },
    },
  ],
  inputs,
  agreed: noted,
  links: [
    {
      kind: 'trade-off',
      from: at(permit, 'consumption-and-income'),
      to: at(permit, 'spatial-quality'),
      explanation: 'Meer banen betekent meer ritten langs dezelfde straat.',
      size: 'large',
      decidedBy: 'Gemeente, en provincie voor de weg',
      createdByKey: giovanni,
    },
    {
      kind: 'synergy',
      from: at(work, 'education'),
      to: at(work, 'subjective-well-being'),
      explanation: 'Wie er zelf kan leren en werken, kijkt anders naar het gebouw.',
      size: 'middle',
      decidedBy: '',
      createdByKey: saskia,
    },
    {
      kind: 'burden-shift',
      from: at(permit, 'spatial-quality'),
      to: at(both, 'economic-capital'),
      explanation: 'Zonder afspraak over hergebruik betaalt de gemeente van later.',
      size: 'unknown',
      decidedBy: 'Gemeenteraad',
      createdByKey: jorine,
    },
  ],
  gaps: [
    {
      at: at(permit, 'health'),
      question: 'Hoe meet je wat verkeer met slaap doet, vóór het verkeer er is?',
      byKey: twan,
    },
  ],
};
