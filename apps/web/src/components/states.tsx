import type { ReactNode } from 'react';
import { CloudOff, LockKeyhole, RotateCw } from 'lucide-react';
import { useTranslation } from '../lib/i18n/use-translation.ts';
import { isOffline, toApiError } from '../lib/api/api-error.ts';
import { useErrorText } from '../lib/error-text.ts';
import { Button, ButtonLink } from './button.tsx';
import styles from './states.module.css';

/** Grey lines in the place of what is coming; they appear after 300 ms only. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation('common');
  return (
    <div role="status" aria-label={t('loading')} className={styles.skeleton}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={styles.line} />
      ))}
    </div>
  );
}

interface EmptyStateProps {
  title: string;
  /** What this place is for, and who may fill it. */
  children: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <span className={styles.ring} aria-hidden="true" />
      <p className={styles.title}>{title}</p>
      <p className={styles.text}>{children}</p>
      {action}
    </div>
  );
}

/** What happened and what to do. `noAccess` says who can give access; `isPage` when nothing else is on the page. */
export function ErrorState({
  error,
  onRetry,
  noAccess,
  isPage = false,
}: {
  error: unknown;
  onRetry: () => void;
  noAccess?: string;
  isPage?: boolean;
}) {
  const { t } = useTranslation('common');
  const errorText = useErrorText();
  const apiError = toApiError(error);
  const isRefused = apiError.code === 'not-allowed' || apiError.code === 'not-found';
  const title = t(isRefused ? 'refused' : 'loadFailed');
  const isExplained = apiError.code === 'not-allowed' && noAccess;
  return (
    <div role="alert" className={styles.empty}>
      {isRefused ? <LockKeyhole aria-hidden="true" /> : <CloudOff aria-hidden="true" />}
      {isPage ? (
        <>
          <title>{t('documentTitle', { title })}</title>
          <h1 className={styles.pageTitle}>{title}</h1>
        </>
      ) : (
        <p className={styles.title}>{title}</p>
      )}
      <p className={styles.text}>
        {isExplained ? noAccess : errorText(apiError)}
        {apiError.code === 'not-found' && noAccess ? ` ${noAccess}` : ''}
      </p>
      {apiError.correlationId && apiError.code === 'internal-error' ? (
        <p className={styles.reference}>{t('reference', { id: apiError.correlationId })}</p>
      ) : null}
      {isRefused ? null : (
        <Button icon={<RotateCw />} onPress={onRetry}>
          {t('retry')}
        </Button>
      )}
      {isRefused && isPage ? <ButtonLink to="/">{t('goHome')}</ButtonLink> : null}
    </div>
  );
}

interface QueryLike<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
  refetch(): Promise<unknown>;
}

/** Shows what was loaded; else the skeleton or the error. Data once loaded stays when the network goes. */
export function QueryView<T>({
  query,
  noAccess,
  lines,
  isPage,
  children,
}: {
  query: QueryLike<T>;
  noAccess?: string;
  lines?: number;
  /** There is no page header until this has been loaded. */
  isPage?: boolean;
  children: (data: T) => ReactNode;
}) {
  const { t } = useTranslation('common');
  if (query.data !== undefined) {
    return (
      <>
        {query.error && isOffline(query.error) ? <p className={styles.stale}>{t('offline')}</p> : null}
        {children(query.data)}
      </>
    );
  }
  if (query.error) {
    const retry = () => void query.refetch();
    return <ErrorState error={query.error} noAccess={noAccess} isPage={isPage} onRetry={retry} />;
  }
  return <Skeleton lines={lines} />;
}
