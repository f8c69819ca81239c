import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useTranslation } from '../lib/i18n/use-translation.ts';

/** Gives React Aria's own words the language of the page. */
export function AriaLocale({ children }: { children: ReactNode }) {
  const { language } = useTranslation();
  return <I18nProvider locale={language === 'en' ? 'en-GB' : 'nl-NL'}>{children}</I18nProvider>;
}
