import { useRef } from 'react';
import { ImageUp, Trash2 } from 'lucide-react';
import { platformEndpoints, platformSettingsSchema, type PlatformSettings } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { ApiError } from '../../../lib/api/api-error.ts';
import { call, toProblem, urlOf } from '../../../lib/api/call.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useAct } from '../../../lib/use-act.ts';
import { useSettingsChanged } from '../use-settings-changed.ts';
import styles from './platform.module.css';

/** The logo in the head of the pages. */
export function LogoField({ settings }: { settings: PlatformSettings }) {
  const { t } = useTranslation('platform');
  const changed = useSettingsChanged();
  const act = useAct({
    'file-not-allowed': t('logo.wrongKind'),
    'payload-too-large': t('logo.tooLarge'),
  });
  const input = useRef<HTMLInputElement>(null);
  const send = (file: File) => act.run(async () => changed(await sendLogo(file)), t('logo.done'));
  const remove = async () => changed(await call(platformEndpoints.removeLogo, {}));
  return (
    <div className={styles.logo}>
      <p className={styles.soft}>{t('logo.text')}</p>
      {settings.logoPath ? (
        <img src={settings.logoPath} alt={t('logo.now')} className={styles.logoImage} />
      ) : (
        <p>{t('logo.none')}</p>
      )}
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        hidden
        aria-label={t('logo.choose')}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          if (file) void send(file);
        }}
      />
      <div className={styles.buttons}>
        <Button icon={<ImageUp />} isBusy={act.isBusy} onPress={() => input.current?.click()}>
          {t(settings.logoPath ? 'logo.other' : 'logo.choose')}
        </Button>
        {settings.logoPath ? (
          <Button icon={<Trash2 />} onPress={() => void act.run(remove, t('logo.removed'))}>
            {t('logo.remove')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

async function sendLogo(file: File): Promise<PlatformSettings> {
  const endpoint = platformEndpoints.setLogo;
  const answer = await fetch(urlOf(endpoint, {}), {
    method: endpoint.method,
    headers: { 'content-type': endpoint.upload },
    body: file,
  }).catch((cause: unknown) => {
    throw new ApiError('offline', { cause });
  });
  const body: unknown = await answer.json().catch(() => null);
  const settings = platformSettingsSchema.safeParse(body);
  if (answer.ok && settings.success) return settings.data;
  throw toProblem(endpoint, { status: answer.status, body });
}
