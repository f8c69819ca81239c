import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ChoiceField } from '../../../components/fields.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { templatesQuery } from '../../../lib/queries/template-queries.ts';

const empty = 'empty';

interface TemplateChoice {
  /** Undefined: nothing chosen yet, so what is chosen beforehand counts. */
  readonly chosen: string | undefined;
  readonly begins: 'default' | 'empty';
  choose(chosen: string): void;
  /** The id to send; null to begin with an empty note. */
  read(): Promise<string | null>;
}

/** With which template a note begins. */
export function useTemplateChoice(copId: string, begins: 'default' | 'empty'): TemplateChoice {
  const queryClient = useQueryClient();
  const [chosen, choose] = useState<string>();
  return {
    chosen,
    begins,
    choose,
    async read() {
      if (chosen !== undefined) return chosen === empty ? null : chosen;
      if (begins === 'empty') return null;
      // Somebody who is faster than the list still gets what it would have shown.
      const templates = await queryClient.ensureQueryData(templatesQuery(copId));
      return templates.find(({ isDefault }) => isDefault)?.id ?? null;
    },
  };
}

export function TemplateField({ copId, choice }: { copId: string; choice: TemplateChoice }) {
  const { t } = useTranslation('cases');
  const { data: templates = [], isError } = useQuery(templatesQuery(copId));
  const beforehand = templates.find(({ isDefault }) => isDefault)?.id ?? empty;
  return (
    <ChoiceField
      legend={t('template.label')}
      hint={t(isError ? 'template.notLoaded' : 'template.hint')}
      value={choice.chosen ?? (choice.begins === 'default' ? beforehand : empty)}
      onChange={choice.choose}
      options={[
        ...templates.map(({ id, name, description, sectionCount, language }) => ({
          value: id,
          label: name,
          text: [
            description,
            t('template.sections', { count: sectionCount }),
            t(`template.language.${language}`),
          ]
            .filter(Boolean)
            .join(' '),
        })),
        { value: empty, label: t('template.empty'), text: t('template.emptyText') },
      ]}
    />
  );
}
