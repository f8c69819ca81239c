import { useEffect, useState, useSyncExternalStore } from 'react';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useTranslation } from '../lib/i18n/use-translation.ts';
import { Button, IconButton } from './button.tsx';
import { currentToasts, dismissToast, subscribeToasts, type ToastItem } from './toast-queue.ts';
import styles from './toast.module.css';

const shownFor = { plain: 7_000, withAction: 15_000 };

/** The region where the results of one's own acts are told, politely. */
export function Toasts() {
  const { t } = useTranslation('common');
  const items = useSyncExternalStore(subscribeToasts, currentToasts);
  return (
    <section aria-label={t('toasts.label')} className={styles.region}>
      <ol role="list" aria-live="polite" aria-relevant="additions" className={styles.list}>
        {items.map((item) => (
          <Toast key={item.id} item={item} />
        ))}
      </ol>
    </section>
  );
}

function Toast({ item }: { item: ToastItem }) {
  const { t } = useTranslation('common');
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => dismissToast(item.id), item.action ? shownFor.withAction : shownFor.plain);
    return () => clearTimeout(timer);
  }, [isHeld, item]);
  const { action } = item;
  return (
    <li
      className={styles.toast}
      data-tone={item.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {item.tone === 'done' ? <CircleCheck aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
      <span className={styles.text}>{item.text}</span>
      {action ? (
        <Button
          variant="quiet"
          size="small"
          onPress={() => {
            dismissToast(item.id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton label={t('toasts.dismiss')} icon={<X />} onPress={() => dismissToast(item.id)} />
    </li>
  );
}
