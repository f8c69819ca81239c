import type { DemoEffects } from '../../../demo-content.ts';
import { entry } from '../../effect-builders.ts';
import { zeeuwsVlaanderenAgreed } from './effects-agreed.ts';
import { anouk, at, bundling, fenna, growth, hester, joost, nothing, tarik, wim } from './effect-cells.ts';

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
  agreed: zeeuwsVlaanderenAgreed,
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
