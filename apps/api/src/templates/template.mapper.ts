import type { Template, TemplateSummary } from '@kring/contracts';
import { abilities, withRoleIn, type Principal } from '@kring/domain';
import type { CaseTemplateEntity } from './case-template.entity.ts';
import type { UsingCop } from './template-access.ts';

interface Asker {
  readonly principal: Principal;
  readonly cop: Pick<UsingCop, 'id' | 'myRole'>;
  /** Of the template that is chosen beforehand in this CoP. */
  readonly defaultId: string | null;
}

export function toTemplateSummary(
  row: CaseTemplateEntity,
  { principal, cop, defaultId }: Asker,
): TemplateSummary {
  const mayDo = abilities(withRoleIn(principal, cop.id, cop.myRole), { kind: 'cop', copId: cop.id });
  return {
    id: row.id,
    copId: row.copId,
    name: row.name,
    description: row.description,
    language: row.language,
    sectionCount: row.sections.length,
    isDefault: row.id === defaultId,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    abilities: mayDo.filter((action) =>
      // Those of the network are not the CoP's to change.
      row.copId === null ? action === 'template.list' : action.startsWith('template.'),
    ),
  };
}

export function toTemplate(row: CaseTemplateEntity, asker: Asker): Template {
  return { ...toTemplateSummary(row, asker), sections: row.sections, version: row.version };
}
