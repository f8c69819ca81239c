import { copRoles } from '@kring/contracts';
import type { DemoMember } from '../demo-content.ts';

type Role = DemoMember['role'];

function inCop(copSlug: string, roles: Readonly<Partial<Record<Role, readonly string[]>>>): DemoMember[] {
  return copRoles
    .toReversed()
    .flatMap((role) => (roles[role] ?? []).map((personKey) => ({ copSlug, personKey, role })));
}

export const members: readonly DemoMember[] = [
  ...inCop('bewoners-in-beeld', {
    facilitator: ['harmke-oldenziel', 'ebel-dijkhuis'],
    participant: [
      'shanice-rozenblad',
      'amber-kuipersloot',
      'hilke-boersema',
      'koen-wubbels',
      'menno-feitsma',
      'giovanni-pesch',
      'sander-nijhuizen',
    ],
    observer: ['fenna-terwolde'],
  }),
  ...inCop('gebiedsgericht-werken', {
    facilitator: ['marit-hoekzema'],
    participant: [
      'anouk-dierickx',
      'joost-verschure',
      'wim-baarslag',
      'fenna-terwolde',
      'tarik-aslandag',
      'hester-lindeboer',
      'amber-kuipersloot',
    ],
    commenter: ['ilyas-chaouki'],
  }),
  { copSlug: 'gebiedsgericht-werken', personKey: 'dewi-sanjoyo', role: 'observer', isNew: true },
  ...inCop('oog-voor-de-toekomst', {
    facilitator: ['chaima-benhaddou'],
    participant: [
      'ruben-vanesveld',
      'yara-vrolijk',
      'bas-oosterveen',
      'lian-cheung',
      'koen-wubbels',
      'ilyas-chaouki',
    ],
    observer: ['daan-kerkstra'],
  }),
  ...inCop('sturen-op-impact', {
    facilitator: ['pien-castelijns'],
    participant: [
      'loes-vanderheyden',
      'giovanni-pesch',
      'saskia-ubachs',
      'twan-geelhoed',
      'lian-cheung',
      'jorine-thijsen',
    ],
    observer: ['joost-verschure'],
  }),
  ...inCop('lerende-adaptieve-aanpak', {
    facilitator: ['sjoerd-wiarda'],
    participant: [
      'gryt-zwanenburg',
      'hester-lindeboer',
      'sander-nijhuizen',
      'priya-ramdhani',
      'menno-feitsma',
      'dewi-sanjoyo',
      'jorine-thijsen',
    ],
    observer: ['marit-hoekzema'],
  }),
];
