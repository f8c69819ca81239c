import type { DemoCell, DemoEffects } from '../../../demo-content.ts';
import { agreed, entry } from '../../effect-builders.ts';

const [nothing, growth, bundling] = [0, 1, 2] as const;
const at = (option: number, theme: string, dimension: DemoCell['dimension'] = 'here-now'): DemoCell => ({
  option,
  theme,
  dimension,
});

const [joost, wim, fenna, tarik, hester, anouk] = [
  'joost-verschure',
  'wim-baarslag',
  'fenna-terwolde',
  'tarik-aslandag',
  'hester-lindeboer',
  'anouk-dierickx',
] as const;

/** Fiction on top of public facts: nobody said this, and no figure in it is real. */
export const zeeuwsVlaanderenEffects: DemoEffects = {
  frameworkId: 'dialoog-8x3',
  createdByKey: joost,
  isRevealed: true,
  options: [
    {
      title: 'Niets veranderen',
      theory: {
        condition: '',
        consequence:
          'De bevolking krimpt langzaam verder. Scholen, winkels en zorg komen verder uit elkaar te liggen.',
        reason: '',
      },
    },
    {
      title: 'Groeien naar 125.000 inwoners',
      theory: {
        condition: 'we woningen bouwen bij de kernen en werk over de grens makkelijker maken',
        consequence: 'komen er jonge huishoudens bij en blijven voorzieningen overeind',
        reason: 'een school, een bus en een huisarts genoeg mensen nodig hebben',
      },
    },
    {
      title: 'Niet groeien, wel bundelen',
      theory: {
        condition: 'we voorzieningen in een paar kernen samenbrengen en het vervoer daarheen verbeteren',
        consequence: 'houdt iedereen toegang, ook als er minder mensen wonen',
        reason: 'bereikbaarheid meer telt dan een voorziening in elk dorp',
      },
    },
  ],
  inputs: [
    { at: at(growth, 'housing'), personKey: joost, entry: entry('positive', 'De school blijft open.') },
    {
      at: at(growth, 'housing'),
      personKey: wim,
      entry: entry('strongly-positive', 'Er is eindelijk weer iets te koop voor starters.'),
    },
    {
      at: at(growth, 'housing'),
      personKey: fenna,
      entry: entry('positive', 'Voorzieningen blijven binnen bereik.', { certainty: 'middle' }),
    },
    {
      at: at(growth, 'housing'),
      personKey: hester,
      entry: entry('mixed', 'Goed voor de kernen, maar de kleine dorpen merken er niets van.'),
    },
    {
      at: at(growth, 'society'),
      personKey: joost,
      entry: entry('positive', 'Verenigingen krijgen weer leden.'),
    },
    {
      at: at(growth, 'society'),
      personKey: anouk,
      entry: entry('mixed', 'Nieuwe mensen brengen leven, en het kost tijd voor je elkaar kent.', {
        basis: ['residents'],
      }),
    },
    {
      at: at(growth, 'society'),
      personKey: tarik,
      entry: entry('negative', 'Wie er al woont, kan zich minder thuis gaan voelen.'),
    },
    {
      at: at(growth, 'labour-and-leisure'),
      personKey: wim,
      entry: entry('positive', 'Bedrijven vinden weer mensen.', { basis: ['experience'] }),
    },
    {
      at: at(growth, 'labour-and-leisure'),
      personKey: joost,
      entry: entry('positive', 'Er zijn veel vacatures.'),
    },
    {
      at: at(growth, 'environment'),
      personKey: tarik,
      entry: entry('negative', 'Bouwen kost open ruimte.', { basis: ['expert'], certainty: 'high' }),
    },
    {
      at: at(growth, 'environment'),
      personKey: fenna,
      entry: entry('negative', 'Meer auto’s, meer asfalt.'),
    },
    {
      at: at(growth, 'environment'),
      personKey: wim,
      entry: entry('neutral', 'Als je binnen de kernen bouwt, valt het mee.'),
    },
    {
      at: at(growth, 'environment', 'later'),
      personKey: tarik,
      entry: entry('strongly-negative', 'Wat je volbouwt, krijg je niet terug.', { horizon: '2050' }),
    },
    {
      at: at(growth, 'environment', 'later'),
      personKey: anouk,
      entry: entry('negative', 'Minder natuur voor wie na ons komt.'),
    },
    {
      at: at(growth, 'society', 'elsewhere'),
      personKey: fenna,
      entry: entry('negative', 'Wie hier komt wonen, gaat ergens anders weg.', {
        elsewhereScope: 'other-region',
      }),
    },
    {
      at: at(growth, 'labour-and-leisure', 'elsewhere'),
      personKey: joost,
      entry: entry('mixed', 'België verliest werkers, maar de grensstreek wordt als geheel sterker.', {
        elsewhereScope: 'abroad',
      }),
    },
    {
      at: at(growth, 'health', 'later'),
      personKey: anouk,
      entry: entry('unknown', 'We weten niet of de zorg meegroeit.'),
    },
    {
      at: at(nothing, 'housing'),
      personKey: joost,
      entry: entry('negative', 'De afstand tot voorzieningen groeit door.'),
    },
    {
      at: at(nothing, 'housing'),
      personKey: hester,
      entry: entry('negative', 'Jongeren vinden geen passend huis en gaan weg.'),
    },
    {
      at: at(nothing, 'environment'),
      personKey: tarik,
      entry: entry('positive', 'De open ruimte blijft open.'),
    },
    {
      at: at(bundling, 'housing'),
      personKey: anouk,
      entry: entry('positive', 'Iedereen weet waar iets te vinden is.'),
    },
    {
      at: at(bundling, 'housing'),
      personKey: wim,
      entry: entry('mixed', 'Goed voor de kernen, slecht nieuws voor de dorpen daaromheen.'),
    },
  ],
  agreed: [
    {
      at: at(growth, 'housing'),
      byKey: joost,
      agreed: agreed('positive', 'Met meer inwoners blijven school, bus en winkel in de kernen bestaan.', {
        certainty: 'middle',
        basis: ['experience', 'residents'],
        who: 'Gezinnen en starters in de kernen',
        distribution: 'uneven',
        dissent: [
          {
            direction: 'mixed',
            role: 'Onderzoeker',
            why: 'In de kleine dorpen verdwijnt de voorziening ook bij groei: die gaat naar de grootste kern.',
          },
        ],
      }),
    },
    {
      at: at(growth, 'society'),
      byKey: anouk,
      agreed: agreed('mixed', 'Nieuwkomers houden verenigingen in leven, maar banden maken kost jaren.', {
        certainty: 'low',
        basis: ['residents'],
        who: 'Nieuwkomers, en wie er altijd al woonde',
      }),
    },
    {
      at: at(growth, 'labour-and-leisure'),
      byKey: wim,
      agreed: agreed('positive', 'Openstaand werk kan worden gedaan; de reistijd wordt korter.', {
        certainty: 'middle',
        basis: ['experience'],
        who: 'Werkgevers in haven en zorg',
      }),
    },
    {
      at: at(growth, 'environment'),
      byKey: tarik,
      agreed: agreed('negative', 'Woningen en wegen nemen ruimte in die nu open is.', {
        certainty: 'high',
        basis: ['expert'],
        evidence: [
          {
            label: 'CBS, Monitor Brede Welvaart',
            url: 'https://www.cbs.nl/nl-nl/visualisaties/monitor-brede-welvaart-en-de-sustainable-development-goals',
          },
        ],
      }),
    },
    {
      at: at(growth, 'environment', 'later'),
      byKey: tarik,
      agreed: agreed('negative', 'Bebouwd land komt niet terug: wie na ons komt, erft minder natuur.', {
        certainty: 'high',
        basis: ['research'],
        horizon: '2030-2050',
      }),
    },
    {
      at: at(growth, 'society', 'elsewhere'),
      byKey: fenna,
      agreed: agreed('negative', 'Wie hierheen verhuist, ontbreekt in een andere krimpregio.', {
        certainty: 'middle',
        basis: ['assumption'],
        elsewhereScope: 'other-region',
      }),
    },
    {
      at: at(growth, 'labour-and-leisure', 'elsewhere'),
      byKey: joost,
      agreed: agreed('mixed', 'Werkgevers net over de grens raken mensen kwijt; de streek als geheel wint.', {
        certainty: 'low',
        basis: ['experience'],
        elsewhereScope: 'abroad',
      }),
    },
    {
      at: at(growth, 'health', 'later'),
      byKey: anouk,
      agreed: agreed('unknown', 'Niemand kan zeggen of er genoeg huisartsen komen als de streek groeit.'),
    },
    {
      at: at(nothing, 'housing'),
      byKey: joost,
      agreed: agreed('negative', 'De afstand tot voorzieningen groeit elk jaar een beetje.', {
        certainty: 'high',
        basis: ['figure'],
        who: 'Ouderen zonder auto',
      }),
    },
    {
      at: at(nothing, 'environment'),
      byKey: tarik,
      agreed: agreed('positive', 'De open ruimte en de rust blijven.', {
        certainty: 'middle',
        basis: ['expert'],
      }),
    },
  ],
  links: [
    {
      kind: 'trade-off',
      from: at(growth, 'housing'),
      to: at(growth, 'environment'),
      explanation: 'Elke woning die voorzieningen overeind houdt, kost open ruimte.',
      size: 'large',
      decidedBy: 'Gemeenteraden en provincie',
      createdByKey: tarik,
    },
    {
      kind: 'burden-shift',
      from: at(growth, 'environment'),
      to: at(growth, 'environment', 'later'),
      explanation: 'Wij hebben het huis, de volgende generatie mist het landschap.',
      size: 'large',
      decidedBy: 'Provincie',
      createdByKey: anouk,
    },
    {
      kind: 'trade-off',
      from: at(growth, 'labour-and-leisure'),
      to: at(growth, 'society', 'elsewhere'),
      explanation: 'Een werker erbij hier is een werker minder in een andere regio.',
      size: 'middle',
      decidedBy: 'Rijk',
      createdByKey: fenna,
    },
    {
      kind: 'synergy',
      from: at(growth, 'housing'),
      to: at(growth, 'society'),
      explanation: 'Waar een school en een winkel zijn, komen mensen elkaar tegen.',
      size: 'middle',
      decidedBy: '',
      createdByKey: joost,
    },
  ],
  gaps: [
    {
      at: at(growth, 'health', 'later'),
      question: 'Wat betekent groei voor de zorg in Zeeuws-Vlaanderen over twintig jaar?',
      byKey: anouk,
    },
  ],
};
