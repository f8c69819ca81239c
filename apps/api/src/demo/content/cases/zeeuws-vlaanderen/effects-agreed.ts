import type { DemoEffects } from '../../../demo-content.ts';
import { agreed } from '../../effect-builders.ts';
import { anouk, at, bundling, fenna, growth, hester, joost, nothing, tarik, wim } from './effect-cells.ts';

/** What the group noted after it revealed and talked, as fictional as the rest. */
export const zeeuwsVlaanderenAgreed: DemoEffects['agreed'] = [
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
  {
    at: at(nothing, 'subjective-well-being'),
    byKey: hester,
    agreed: agreed('mixed', 'Mensen wonen hier graag, en maken zich zorgen over wat verdwijnt.', {
      certainty: 'low',
      basis: ['residents'],
    }),
  },
  {
    at: at(nothing, 'material-well-being'),
    byKey: wim,
    agreed: agreed('neutral', 'Wie werk heeft, merkt er weinig van.', {
      certainty: 'middle',
      basis: ['experience'],
    }),
  },
  {
    at: at(nothing, 'health'),
    byKey: anouk,
    agreed: agreed('negative', 'De huisarts en het ziekenhuis worden moeilijker bereikbaar.', {
      certainty: 'high',
      basis: ['experience'],
      who: 'Ouderen, en mensen zonder auto',
    }),
  },
  {
    at: at(nothing, 'labour-and-leisure'),
    byKey: wim,
    agreed: agreed('mixed', 'Er is werk genoeg, maar bedrijven vinden er geen mensen voor.', {
      certainty: 'high',
      basis: ['experience'],
    }),
  },
  {
    at: at(nothing, 'society'),
    byKey: anouk,
    agreed: agreed('negative', 'Scholen en verenigingen houden te weinig mensen over.', {
      certainty: 'middle',
      basis: ['residents'],
    }),
  },
  {
    at: at(nothing, 'safety'),
    byKey: hester,
    agreed: agreed('neutral', 'We verwachten geen verschil.', { certainty: 'low', basis: ['assumption'] }),
  },
  {
    at: at(nothing, 'housing', 'later'),
    byKey: hester,
    agreed: agreed('negative', 'Huizen in de kleinste kernen komen leeg te staan.', {
      certainty: 'middle',
      basis: ['expert'],
      horizon: '2040',
    }),
  },
  {
    at: at(nothing, 'society', 'later'),
    byKey: joost,
    agreed: agreed('negative', 'Wie jong weggaat, komt meestal niet terug.', {
      certainty: 'middle',
      basis: ['experience'],
      horizon: '2030-2050',
    }),
  },
  {
    at: at(nothing, 'environment', 'later'),
    byKey: tarik,
    agreed: agreed('positive', 'Open land en natuur blijven over voor wie na ons komt.', {
      certainty: 'high',
      basis: ['expert'],
      horizon: '2050',
    }),
  },
  {
    at: at(nothing, 'society', 'elsewhere'),
    byKey: fenna,
    agreed: agreed('positive', 'Steden krijgen er jonge mensen bij.', {
      certainty: 'low',
      basis: ['assumption'],
      elsewhereScope: 'other-region',
    }),
  },
  {
    at: at(growth, 'subjective-well-being'),
    byKey: hester,
    agreed: agreed('mixed', 'Er komt weer leven in de kernen, en niet iedereen wil die drukte.', {
      certainty: 'low',
      basis: ['residents'],
    }),
  },
  {
    at: at(growth, 'material-well-being'),
    byKey: wim,
    agreed: agreed('positive', 'Huizen houden hun waarde en winkels hun klanten.', {
      certainty: 'middle',
      basis: ['expert'],
    }),
  },
  {
    at: at(growth, 'health'),
    byKey: anouk,
    agreed: agreed('mixed', 'Meer inwoners houden de huisarts hier, en vragen ook meer zorg.', {
      certainty: 'middle',
      basis: ['experience'],
    }),
  },
  {
    at: at(growth, 'safety'),
    byKey: hester,
    agreed: agreed('neutral', 'We verwachten geen verschil.', { certainty: 'low', basis: ['assumption'] }),
  },
  {
    at: at(growth, 'subjective-well-being', 'later'),
    byKey: anouk,
    agreed: agreed('unknown', 'Of mensen zich over twintig jaar thuis voelen, weten we niet.'),
  },
  {
    at: at(growth, 'material-well-being', 'later'),
    byKey: wim,
    agreed: agreed('positive', 'Een grotere streek houdt haar werkgevers.', {
      certainty: 'low',
      basis: ['expert'],
      horizon: '2040',
    }),
  },
  {
    at: at(growth, 'labour-and-leisure', 'later'),
    byKey: wim,
    agreed: agreed('mixed', 'Haven en industrie veranderen. Welk werk er dan is, staat niet vast.', {
      certainty: 'low',
      basis: ['expert'],
      horizon: '2050',
    }),
  },
  {
    at: at(growth, 'housing', 'later'),
    byKey: joost,
    agreed: agreed('positive', 'Er staan dan huizen die passen bij gezinnen en bij ouderen.', {
      certainty: 'middle',
      basis: ['assumption'],
      horizon: '2040',
    }),
  },
  {
    at: at(growth, 'society', 'later'),
    byKey: joost,
    agreed: agreed('positive', 'Een school trekt gezinnen, en gezinnen houden de school open.', {
      certainty: 'middle',
      basis: ['experience'],
      horizon: '2040',
    }),
  },
  {
    at: at(growth, 'environment', 'elsewhere'),
    byKey: tarik,
    agreed: agreed('negative', 'Bouwmateriaal en energie komen van ver.', {
      certainty: 'low',
      basis: ['assumption'],
      elsewhereScope: 'abroad',
    }),
  },
  {
    at: at(bundling, 'subjective-well-being'),
    byKey: hester,
    agreed: agreed('mixed', 'De rust blijft. Wie een voorziening kwijtraakt, voelt zich vergeten.', {
      certainty: 'middle',
      basis: ['residents'],
      who: 'Dorpen zonder school of winkel',
      distribution: 'uneven',
    }),
  },
  {
    at: at(bundling, 'material-well-being'),
    byKey: wim,
    agreed: agreed('neutral', 'De kosten van vervoer wegen op tegen lagere vaste lasten.', {
      certainty: 'low',
      basis: ['assumption'],
    }),
  },
  {
    at: at(bundling, 'health'),
    byKey: anouk,
    agreed: agreed('positive', 'In één centrum is er elke dag een huisarts en een apotheek.', {
      certainty: 'middle',
      basis: ['experience'],
    }),
  },
  {
    at: at(bundling, 'labour-and-leisure'),
    byKey: joost,
    agreed: agreed('neutral', 'Bundelen brengt geen werk en kost geen werk.', {
      certainty: 'middle',
      basis: ['assumption'],
    }),
  },
  {
    at: at(bundling, 'housing'),
    byKey: wim,
    agreed: agreed('mixed', 'Goed voor wie in de kern woont. Daarbuiten wordt elke afstand langer.', {
      certainty: 'middle',
      basis: ['experience'],
      who: 'Kleine dorpen',
      distribution: 'uneven',
    }),
  },
  {
    at: at(bundling, 'society'),
    byKey: anouk,
    agreed: agreed('negative', 'Een dorpshuis zonder school verliest zijn mensen.', {
      certainty: 'middle',
      basis: ['residents'],
    }),
  },
  {
    at: at(bundling, 'safety'),
    byKey: hester,
    agreed: agreed('neutral', 'We verwachten geen verschil.', { certainty: 'low', basis: ['assumption'] }),
  },
  {
    at: at(bundling, 'environment'),
    byKey: tarik,
    agreed: agreed('positive', 'Er hoeft weinig te worden gebouwd.', {
      certainty: 'high',
      basis: ['expert'],
    }),
  },
  {
    at: at(bundling, 'health', 'later'),
    byKey: anouk,
    agreed: agreed('positive', 'Een praktijk met genoeg patiënten vindt opvolgers.', {
      certainty: 'low',
      basis: ['experience'],
      horizon: '2040',
    }),
  },
  {
    at: at(bundling, 'society', 'later'),
    byKey: anouk,
    agreed: agreed('unknown', 'Of dorpen zonder eigen voorzieningen levend blijven, weten we niet.'),
  },
  {
    at: at(bundling, 'environment', 'later'),
    byKey: tarik,
    agreed: agreed('positive', 'Het landschap blijft open voor wie na ons komt.', {
      certainty: 'middle',
      basis: ['expert'],
      horizon: '2050',
    }),
  },
  {
    at: at(bundling, 'labour-and-leisure', 'elsewhere'),
    byKey: joost,
    agreed: agreed('neutral', 'Over de grens verandert er niets.', {
      certainty: 'low',
      basis: ['assumption'],
      elsewhereScope: 'abroad',
    }),
  },
];
