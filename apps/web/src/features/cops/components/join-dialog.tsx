import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { endpoints, type CopSummary } from '@kring/contracts';
import { Dialog } from '../../../components/dialog.tsx';
import { TextArea } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { call } from '../../../lib/api/call.ts';
import { useContractForm } from '../../../lib/form.ts';
import { copQuery } from '../../../lib/queries/cop-queries.ts';
import { WrittenText } from '../../../components/written-text.tsx';
import styles from './join-dialog.module.css';

/** Asks to join a CoP; open while `cop` is given. */
export function JoinDialog({ cop, onClose }: { cop: CopSummary | null; onClose: () => void }) {
  const { t } = useTranslation('cops');
  return (
    <Dialog title={t('joinTitle', { cop: cop?.name ?? '' })} isOpen={cop !== null} onClose={onClose}>
      {cop ? <Agreements slug={cop.slug} /> : null}
      {cop ? <JoinForm cop={cop} onClose={onClose} /> : null}
    </Dialog>
  );
}

/** What one agrees to by joining: the house rules, else how people work together; nothing where neither is written. */
function Agreements({ slug }: { slug: string }) {
  const { t } = useTranslation('cops');
  const cop = useQuery(copQuery(slug)).data;
  const text = cop?.houseRules || cop?.charter.workingAgreements;
  if (!text) return null;
  const title = cop?.houseRules ? t('joinHouseRules') : t('joinAgreements');
  return (
    <section aria-label={title} className={styles.agreements}>
      <h3>{title}</h3>
      <WrittenText text={text} />
    </section>
  );
}

function JoinForm({ cop, onClose }: { cop: CopSummary; onClose: () => void }) {
  const { t } = useTranslation('cops');
  const queryClient = useQueryClient();
  const [motivation, setMotivation] = useState('');
  const form = useContractForm(endpoints.createJoinRequest.body, async (body) => {
    await call(endpoints.createJoinRequest, { params: { copId: cop.id }, body });
    await queryClient.invalidateQueries({ queryKey: ['cops'] });
    showToast(t('joinSent'));
    onClose();
  });
  return (
    <Form
      form={form}
      submitLabel={t('joinSend')}
      onSubmit={() => void form.submit({ motivation })}
      onCancel={onClose}
    >
      <TextArea
        label={t('motivation')}
        hint={t('motivationHint')}
        isOptional
        autoFocus
        value={motivation}
        onChange={setMotivation}
        problem={form.problemOf('motivation')}
      />
    </Form>
  );
}
