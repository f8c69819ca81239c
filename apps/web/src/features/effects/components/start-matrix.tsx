import { useState } from 'react';
import { frameworks } from '@kring/domain';
import { effectEndpoints, type FrameworkId } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ChoiceField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { useContractForm } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { EffectActs } from '../hooks/use-effect-acts.ts';

/** What the lens is for, and who can start it. */
export function StartMatrix({ acts, mayStart }: { acts: EffectActs; mayStart: boolean }) {
  const { t } = useTranslation('effects');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <EmptyState
        title={t('start.title')}
        action={
          mayStart ? (
            <Button variant="primary" onPress={() => setOpen(true)}>
              {t('start.action')}
            </Button>
          ) : null
        }
      >
        {t('start.text')} {mayStart ? null : t('start.who')}
      </EmptyState>
      <Dialog title={t('start.action')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <FrameworkForm acts={acts} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function FrameworkForm({ acts, onClose }: { acts: EffectActs; onClose: () => void }) {
  const { t, language } = useTranslation('effects');
  const [frameworkId, setFrameworkId] = useState<FrameworkId>(frameworks[0]?.id ?? 'dialoog-8x3');
  const form = useContractForm(effectEndpoints.startEffects.body, async (body) => {
    await acts.start(body.frameworkId);
    onClose();
  });
  return (
    <Form
      form={form}
      submitLabel={t('start.submit')}
      onSubmit={() => void form.submit({ frameworkId })}
      onCancel={onClose}
    >
      <ChoiceField
        legend={t('start.framework')}
        hint={t('start.frameworkHint')}
        value={frameworkId}
        onChange={setFrameworkId}
        options={frameworks.map((framework) => ({
          value: framework.id,
          label: framework.names[language],
          text: framework.explanation[language],
        }))}
      />
    </Form>
  );
}
