import type { DemoPerson } from '../demo-content.ts';

// Nobody here exists. The jobs are those that the programme's public pages name; the names are made up.
const person = (
  key: string,
  name: string,
  jobTitle: string,
  organisationSlug: string,
  extra: Partial<Pick<DemoPerson, 'language' | 'platformRole'>> = {},
): DemoPerson => ({
  key,
  name,
  jobTitle,
  email: `${key.replace('-', '.')}@voorbeeld.nl`,
  organisationSlug,
  language: 'nl',
  ...extra,
});

export const people: readonly DemoPerson[] = [
  person('nadia-elmansouri', 'Nadia El Mansouri', 'medewerker programmabureau', 'hetpon-telos', {
    platformRole: 'administrator',
  }),

  person('marit-hoekzema', 'Marit Hoekzema', 'coördinator CoP', 'hz-kczs'),
  person('anouk-dierickx', 'Anouk Dierickx', 'onderzoeker', 'hz-kczs'),
  person('joost-verschure', 'Joost Verschure', 'beleidsadviseur regionale ontwikkeling', 'prov-zeeland'),
  person('wim-baarslag', 'Wim Baarslag', 'programmamanager', 'gem-terneuzen'),
  person('fenna-terwolde', 'Fenna Terwolde', 'beleidsmedewerker', 'min-bzk'),
  person('tarik-aslandag', 'Tarik Aslandag', 'onderzoeker ruimte', 'pbl'),
  person('dewi-sanjoyo', 'Dewi Sanjoyo', 'beleidsmedewerker', 'min-lvvn'),
  person('ilyas-chaouki', 'Ilyas Chaouki', 'beleidsmedewerker', 'min-ienw'),

  person('harmke-oldenziel', 'Harmke Oldenziel', 'coördinator CoP', 'trendbureau-drenthe'),
  person('ebel-dijkhuis', 'Ebel Dijkhuis', 'coördinator CoP', 'spg'),
  person('shanice-rozenblad', 'Shanice Rozenblad', 'deskundige enquêtes', 'cbs'),
  person('amber-kuipersloot', 'Amber Kuipersloot', 'beleidsadviseur', 'prov-drenthe'),
  person('hilke-boersema', 'Hilke Boersema', 'beleidsonderzoeker', 'prov-groningen'),
  person('koen-wubbels', 'Koen Wubbels', 'onderzoeker', 'scp'),
  person('menno-feitsma', 'Menno Feitsma', 'onderzoeker', 'rug'),

  person('chaima-benhaddou', 'Chaima Benhaddou', 'coördinator CoP', 'hetpon-telos'),
  person('ruben-vanesveld', 'Ruben van Esveld', 'strateeg', 'mre'),
  person('yara-vrolijk', 'Yara Vrolijk', 'beleidsadviseur toekomstverkenning', 'prov-noord-brabant'),
  person('bas-oosterveen', 'Bas Oosterveen', 'onderzoeker', 'tiu'),
  person('lian-cheung', 'Li-An Cheung', 'adviseur brede welvaart', 'tno'),
  person('jorine-thijsen', 'Jorine Thijsen', 'beleidsmedewerker', 'min-ez'),
  person('daan-kerkstra', 'Daan Kerkstra', 'beleidsmedewerker', 'min-kgg'),

  person('pien-castelijns', 'Pien Castelijns', 'coördinator CoP', 'neimed'),
  person('loes-vanderheyden', 'Loes Vanderheyden', 'beleidsadviseur economie', 'gem-heerlen'),
  person('giovanni-pesch', 'Giovanni Pesch', 'beleidsadviseur brede welvaart', 'prov-limburg'),
  person('saskia-ubachs', 'Saskia Ubachs', 'docent-onderzoeker', 'zuyd'),
  person('twan-geelhoed', 'Twan Geelhoed', 'onderzoeker', 'ou'),

  person('sjoerd-wiarda', 'Sjoerd Wiarda', 'coördinator CoP', 'planbureau-fryslan'),
  person('gryt-zwanenburg', 'Gryt Zwanenburg', 'programmamanager Regio Deal', 'prov-fryslan'),
  person('hester-lindeboer', 'Hester Lindeboer', 'programmamanager landelijk gebied', 'prov-overijssel'),
  person('sander-nijhuizen', 'Sander Nijhuizen', 'beleidsadviseur', 'gem-zwolle'),
  person('priya-ramdhani', 'Priya Ramdhani', 'docent-onderzoeker', 'hanze', { language: 'en' }),
];
