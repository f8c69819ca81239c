import type { DemoOrganisation } from '../demo-content.ts';

/** The ministries of Agriculture and of Economic Affairs and Climate changed on the day the cabinet changed. */
const CABINET_CHANGE = '2024-07-02';

/** The bureau's new name was in use when its CoP began in June 2023; the day itself is an assumption. */
const FRYSLAN_NEW_NAME = '2023-01-01';

const bureaus: DemoOrganisation[] = [
  {
    slug: 'hetpon-telos',
    name: 'Het PON & Telos',
    abbreviation: '',
    kind: 'planning-bureau',
    region: 'Noord-Brabant',
  },
  {
    slug: 'planbureau-fryslan',
    name: 'Planbureau Fryslân',
    abbreviation: '',
    kind: 'planning-bureau',
    region: 'Fryslân',
    formerNames: [{ name: 'Fries Sociaal Planbureau', until: FRYSLAN_NEW_NAME }],
  },
  {
    slug: 'cmo-stamm',
    name: 'CMO STAMM',
    abbreviation: '',
    kind: 'other',
    region: 'Groningen en Drenthe',
  },
  {
    slug: 'spg',
    name: 'Sociaal Planbureau Groningen',
    abbreviation: 'SPG',
    kind: 'planning-bureau',
    region: 'Groningen',
    parentSlug: 'cmo-stamm',
  },
  {
    slug: 'trendbureau-drenthe',
    name: 'Trendbureau Drenthe',
    abbreviation: '',
    kind: 'planning-bureau',
    region: 'Drenthe',
    parentSlug: 'cmo-stamm',
  },
  {
    slug: 'hz-kczs',
    name: 'HZ Kenniscentrum Zeeuwse Samenleving',
    abbreviation: 'HZ KCZS',
    kind: 'planning-bureau',
    region: 'Zeeland',
    parentSlug: 'hz',
  },
  {
    slug: 'neimed',
    name: 'NEIMED, Sociaal-Economisch Kenniscentrum Limburg',
    abbreviation: 'NEIMED',
    kind: 'planning-bureau',
    region: 'Limburg',
  },
];

const ministries: DemoOrganisation[] = [
  {
    slug: 'min-bzk',
    name: 'Ministerie van Binnenlandse Zaken en Koninkrijksrelaties',
    abbreviation: 'BZK',
    kind: 'ministry',
    region: 'Nederland',
  },
  {
    slug: 'min-lvvn',
    name: 'Ministerie van Landbouw, Visserij, Voedselzekerheid en Natuur',
    abbreviation: 'LVVN',
    kind: 'ministry',
    region: 'Nederland',
    formerNames: [{ name: 'Ministerie van Landbouw, Natuur en Voedselkwaliteit', until: CABINET_CHANGE }],
  },
  {
    slug: 'min-ienw',
    name: 'Ministerie van Infrastructuur en Waterstaat',
    abbreviation: 'IenW',
    kind: 'ministry',
    region: 'Nederland',
  },
  {
    slug: 'min-ez',
    name: 'Ministerie van Economische Zaken',
    abbreviation: 'EZ',
    kind: 'ministry',
    region: 'Nederland',
    formerNames: [{ name: 'Ministerie van Economische Zaken en Klimaat', until: CABINET_CHANGE }],
  },
  {
    slug: 'min-kgg',
    name: 'Ministerie van Klimaat en Groene Groei',
    abbreviation: 'KGG',
    kind: 'ministry',
    region: 'Nederland',
    formerNames: [{ name: 'Ministerie van Economische Zaken en Klimaat', until: CABINET_CHANGE }],
  },
];

const of =
  (kind: DemoOrganisation['kind']) =>
  (slug: string, name: string, abbreviation: string, region: string): DemoOrganisation => ({
    slug,
    name,
    abbreviation,
    kind,
    region,
  });
const knowledgeInstitute = of('knowledge-institute');
const education = of('education');
const province = of('province');
const municipality = of('municipality');

export const organisations: readonly DemoOrganisation[] = [
  education('hz', 'HZ University of Applied Sciences', 'HZ', 'Zeeland'),
  ...bureaus,
  ...ministries,
  knowledgeInstitute('cbs', 'Centraal Bureau voor de Statistiek', 'CBS', 'Nederland'),
  knowledgeInstitute('pbl', 'Planbureau voor de Leefomgeving', 'PBL', 'Nederland'),
  knowledgeInstitute('scp', 'Sociaal en Cultureel Planbureau', 'SCP', 'Nederland'),
  knowledgeInstitute('tno', 'TNO', 'TNO', 'Nederland'),
  education('zuyd', 'Zuyd Hogeschool', '', 'Limburg'),
  education('ou', 'Open Universiteit', 'OU', 'Nederland'),
  education('hanze', 'Hanzehogeschool Groningen', '', 'Groningen'),
  education('rug', 'Rijksuniversiteit Groningen', 'RUG', 'Groningen'),
  education('tiu', 'Tilburg University', '', 'Noord-Brabant'),
  province('prov-zeeland', 'Provincie Zeeland', '', 'Zeeland'),
  province('prov-limburg', 'Provincie Limburg', '', 'Limburg'),
  province('prov-fryslan', 'Provincie Fryslân', '', 'Fryslân'),
  province('prov-overijssel', 'Provincie Overijssel', '', 'Overijssel'),
  province('prov-groningen', 'Provincie Groningen', '', 'Groningen'),
  province('prov-drenthe', 'Provincie Drenthe', '', 'Drenthe'),
  province('prov-noord-brabant', 'Provincie Noord-Brabant', '', 'Noord-Brabant'),
  municipality('gem-terneuzen', 'Gemeente Terneuzen', '', 'Zeeland'),
  municipality('gem-heerlen', 'Gemeente Heerlen', '', 'Limburg'),
  municipality('gem-zwolle', 'Gemeente Zwolle', '', 'Overijssel'),
  {
    slug: 'mre',
    name: 'Metropoolregio Eindhoven',
    abbreviation: 'MRE',
    kind: 'region',
    region: 'Noord-Brabant',
  },
];
