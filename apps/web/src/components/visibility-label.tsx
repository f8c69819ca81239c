import { CircleDashed, Earth, EyeOff, Network, UsersRound } from 'lucide-react';
import { useTranslation } from '../lib/i18n/use-translation.ts';
import type { Visibility } from '@kring/contracts';
import styles from './visibility-label.module.css';

const icons: Record<Visibility, typeof Earth> = {
  private: EyeOff,
  session: UsersRound,
  cop: CircleDashed,
  'all-cops': UsersRound,
  'cops-and-partners': UsersRound,
  network: Network,
  public: Earth,
};

export function VisibilityIcon({ visibility }: { visibility: Visibility }) {
  const Icon = icons[visibility];
  return <Icon aria-hidden="true" />;
}

/** Who can see something, in words with an icon. */
export function VisibilityLabel({ visibility }: { visibility: Visibility }) {
  const { t } = useTranslation('common');
  return (
    <span className={styles.label}>
      <VisibilityIcon visibility={visibility} />
      {t(`visibility.${visibility}`)}
    </span>
  );
}
