import { Pencil, Plus, Search } from 'lucide-react';
import { Button, ButtonLink, IconButton, type ButtonVariant } from '../../../components/button.tsx';
import { FollowToggle } from '../../../components/follow-button.tsx';
import { useState } from 'react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { ShownState, Specimen } from './specimen.ts';

const nothing = () => undefined;
const variants: readonly ButtonVariant[] = ['primary', 'secondary', 'quiet', 'danger'];

function Sample({ variant, ...props }: { variant: ButtonVariant; isBusy?: boolean; isDisabled?: boolean }) {
  const { t } = useTranslation('style');
  const words = variant === 'danger' ? t('sample.remove') : t('sample.write');
  return (
    <Button variant={variant} icon={<Pencil />} onPress={nothing} {...props}>
      {words}
    </Button>
  );
}

function statesOf(variant: ButtonVariant): ShownState[] {
  const plain = () => <Sample variant={variant} />;
  return [
    { name: 'default', variant, Show: plain },
    { name: 'hover', variant, Show: plain },
    { name: 'focus', variant, Show: plain },
    { name: 'disabled', variant, Show: () => <Sample variant={variant} isDisabled /> },
    { name: 'busy', variant, Show: () => <Sample variant={variant} isBusy /> },
  ];
}

function SmallButton() {
  const { t } = useTranslation('style');
  return (
    <Button size="small" icon={<Plus />} onPress={nothing}>
      {t('sample.add')}
    </Button>
  );
}

function LinkSample() {
  const { t } = useTranslation('style');
  return <ButtonLink to="/stijl">{t('sample.goTo')}</ButtonLink>;
}

function IconSample({ isDisabled = false }: { isDisabled?: boolean }) {
  const { t } = useTranslation('style');
  return <IconButton label={t('sample.find')} icon={<Search />} isDisabled={isDisabled} onPress={nothing} />;
}

function Follow({ isBusy = false }: { isBusy?: boolean }) {
  const [isFollowing, setFollowing] = useState(false);
  return (
    <FollowToggle isFollowing={isFollowing} isBusy={isBusy} onToggle={() => setFollowing(!isFollowing)} />
  );
}

export const buttonSpecimens: readonly Specimen[] = [
  {
    file: 'button',
    states: [
      ...variants.flatMap(statesOf),
      { name: 'small', Show: SmallButton },
      { name: 'default', variant: 'link', Show: LinkSample },
      { name: 'default', variant: 'icon', Show: () => <IconSample /> },
      { name: 'hover', variant: 'icon', Show: () => <IconSample /> },
      { name: 'focus', variant: 'icon', Show: () => <IconSample /> },
      { name: 'disabled', variant: 'icon', Show: () => <IconSample isDisabled /> },
    ],
  },
  {
    file: 'follow-button',
    states: [
      { name: 'default', Show: () => <Follow /> },
      { name: 'busy', Show: () => <Follow isBusy /> },
      {
        name: 'chosen',
        Show: () => <FollowToggle isFollowing isBusy={false} onToggle={nothing} />,
      },
    ],
  },
];
