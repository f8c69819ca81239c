import { Check } from 'lucide-react';
import { visibilities } from '@kring/contracts';
import { Avatar } from '../../../components/avatar.tsx';
import { Badge, type Tone } from '../../../components/badge.tsx';
import { Logo, LogoMark } from '../../../components/logo.tsx';
import { Breadcrumbs } from '../../../components/page-header.tsx';
import { PersonLine } from '../../../components/person-line.tsx';
import { VisibilityLabel } from '../../../components/visibility-label.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { Specimen } from './specimen.ts';

const tones: readonly Tone[] = [
  'neutral',
  'primary',
  'live',
  'review',
  'later',
  'warning',
  'success',
  'danger',
];
// Nobody here exists.
const names = ['Marit Hoekzema', 'Joost Verschure', 'Fenna Terwolde', 'Tarik Aslandag', 'Anna van den Berg'];

function Tones() {
  const { t } = useTranslation('style');
  return tones.map((tone) => (
    <Badge key={tone} tone={tone} icon={tone === 'success' ? <Check aria-hidden="true" /> : undefined}>
      {t(`tones.${tone}`)}
    </Badge>
  ));
}

function Someone({ isLong = false }: { isLong?: boolean }) {
  const { t } = useTranslation('style');
  return (
    <PersonLine
      person={{
        name: isLong ? 'Anna Wilhelmina van den Berg-Oosterhuis' : 'Marit Hoekzema',
        jobTitle: isLong ? t('sample.longJob') : t('sample.job'),
        organisation: null,
      }}
      {...(isLong && { more: t('sample.lastSeen') })}
    />
  );
}

function Crumbs() {
  const { t } = useTranslation('style');
  return (
    <Breadcrumbs
      items={[
        { label: t('sample.cop'), to: '/stijl' },
        { label: t('sample.caseTitle'), to: '/stijl#page-header' },
        { label: t('sample.note') },
      ]}
    />
  );
}

export const markSpecimens: readonly Specimen[] = [
  {
    file: 'logo',
    states: [
      { name: 'default', Show: () => <Logo /> },
      { name: 'small', Show: () => <Logo isCompact /> },
      { name: 'busy', Show: () => <LogoMark size={48} isBusy /> },
    ],
  },
  {
    file: 'avatar',
    states: [
      ...(['small', 'medium', 'large'] as const).map((size) => ({
        name: 'default' as const,
        variant: size,
        Show: () => names.map((name) => <Avatar key={name} name={name} size={size} />),
      })),
    ],
  },
  { file: 'badge', states: [{ name: 'default', Show: Tones }] },
  {
    file: 'visibility-label',
    states: [
      {
        name: 'default',
        Show: () => visibilities.map((one) => <VisibilityLabel key={one} visibility={one} />),
      },
    ],
  },
  {
    file: 'person-line',
    states: [
      { name: 'default', Show: () => <Someone /> },
      { name: 'filled', Show: () => <Someone isLong /> },
    ],
  },
  { file: 'page-header', states: [{ name: 'default', variant: 'Breadcrumbs', Show: Crumbs }] },
];
