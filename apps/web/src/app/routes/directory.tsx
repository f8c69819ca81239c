import { PageHeader } from '../../components/page-header.tsx';
import { Directory } from '../../features/directory/components/directory.tsx';
import { useTranslation } from '../../lib/i18n/use-translation.ts';

/** Everybody with whom one shares a CoP. */
export function Component() {
  const { t } = useTranslation('directory');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Directory />
    </>
  );
}
