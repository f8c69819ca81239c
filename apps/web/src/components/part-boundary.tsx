import { Component, type ReactNode } from 'react';
import { CloudOff, RotateCw } from 'lucide-react';
import { useTranslation } from '../lib/i18n/use-translation.ts';
import { Button } from './button.tsx';
import styles from './states.module.css';

interface PartBoundaryProps {
  /** Shows nothing in its place: for what only adds to the page. */
  isQuiet?: boolean;
  children: ReactNode;
}

/** Keeps the page standing when a part of it does not load, such as without network: what one writes goes on. */
export class PartBoundary extends Component<PartBoundaryProps, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return this.props.isQuiet ? null : <BrokenPart />;
  }
}

function BrokenPart() {
  const { t } = useTranslation('common');
  return (
    <div role="alert" className={styles.empty}>
      <CloudOff aria-hidden="true" />
      <p className={styles.title}>{t('loadFailed')}</p>
      <p className={styles.text}>{t('partFailed')}</p>
      <Button icon={<RotateCw />} onPress={() => window.location.reload()}>
        {t('reload')}
      </Button>
    </div>
  );
}
