import { useEffect, useRef } from 'react';
import type { PlatformSettings } from '@kring/contracts';
import { accentColors, isReadable, lowestContrast, readableLike, type ThemeName } from '@kring/domain';
import { Button } from '../../../components/button.tsx';
import { TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useAct } from '../../../lib/use-act.ts';
import { useSettingsForm } from '../use-settings-form.ts';
import styles from './platform.module.css';

const own = { light: '#0f5c5c', dark: '#6fc7bf' };
const isColor = (text: string) => /^#[0-9a-f]{6}$/i.test(text.trim());

/** The colour of buttons and links, one for each theme, with what can be read and what cannot. */
export function AccentForm({ settings }: { settings: PlatformSettings }) {
  const { t } = useTranslation('platform');
  const act = useAct();
  const saved = settings.accent ?? own;
  const { draft, form, change, save, send, cancel } = useSettingsForm<typeof own>(
    settings.version,
    (colors) => ({
      accent: { ...saved, ...colors },
    }),
  );
  const { light, dark } = { ...saved, ...draft };
  return (
    <Form
      form={form}
      submitLabel={t('accent.save')}
      onSubmit={save}
      onCancel={cancel}
      aside={
        settings.accent ? (
          <Button
            isBusy={act.isBusy}
            onPress={() => void act.run(() => send({ accent: null }), t('accent.cleared'))}
          >
            {t('accent.clear')}
          </Button>
        ) : null
      }
    >
      <p className={styles.soft}>{t('accent.text')}</p>
      <TextField
        label={t('accent.light')}
        hint={t('accent.hint')}
        value={light}
        maxLength={7}
        spellCheck={false}
        onChange={(value) => change({ light: value })}
        problem={form.problemOf('accent.light')}
      />
      <Sample theme="light" color={light} onUse={(value) => change({ light: value })} />
      <TextField
        label={t('accent.dark')}
        hint={t('accent.hint')}
        value={dark}
        maxLength={7}
        spellCheck={false}
        onChange={(value) => change({ dark: value })}
        problem={form.problemOf('accent.dark')}
      />
      <Sample theme="dark" color={dark} onUse={(value) => change({ dark: value })} />
    </Form>
  );
}

interface SampleProps {
  theme: ThemeName;
  color: string;
  onUse: (color: string) => void;
}

/** How it looks, whether it can be read, and the nearest that can. */
function Sample({ theme, color, onUse }: SampleProps) {
  const { t, language } = useTranslation('platform');
  const sample = useRef<HTMLDivElement>(null);
  const known = isColor(color) ? color.trim().toLowerCase() : null;
  useEffect(() => {
    // Set one by one: the content security policy allows no style attribute.
    const style = sample.current?.style;
    if (!style || known === null) return;
    const { primary, tint, on } = accentColors(known, theme);
    style.setProperty('--sample', primary);
    style.setProperty('--sample-tint', tint);
    style.setProperty('--sample-on', on);
  }, [known, theme]);
  if (known === null) return <p className={styles.soft}>{t('accent.noColor')}</p>;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const ratio = number.format(Math.floor(lowestContrast(known, theme) * 10) / 10);
  const isFine = isReadable(known, theme);
  const better = isFine ? known : readableLike(known, theme);
  return (
    <div className={styles.sampleRow}>
      <div ref={sample} className={styles.sample} data-theme-sample={theme} aria-hidden="true">
        <span>{t('accent.button')}</span>
        <em>{t('accent.link')}</em>
      </div>
      <p role="status" className={styles.verdict} data-fine={isFine || undefined}>
        {t(isFine ? 'accent.fine' : `accent.${theme === 'light' ? 'tooLight' : 'tooDark'}`, { ratio })}
      </p>
      {isFine ? null : (
        <Button size="small" onPress={() => onUse(better)}>
          {t('accent.use', { color: better })}
        </Button>
      )}
    </div>
  );
}
