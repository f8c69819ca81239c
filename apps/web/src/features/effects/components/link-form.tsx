import { useState } from 'react';
import {
  effectLinkKinds,
  effectLinkSizes,
  effectEndpoints,
  type EffectCell,
  type EffectLink,
} from '@kring/contracts';
import { ChoiceField, SelectField, TextArea, TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { useContractForm, type FieldProblem } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useCellName } from '../hooks/use-cell-name.ts';
import type { EffectActs } from '../hooks/use-effect-acts.ts';
import type { MatrixView } from '../model/matrix-view.ts';

interface LinkFormProps {
  view: MatrixView;
  acts: EffectActs;
  /** The link that is changed, or the cell from which a new one goes. */
  link?: EffectLink;
  from?: EffectCell;
  onClose: () => void;
}

/** A link between two revealed cells. */
export function LinkForm({ view, acts, link, from, onClose }: LinkFormProps) {
  const { t } = useTranslation('effects');
  const name = useCellName(view);
  const [id] = useState(() => crypto.randomUUID());
  const others = view.options.flatMap((option) =>
    view.cellsOf(option.id).filter((cell) => !cell.isCollecting && cell.id !== from?.id),
  );
  const sameOptionFirst = [
    ...others.filter((cell) => cell.optionId === from?.optionId),
    ...others.filter((cell) => cell.optionId !== from?.optionId),
  ];
  const [values, setValues] = useState<
    Pick<EffectLink, 'kind' | 'toCellId' | 'explanation' | 'size' | 'decidedBy'>
  >({
    kind: link?.kind ?? effectLinkKinds[0],
    toCellId: link?.toCellId ?? sameOptionFirst[0]?.id ?? '',
    explanation: link?.explanation ?? '',
    size: link?.size ?? 'unknown',
    decidedBy: link?.decidedBy ?? '',
  });
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const form = useContractForm(effectEndpoints.addEffectLink.body, async (body) => {
    if (link) {
      const { kind, explanation, size, decidedBy } = body;
      await acts.updateLink(view.links.find((one) => one.id === link.id) ?? link, {
        kind,
        explanation,
        size,
        decidedBy,
      });
    } else await acts.addLink(body);
    showToast(t('link.saved'));
    onClose();
  });
  if (!link && others.length === 0) return <p>{t('link.noCells')}</p>;
  return (
    <Form
      form={form}
      submitLabel={t('common:save')}
      onCancel={onClose}
      onSubmit={() =>
        void form.submit({ id: link?.id ?? id, fromCellId: link?.fromCellId ?? from?.id ?? '', ...values })
      }
    >
      <ChoiceField
        legend={t('link.kindLabel')}
        value={values.kind}
        onChange={(kind) => set({ kind })}
        options={effectLinkKinds.map((value) => ({
          value,
          label: t(`link.kind.${value}`),
          text: t(`link.kindText.${value}`),
        }))}
      />
      {link ? null : (
        <SelectField
          label={t('link.to')}
          value={values.toCellId}
          onChange={(toCellId) => set({ toCellId })}
          options={sameOptionFirst.map((cell) => ({
            value: cell.id,
            label: cell.optionId === from?.optionId ? name.short(cell) : name.full(cell),
          }))}
        />
      )}
      <LinkDetails values={values} onChange={set} problemOf={form.problemOf} />
    </Form>
  );
}

interface LinkDetailsProps {
  values: Pick<EffectLink, 'explanation' | 'size' | 'decidedBy'>;
  onChange: (change: Partial<LinkDetailsProps['values']>) => void;
  problemOf: (path: string) => FieldProblem | null;
}

function LinkDetails({ values, onChange, problemOf }: LinkDetailsProps) {
  const { t } = useTranslation('effects');
  return (
    <>
      <TextArea
        label={t('link.explanation')}
        rows={3}
        value={values.explanation}
        onChange={(explanation) => onChange({ explanation })}
        problem={problemOf('explanation')}
      />
      <SelectField
        label={t('link.size')}
        value={values.size}
        onChange={(size) => onChange({ size })}
        options={effectLinkSizes.map((value) => ({ value, label: t(`link.sizes.${value}`) }))}
      />
      <TextField
        label={t('link.decidedBy')}
        isOptional
        value={values.decidedBy}
        onChange={(decidedBy) => onChange({ decidedBy })}
        problem={problemOf('decidedBy')}
      />
    </>
  );
}
