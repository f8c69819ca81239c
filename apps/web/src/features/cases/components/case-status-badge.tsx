import { CircleCheck, CircleDot, Compass } from 'lucide-react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { CaseStatus } from '@kring/contracts';
import { Badge, type Tone } from '../../../components/badge.tsx';

const looks = {
  exploring: { tone: 'later', Icon: Compass },
  active: { tone: 'primary', Icon: CircleDot },
  concluded: { tone: 'success', Icon: CircleCheck },
} as const satisfies Record<CaseStatus, { tone: Tone; Icon: typeof Compass }>;

export function CaseStatusBadge({ status }: { status: CaseStatus }) {
  const { t } = useTranslation('cases');
  const { tone, Icon } = looks[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {t(`status.${status}`)}
    </Badge>
  );
}
