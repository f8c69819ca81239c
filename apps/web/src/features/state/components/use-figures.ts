import type { SystemState } from '@kring/contracts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';

type Span = SystemState['spans'][number];

interface DayFigure {
  readonly key: string;
  readonly title: string;
  read(span: Span): number | null;
  write(value: number | null): string;
}

/** How figures are read and written in the language of the page. */
export function useFigures() {
  const { t, language } = useTranslation('state');
  const locale = language === 'en' ? 'en-GB' : 'nl-NL';
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const size = (unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, maximumSignificantDigits: 3 });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });

  const count = (value: number | null) => number.format(value ?? 0);
  const milliseconds = (value: number | null) =>
    value === null ? t('nobody') : t('milliseconds', { value: number.format(value) });
  const seconds = (value: number | null) => t('seconds', { value: number.format(value ?? 0) });
  const bytes = (value: number | null) =>
    (value ?? 0) < 1e9
      ? size('megabyte').format((value ?? 0) / 1e6)
      : size('gigabyte').format((value ?? 0) / 1e9);
  const ofDay: readonly DayFigure[] = [
    { key: 'connections', title: t('connections'), read: (span) => span.connections, write: count },
    { key: 'edits', title: t('edits'), read: (span) => span.edits, write: count },
    { key: 'saved', title: t('saved'), read: (span) => span.savedWithinMs, write: milliseconds },
    { key: 'waiting', title: t('waiting'), read: (span) => span.waitingSeconds, write: seconds },
    { key: 'refused', title: t('refused'), read: (span) => span.refused, write: count },
    { key: 'memory', title: t('memory'), read: (span) => span.memoryBytes, write: bytes },
  ];
  return { ofDay, count, milliseconds, seconds, bytes, time: (at: number) => clock.format(at) };
}
