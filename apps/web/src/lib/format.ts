import { useTranslation } from './i18n/use-translation.ts';

interface Formats {
  /** "di 24 nov 2026, 13:30" */
  dateTime(instant: string): string;
  /** "24 nov 2026" */
  date(instant: string): string;
  /** "vandaag, 13:30", "gisteren", "3 dagen geleden", else the date. */
  ago(instant: string): string;
}

const made = new Map<string, Formats>();

/** Dates in the language of the page and the time of the reader. */
export function useFormats(): Formats {
  const { language } = useTranslation();
  return formatsFor(language === 'en' ? 'en-GB' : 'nl-NL');
}

export function formatsFor(locale: string, now: () => number = Date.now): Formats {
  const known = made.get(locale);
  if (known) return known;
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short' });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const formats: Formats = {
    dateTime: (instant) => {
      const at = new Date(instant);
      return `${weekday.format(at)} ${day.format(at)}, ${time.format(at)}`;
    },
    date: (instant) => day.format(new Date(instant)),
    ago(instant) {
      const at = new Date(instant);
      const days = daysBetween(at, new Date(now()));
      if (days <= 0) return `${relative.format(0, 'day')}, ${time.format(at)}`;
      return days < 7 ? relative.format(-days, 'day') : day.format(at);
    },
  };
  made.set(locale, formats);
  return formats;
}

function daysBetween(then: Date, now: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(now) - midnight(then)) / 86_400_000);
}
