import { useQueryClient } from '@tanstack/react-query';
import { templateEndpoints, type Cop, type TemplateSummary } from '@kring/contracts';
import { showToast } from '../../../components/toast-queue.ts';
import { call } from '../../../lib/api/call.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useAct } from '../../../lib/use-act.ts';

/** What a facilitator does to templates from their list; archiving can be undone from its toast. */
export function useTemplateActs(cop: Cop) {
  const { t } = useTranslation('templates');
  const queryClient = useQueryClient();
  const act = useAct();
  const copId = cop.id;
  const renew = () => queryClient.invalidateQueries({ queryKey: ['templates', copId] });

  function run(work: () => Promise<unknown>, done: string) {
    void act.run(async () => {
      await work();
      await renew();
    }, done);
  }
  function copy({ id: templateId, name }: TemplateSummary) {
    const copyName = t('copyName', { name }).slice(0, 120);
    const params = { copId, templateId };
    run(
      () => call(templateEndpoints.copyTemplate, { params, body: { name: copyName } }),
      t('copied', { name: copyName }),
    );
  }
  function choose({ id, name, copId: owner }: TemplateSummary) {
    const body = { templateId: owner === null ? null : id };
    run(
      () => call(templateEndpoints.chooseDefaultTemplate, { params: { copId }, body }),
      t('chosen', { name }),
    );
  }
  function restore({ id: templateId, name }: TemplateSummary) {
    run(
      () => call(templateEndpoints.restoreTemplate, { params: { copId, templateId } }),
      t('restored', { name }),
    );
  }
  function archive(template: TemplateSummary) {
    void act.run(async () => {
      await call(templateEndpoints.archiveTemplate, { params: { copId, templateId: template.id } });
      await renew();
      const undo = { label: t('common:undo'), run: () => restore(template) };
      showToast(t('archiveDone', { name: template.name }), { action: undo });
    });
  }
  return { copy, choose, archive, restore };
}
