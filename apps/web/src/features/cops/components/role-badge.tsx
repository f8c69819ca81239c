import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { CopRole } from '@kring/contracts';
import { Badge, type Tone } from '../../../components/badge.tsx';

const tones: Record<CopRole, Tone> = {
  observer: 'neutral',
  commenter: 'later',
  participant: 'primary',
  facilitator: 'review',
};

export function RoleBadge({ role }: { role: CopRole }) {
  const { t } = useTranslation('cops');
  return <Badge tone={tones[role]}>{t(`role.${role}`)}</Badge>;
}
