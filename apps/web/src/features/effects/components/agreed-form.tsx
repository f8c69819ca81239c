import { useState } from 'react';
import { Plus } from 'lucide-react';
import {
  effectAgreementSchema,
  effectEndpoints,
  type EffectAgreement,
  type EffectCell,
} from '@kring/contracts';
import { isReasonMissing } from '@kring/domain';
import { Button } from '../../../components/button.tsx';
import { TextArea, TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { ApiError } from '../../../lib/api/api-error.ts';
import { useContractForm, type FieldProblem } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { EffectActs } from '../hooks/use-effect-acts.ts';
import { emptyDraft, type EntryDraft } from '../model/entry-draft.ts';
import { AgreedView } from './agreed-view.tsx';
import { DirectionField, MainEntryFields, MoreEntryFields } from './entry-fields.tsx';
import styles from './agreed-form.module.css';

type Draft = Omit<EffectAgreement, 'direction'> & Pick<EntryDraft, 'direction'>;

interface AgreedFormProps {
  cell: EffectCell;
  acts: EffectActs;
  onClose: () => void;
}

/** What the group thinks of a cell, with sources and the views that differ. */
export function AgreedForm({ cell, acts, onClose }: AgreedFormProps) {
  const { t } = useTranslation('effects');
  const [version, setVersion] = useState(cell.version);
  const [values, setValues] = useState<Draft>(() => startOf(cell));
  const [missing, setMissing] = useState<FieldProblem | null>(null);
  const form = useContractForm(effectEndpoints.noteEffect.body, async (body) => {
    try {
      await acts.note(cell.id, body);
      showToast(t(body.agreed.direction === 'unknown' ? 'agreed.gapMade' : 'agreed.saved'));
      onClose();
    } catch (error) {
      if (error instanceof ApiError && error.code === 'changed-meanwhile') {
        const { matrix } = await acts.renew();
        setVersion(matrix?.cells.find(({ id }) => id === cell.id)?.version ?? version);
      }
      throw error;
    }
  });
  const problemOf = (path: string) =>
    path === 'why' && missing ? missing : (form.problemOf(`agreed.${path}`) ?? form.problemOf(path));

  function submit() {
    const isIncomplete = isReasonMissing(values);
    setMissing(isIncomplete ? { code: 'invalid_type' } : null);
    if (!isIncomplete)
      void form.submit({ version, agreed: { ...values, direction: values.direction ?? 'unknown' } });
  }
  const fields = { values, onChange: setValues, dimension: cell.dimension, problemOf, isGroup: true };
  return (
    <Form form={form} submitLabel={t('common:save')} onSubmit={submit} onCancel={onClose}>
      <MainEntryFields {...fields} />
      <MoreEntryFields {...fields} />
      <EvidenceFields values={values} onChange={setValues} problemOf={problemOf} />
      <DissentFields values={values} onChange={setValues} problemOf={problemOf} />
      {version !== cell.version || !cell.agreed || form.failure?.code !== 'changed-meanwhile' ? null : (
        <div className={styles.meanwhile}>
          <p>{t('agreed.meanwhile', { name: cell.agreed.notedBy })}</p>
          <AgreedView agreed={cell.agreed} />
        </div>
      )}
    </Form>
  );
}

interface PartProps {
  values: Draft;
  onChange: (values: Draft) => void;
  problemOf: (path: string) => FieldProblem | null;
}

function EvidenceFields({ values, onChange, problemOf }: PartProps) {
  const { t } = useTranslation('effects');
  const { evidence } = values;
  const set = (at: number, change: Partial<EffectAgreement['evidence'][number]>) =>
    onChange({ ...values, evidence: evidence.map((item, i) => (i === at ? { ...item, ...change } : item)) });
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('agreed.evidence')}</legend>
      {evidence.map((item, at) => (
        <div key={at} className={styles.item}>
          <TextField
            label={t('agreed.evidenceLabel')}
            value={item.label}
            onChange={(label) => set(at, { label })}
            problem={problemOf(`evidence.${at}.label`)}
          />
          <TextField
            label={t('agreed.evidenceUrl')}
            hint={t('agreed.evidenceUrlHint')}
            value={item.url}
            onChange={(url) => set(at, { url })}
            problem={problemOf(`evidence.${at}.url`)}
          />
          <Button
            size="small"
            variant="quiet"
            onPress={() => onChange({ ...values, evidence: evidence.filter((_, i) => i !== at) })}
          >
            {t('agreed.remove')}
          </Button>
        </div>
      ))}
      {evidence.length < 10 ? (
        <Button
          size="small"
          icon={<Plus />}
          onPress={() => onChange({ ...values, evidence: [...evidence, { label: '', url: '' }] })}
        >
          {t('agreed.addEvidence')}
        </Button>
      ) : null}
    </fieldset>
  );
}

function DissentFields({ values, onChange, problemOf }: PartProps) {
  const { t } = useTranslation('effects');
  const { dissent } = values;
  const set = (at: number, change: Partial<EffectAgreement['dissent'][number]>) =>
    onChange({ ...values, dissent: dissent.map((item, i) => (i === at ? { ...item, ...change } : item)) });
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('agreed.dissent')}</legend>
      {dissent.map((item, at) => (
        <div key={at} className={styles.item}>
          <TextField
            label={t('agreed.dissentRole')}
            hint={t('agreed.dissentRoleHint')}
            value={item.role}
            onChange={(role) => set(at, { role })}
            problem={problemOf(`dissent.${at}.role`)}
          />
          <DirectionField
            legend={t('form.direction')}
            value={item.direction}
            onChange={(direction) => set(at, { direction })}
          />
          <TextArea
            label={t('agreed.dissentWhy')}
            rows={2}
            value={item.why}
            onChange={(why) => set(at, { why })}
            problem={problemOf(`dissent.${at}.why`)}
          />
          <Button
            size="small"
            variant="quiet"
            onPress={() => onChange({ ...values, dissent: dissent.filter((_, i) => i !== at) })}
          >
            {t('agreed.remove')}
          </Button>
        </div>
      ))}
      {dissent.length < 10 ? (
        <Button
          size="small"
          icon={<Plus />}
          onPress={() =>
            onChange({ ...values, dissent: [...dissent, { direction: 'mixed', role: '', why: '' }] })
          }
        >
          {t('agreed.addDissent')}
        </Button>
      ) : null}
    </fieldset>
  );
}

/** What was noted before, else the direction that all chose, else nothing. */
function startOf({ agreed, spread }: EffectCell): Draft {
  if (agreed) return effectAgreementSchema.strip().parse(agreed);
  const [only, ...others] = spread ?? [];
  return {
    ...emptyDraft,
    direction: only && others.length === 0 ? only.direction : null,
    evidence: [],
    dissent: [],
  };
}
