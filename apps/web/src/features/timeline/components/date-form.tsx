import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { timelineEndpoints, type CopDate } from '@kring/contracts';
import { ChoiceField, TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { ApiError } from '../../../lib/api/api-error.ts';
import { call } from '../../../lib/api/call.ts';
import { useContractForm } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { copDatesQuery } from '../../../lib/queries/timeline-queries.ts';

interface DateFormProps {
  copId: string;
  /** Null: a new one. */
  date: CopDate | null;
  onClose: () => void;
  onDone: (title: string) => Promise<void>;
}

const none = { title: '', day: '', time: '', place: '', url: '', isPublic: false };

export function DateForm({ copId, date, onClose, onDone }: DateFormProps) {
  const { t } = useTranslation('timeline');
  const queryClient = useQueryClient();
  const [facts, setFacts] = useState(() => {
    const { title, day, time, place, url, isPublic } = date ?? none;
    return { title, day, time, place, url, isPublic };
  });
  const set = (name: keyof typeof facts) => (value: string) => setFacts({ ...facts, [name]: value });
  const query = copDatesQuery(copId);

  async function send(body: typeof none): Promise<void> {
    if (date === null) await call(timelineEndpoints.createCopDate, { params: { copId }, body });
    else {
      // The date as the page knows it now: after a refusal that is how somebody else left it.
      const known = queryClient.getQueryData(query.queryKey)?.find(({ id }) => id === date.id) ?? date;
      const params = { copId, dateId: date.id };
      try {
        await call(timelineEndpoints.updateCopDate, { params, body: { ...body, version: known.version } });
      } catch (error) {
        if (error instanceof ApiError && error.code === 'changed-meanwhile') {
          await queryClient.fetchQuery({ ...query, staleTime: 0 });
        }
        throw error;
      }
    }
    await onDone(body.title);
  }
  const form = useContractForm(timelineEndpoints.createCopDate.body, send);
  const field = (name: 'title' | 'day' | 'time' | 'place' | 'url') => ({
    label: t(`form.${name}`),
    value: facts[name],
    onChange: set(name),
    problem: form.problemOf(name),
  });
  return (
    <Form
      form={form}
      submitLabel={t(date === null ? 'add' : 'form.save')}
      onSubmit={() => void form.submit(facts)}
      onCancel={onClose}
    >
      <TextField {...field('title')} autoFocus maxLength={120} />
      <TextField {...field('day')} type="date" />
      <TextField {...field('time')} type="time" isOptional />
      <TextField {...field('place')} isOptional maxLength={120} />
      <TextField {...field('url')} type="url" hint={t('form.urlHint')} isOptional maxLength={500} />
      <ChoiceField
        legend={t('form.isPublic')}
        value={facts.isPublic ? 'public' : 'cop'}
        onChange={(value) => setFacts({ ...facts, isPublic: value === 'public' })}
        options={[
          { value: 'cop', label: t('form.cop'), text: t('form.copText') },
          { value: 'public', label: t('form.public'), text: t('form.publicText') },
        ]}
      />
    </Form>
  );
}
