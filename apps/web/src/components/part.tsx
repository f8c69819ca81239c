import {
  Component,
  lazy,
  Suspense,
  useEffect,
  type ComponentType,
  type LazyExoticComponent,
  type ReactNode,
} from 'react';
import { CloudOff, RotateCw } from 'lucide-react';
import { useTranslation } from '../lib/i18n/use-translation.ts';
import { Button } from './button.tsx';
import { showToast } from './toast-queue.ts';
import styles from './states.module.css';

/** A component of another module, which loads when it is first shown: within a `Part`. */
export function lazyPart<Name extends string, Props>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: (await load())[name] }));
}

interface PartProps {
  /** Where it is told that the part did not load: in its place, as the result of an act, or not, for mere additions. */
  tells?: 'here' | 'toast' | 'nothing';
  /** Stands there while the code loads. */
  fallback?: ReactNode;
  children: ReactNode;
}

/**
 * A part whose code loads on demand. The page stays standing when it does not come, such as without network: what one
 * writes goes on.
 */
export function Part({ tells = 'here', fallback = null, children }: PartProps) {
  return (
    <PartBoundary tells={tells}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </PartBoundary>
  );
}

type BoundaryProps = Pick<Required<PartProps>, 'tells' | 'children'>;

class PartBoundary extends Component<BoundaryProps, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render() {
    const { tells, children } = this.props;
    if (!this.state.isBroken) return children;
    if (tells === 'nothing') return null;
    return tells === 'toast' ? <BrokenAct /> : <BrokenPart />;
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

function BrokenAct() {
  const { t } = useTranslation('common');
  const text = `${t('loadFailed')}. ${t('partFailed')}`;
  useEffect(() => void showToast(text, { tone: 'failed' }), [text]);
  return null;
}
