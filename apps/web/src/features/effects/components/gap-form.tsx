import { useState } from 'react';
import { effectEndpoints, type EffectCell, type KnowledgeGap } from '@kring/contracts';
import { TextArea } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { useContractForm } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { EffectActs } from '../hooks/use-effect-acts.ts';
import type { MatrixView } from '../model/matrix-view.ts';

interface GapFormProps {
  view: MatrixView;
  acts: EffectActs;
  gap?: KnowledgeGap;
  cell?: EffectCell;
  onClose: () => void;
}

/** The question that is still open. */
export function GapForm({ view, acts, gap, cell, onClose }: GapFormProps) {
  const { t } = useTranslation('effects');
  const [id] = useState(() => crypto.randomUUID());
  const [question, setQuestion] = useState(gap?.question ?? '');
  const form = useContractForm(effectEndpoints.addKnowledgeGap.body, async (body) => {
    if (gap) {
      const newest = view.matrix.gaps.find((one) => one.id === gap.id) ?? gap;
      await acts.updateGap(newest, { question: body.question });
    } else if (cell) await acts.addGap(cell.id, body);
    showToast(t('gap.saved'));
    onClose();
  });
  return (
    <Form
      form={form}
      submitLabel={t('common:save')}
      onSubmit={() => void form.submit({ id, question })}
      onCancel={onClose}
    >
      <TextArea
        label={t('gap.question')}
        rows={2}
        autoFocus
        value={question}
        onChange={setQuestion}
        problem={form.problemOf('question')}
      />
    </Form>
  );
}
