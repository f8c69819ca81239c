import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { endpoints, isWider, type Case, type CaseVisibility } from '@kring/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Form } from '../../../components/form.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { call } from '../../../lib/api/call.ts';
import { useMe } from '../../../lib/app-state.tsx';
import { useContractForm } from '../../../lib/form.ts';
import { caseQuery } from '../../../lib/queries/case-queries.ts';
import { VisibilityField } from './visibility-field.tsx';

interface VisibilityDialogProps {
  openCase: Case;
  isOpen: boolean;
  onClose: () => void;
}

/** Decides who sees a case; widening asks for a second yes. */
export function VisibilityDialog({ openCase, isOpen, onClose }: VisibilityDialogProps) {
  const { t } = useTranslation('cases');
  const queryClient = useQueryClient();
  const [widening, setWidening] = useState<CaseVisibility | null>(null);

  async function save(visibility: CaseVisibility, confirmed: boolean) {
    const saved = await call(endpoints.changeCaseVisibility, {
      params: { caseId: openCase.id },
      body: { visibility, confirmed },
    });
    queryClient.setQueryData(caseQuery(openCase.id).queryKey, saved);
    void queryClient.invalidateQueries({ queryKey: ['cases', 'of-cop'] });
    showToast(t('changeVisibility.done', { visibility: t(`common:visibility.${visibility}`) }));
    onClose();
  }

  return (
    <>
      <Dialog
        title={t('changeVisibility.title', { title: openCase.title })}
        isOpen={isOpen && widening === null}
        onClose={onClose}
      >
        <ChooseVisibility
          openCase={openCase}
          onClose={onClose}
          onChoose={async (visibility) => {
            if (isWider(visibility, openCase.visibility)) setWidening(visibility);
            else await save(visibility, false);
          }}
        />
      </Dialog>
      <ConfirmDialog
        title={t('changeVisibility.widenTitle')}
        confirmLabel={t('changeVisibility.widenConfirm')}
        isOpen={isOpen && widening !== null}
        onClose={() => setWidening(null)}
        onConfirm={async () => {
          if (widening) await save(widening, true);
        }}
      >
        <p>
          {t('changeVisibility.widenText', {
            before: inSentence(t(`visibility.${openCase.visibility}`)),
            after: inSentence(t(`visibility.${widening ?? openCase.visibility}`)),
          })}
        </p>
      </ConfirmDialog>
    </>
  );
}

/** "Deze CoP" as it stands in a sentence: "deze CoP". */
function inSentence(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

interface ChooseVisibilityProps {
  openCase: Case;
  onClose: () => void;
  onChoose: (visibility: CaseVisibility) => Promise<void>;
}

function ChooseVisibility({ openCase, onClose, onChoose }: ChooseVisibilityProps) {
  const { t } = useTranslation('common');
  const me = useMe();
  const [visibility, setVisibility] = useState<CaseVisibility>(openCase.visibility);
  const form = useContractForm(endpoints.changeCaseVisibility.body, (input) => onChoose(input.visibility));
  return (
    <Form
      form={form}
      submitLabel={t('save')}
      onSubmit={() => void form.submit({ visibility })}
      onCancel={onClose}
    >
      <VisibilityField
        value={visibility}
        onChange={setVisibility}
        isOwnCase={openCase.holder.id === me.id || openCase.visibility === 'private'}
      />
    </Form>
  );
}
