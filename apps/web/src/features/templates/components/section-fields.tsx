import { useEffect, useRef, useState } from 'react';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { mostSections, sectionTools, type TemplateSection } from '@kring/contracts';
import { Button, IconButton } from '../../../components/button.tsx';
import { SelectField, TextArea, TextField } from '../../../components/fields.tsx';
import type { FieldProblem } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import styles from './templates.module.css';

interface SectionFieldsProps {
  sections: readonly TemplateSection[];
  onChange: (sections: TemplateSection[]) => void;
  problemOf: (path: string) => FieldProblem | null;
}

export function newSection(): TemplateSection {
  const chance = [...crypto.getRandomValues(new Uint8Array(5))].map((byte) =>
    byte.toString(36).padStart(2, '0'),
  );
  return { key: `s-${chance.join('')}`, title: '', guidance: '', isRequired: false, tool: null };
}

/** The sections of a template in their order: add, move and remove them, by keyboard as well. */
export function SectionFields({ sections, onChange, problemOf }: SectionFieldsProps) {
  const { t } = useTranslation('templates');
  const list = useRef<HTMLDivElement>(null);
  const [spoken, setSpoken] = useState('');
  const [focusOn, setFocusOn] = useState<{ key: string; what: string } | null>(null);
  useEffect(() => {
    if (focusOn === null) return;
    const wanted = `[data-key="${focusOn.key}"] ${focusOn.what}`;
    list.current?.querySelector<HTMLElement>(`${wanted}:not([disabled])`)?.focus();
  }, [focusOn]);

  function move(at: number, by: -1 | 1) {
    const [moved] = sections.slice(at, at + 1);
    if (!moved) return;
    onChange(sections.toSpliced(at, 1).toSpliced(at + by, 0, moved));
    setSpoken(t('form.moved', { place: at + by + 1, count: sections.length }));
    const isAtEnd = at + by === 0 || at + by === sections.length - 1;
    const same = by === -1 ? 'up' : 'down';
    const other = by === -1 ? 'down' : 'up';
    setFocusOn({ key: moved.key, what: `[data-move="${isAtEnd ? other : same}"]` });
  }
  function remove(at: number) {
    const title = sections[at]?.title ?? '';
    const left = sections.toSpliced(at, 1);
    onChange(left);
    setSpoken(t('form.removed', { title }));
    const next = left[Math.min(at, left.length - 1)];
    if (next) setFocusOn({ key: next.key, what: 'input' });
  }
  function add() {
    const made = newSection();
    onChange([...sections, made]);
    setFocusOn({ key: made.key, what: 'input' });
  }
  return (
    <section aria-label={t('form.sections')} className={styles.all}>
      <h2>{t('form.sections')}</h2>
      <div ref={list} className={styles.sections}>
        {sections.map((section, at) => (
          <OneSection
            key={section.key}
            section={section}
            at={at}
            isLast={at === sections.length - 1}
            onChange={(changed) => onChange(sections.toSpliced(at, 1, changed))}
            onMove={(by) => move(at, by)}
            onRemove={sections.length > 1 ? () => remove(at) : null}
            problemOf={(name) => problemOf(`sections.${at}.${name}`)}
          />
        ))}
      </div>
      <Button icon={<Plus />} isDisabled={sections.length >= mostSections} onPress={add}>
        {t('form.add')}
      </Button>
      <span role="status" className="visually-hidden">
        {spoken}
      </span>
    </section>
  );
}

interface OneSectionProps {
  section: TemplateSection;
  at: number;
  isLast: boolean;
  onChange: (section: TemplateSection) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: (() => void) | null;
  problemOf: (name: string) => FieldProblem | null;
}

function OneSection({ section, at, isLast, onChange, onMove, onRemove, problemOf }: OneSectionProps) {
  const { t } = useTranslation('templates');
  const number = at + 1;
  const none = 'none';
  return (
    <fieldset className={styles.section} data-key={section.key}>
      <legend>
        <span className={styles.row}>
          {t('form.section', { number })}
          <span className={styles.buttons}>
            <IconButton
              label={t('form.up', { number })}
              icon={<ArrowUp />}
              data-move="up"
              isDisabled={at === 0}
              onPress={() => onMove(-1)}
            />
            <IconButton
              label={t('form.down', { number })}
              icon={<ArrowDown />}
              data-move="down"
              isDisabled={isLast}
              onPress={() => onMove(1)}
            />
            <IconButton
              label={t('form.remove', { number })}
              icon={<Trash2 />}
              isDisabled={onRemove === null}
              onPress={() => onRemove?.()}
            />
          </span>
        </span>
      </legend>
      <TextField
        label={t('form.sectionTitle', { number })}
        value={section.title}
        onChange={(title) => onChange({ ...section, title })}
        problem={problemOf('title')}
      />
      <TextArea
        label={t('form.guidance', { number })}
        hint={t('form.guidanceHint')}
        isOptional
        value={section.guidance}
        onChange={(guidance) => onChange({ ...section, guidance })}
        problem={problemOf('guidance')}
      />
      <SelectField
        label={t('form.tool')}
        value={section.tool ?? none}
        onChange={(tool) => onChange({ ...section, tool: tool === none ? null : tool })}
        options={[
          { value: none, label: t('form.noTool') },
          ...sectionTools.map((tool) => ({ value: tool, label: t(`form.tools.${tool}`) })),
        ]}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={section.isRequired}
          onChange={(event) => onChange({ ...section, isRequired: event.target.checked })}
        />
        {t('form.required')}
      </label>
    </fieldset>
  );
}
