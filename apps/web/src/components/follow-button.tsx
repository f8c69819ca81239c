import { BellOff, BellRing } from 'lucide-react';
import type { FollowTarget } from '@kring/contracts';
import { useTranslation } from '../lib/i18n/use-translation.ts';
import { useFollow } from '../lib/use-follow.ts';
import { Button } from './button.tsx';

/** Begins and ends following. */
export function FollowButton({ target, id }: { target: FollowTarget; id: string }) {
  const { isFollowing, isBusy, toggle } = useFollow(target, id);
  if (isFollowing === undefined) return null;
  return <FollowToggle isFollowing={isFollowing} isBusy={isBusy} onToggle={toggle} />;
}

interface FollowToggleProps {
  isFollowing: boolean;
  isBusy: boolean;
  onToggle: () => void;
}

/** Says what pressing it does. */
export function FollowToggle({ isFollowing, isBusy, onToggle }: FollowToggleProps) {
  const { t } = useTranslation('common');
  return (
    <Button icon={isFollowing ? <BellOff /> : <BellRing />} isBusy={isBusy} onPress={onToggle}>
      {isFollowing ? t('follow.stop') : t('follow.start')}
    </Button>
  );
}
