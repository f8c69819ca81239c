import { Copy } from 'lucide-react';
import type { Cop, Template } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useTemplateActs } from './template-acts.ts';
import styles from './templates.module.css';

/** A template that one can only look at and copy. */
export function TemplateShown({ cop, template }: { cop: Cop; template: Template }) {
  const { t } = useTranslation('templates');
  const acts = useTemplateActs(cop);
  return (
    <>
      {cop.abilities.includes('template.manage') ? (
        <p className={styles.notice}>
          {t('readOnly')}
          <Button icon={<Copy />} onPress={() => acts.copy(template)}>
            {t('copyToCop')}
          </Button>
        </p>
      ) : null}
      <ol className={styles.shown} lang={template.language}>
        {template.sections.map((section) => (
          <li key={section.key}>
            <h3>{section.title}</h3>
            {section.isRequired ? <span className={styles.soft}> ({t('required')})</span> : null}
            <p>{section.guidance || t('noGuidance')}</p>
            {section.tool ? <p className={styles.soft}>{t(`leadsTo.${section.tool}`)}</p> : null}
          </li>
        ))}
      </ol>
    </>
  );
}
