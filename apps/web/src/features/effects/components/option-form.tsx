import { useState } from 'react';
import { effectEndpoints, type EffectOption } from '@kring/contracts';
import { TextArea, TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { useContractForm } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { EffectActs } from '../hooks/use-effect-acts.ts';
import type { MatrixView } from '../model/matrix-view.ts';

interface OptionFormProps {
  view: MatrixView;
  acts: EffectActs;
  /** Absent for a new one. */
  option?: EffectOption;
  onSaved?: (id: string) => void;
  onClose: () => void;
}

/** An option with its theory of policy: als, dan, omdat. */
export function OptionForm({ view, acts, option, onSaved, onClose }: OptionFormProps) {
  const { t } = useTranslation('effects');
  const [id] = useState(() => option?.id ?? crypto.randomUUID());
  const [title, setTitle] = useState(option?.title ?? '');
  const [theory, setTheory] = useState(option?.theory ?? { condition: '', consequence: '', reason: '' });
  const form = useContractForm(effectEndpoints.addEffectOption.body, async (body) => {
    if (option) {
      const newest = view.matrix.options.find((one) => one.id === id) ?? option;
      await acts.updateOption(newest, { title: body.title, theory: body.theory });
    } else await acts.addOption(body);
    showToast(t('option.saved'));
    onSaved?.(id);
    onClose();
  });
  const isZero = option?.isZero ?? false;
  return (
    <Form
      form={form}
      submitLabel={t('common:save')}
      onSubmit={() => void form.submit({ id, title, theory })}
      onCancel={onClose}
    >
      <TextField
        label={t('option.name')}
        hint={isZero ? undefined : t('option.nameHint')}
        autoFocus
        value={title}
        onChange={setTitle}
        problem={form.problemOf('title')}
      />
      {isZero ? null : (
        <TextArea
          label={t('option.condition')}
          hint={t('option.conditionHint')}
          isOptional
          rows={2}
          value={theory.condition}
          onChange={(condition) => setTheory({ ...theory, condition })}
          problem={form.problemOf('theory.condition')}
        />
      )}
      <TextArea
        label={t(isZero ? 'option.zeroConsequence' : 'option.consequence')}
        hint={isZero ? undefined : t('option.consequenceHint')}
        isOptional
        rows={2}
        value={theory.consequence}
        onChange={(consequence) => setTheory({ ...theory, consequence })}
        problem={form.problemOf('theory.consequence')}
      />
      {isZero ? null : (
        <TextArea
          label={t('option.reason')}
          hint={t('option.reasonHint')}
          isOptional
          rows={2}
          value={theory.reason}
          onChange={(reason) => setTheory({ ...theory, reason })}
          problem={form.problemOf('theory.reason')}
        />
      )}
    </Form>
  );
}
