import { useQueryClient } from '@tanstack/react-query';
import {
  effectEndpoints,
  type CaseEffects,
  type EffectCell,
  type EffectLink,
  type EffectOption,
  type FrameworkId,
  type KnowledgeGap,
  type EndpointInput,
} from '@kring/contracts';
import { ApiError } from '../../../lib/api/api-error.ts';
import { call } from '../../../lib/api/call.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useAct } from '../../../lib/use-act.ts';
import { effectsQuery, effectsStampQuery } from '../api/effects-queries.ts';

type Body<E extends keyof typeof effectEndpoints> = EndpointInput<(typeof effectEndpoints)[E]>['body'];
export type EffectActs = ReturnType<typeof useEffectActs>;

/** Everything that one can do to a matrix; each act shows what became of it at once. */
export function useEffectActs(caseId: string) {
  const { t } = useTranslation('effects');
  const queryClient = useQueryClient();
  const remove = useRemoval();
  const params = { caseId };

  function keep(effects: CaseEffects): CaseEffects {
    queryClient.setQueryData(effectsQuery(caseId).queryKey, effects);
    queryClient.setQueryData(effectsStampQuery(caseId).queryKey, { stamp: effects.stamp });
    return effects;
  }
  async function renew(): Promise<CaseEffects> {
    return queryClient.fetchQuery({ ...effectsQuery(caseId), staleTime: 0 });
  }
  /** A change by somebody else is shown before the person decides again. */
  async function careful(work: () => Promise<CaseEffects>): Promise<CaseEffects> {
    try {
      return keep(await work());
    } catch (error) {
      if (error instanceof ApiError && error.code === 'changed-meanwhile') await renew();
      throw error;
    }
  }
  const updateOption = (option: EffectOption, changes: Omit<Body<'updateEffectOption'>, 'version'>) =>
    careful(() =>
      call(effectEndpoints.updateEffectOption, {
        params: { optionId: option.id },
        body: { version: option.version, ...changes },
      }),
    );
  const updateLink = (link: EffectLink, changes: Omit<Body<'updateEffectLink'>, 'version'>) =>
    careful(() =>
      call(effectEndpoints.updateEffectLink, {
        params: { linkId: link.id },
        body: { version: link.version, ...changes },
      }),
    );
  const updateGap = (gap: KnowledgeGap, changes: Omit<Body<'updateKnowledgeGap'>, 'version'>) =>
    careful(() =>
      call(effectEndpoints.updateKnowledgeGap, {
        params: { gapId: gap.id },
        body: { version: gap.version, ...changes },
      }),
    );
  return {
    renew,
    start: (frameworkId: FrameworkId) =>
      careful(() => call(effectEndpoints.startEffects, { params, body: { frameworkId } })),
    ask: () => call(effectEndpoints.askForEffects, { params }),
    reveal: () => careful(() => call(effectEndpoints.revealEffects, { params, body: { optionId: null } })),
    revealCell: ({ id }: EffectCell) =>
      careful(() => call(effectEndpoints.revealEffectCell, { params: { cellId: id } })),
    reopenCell: ({ id, round }: EffectCell) =>
      careful(() => call(effectEndpoints.reopenEffectCell, { params: { cellId: id }, body: { round } })),
    addOption: (body: Body<'addEffectOption'>) =>
      careful(() => call(effectEndpoints.addEffectOption, { params, body })),
    updateOption,
    removeOption: (option: EffectOption) =>
      remove(option, updateOption, t('option.removed', { title: option.title })),
    note: (cellId: string, body: Body<'noteEffect'>) =>
      careful(() => call(effectEndpoints.noteEffect, { params: { cellId }, body })),
    addLink: (body: Body<'addEffectLink'>) =>
      careful(() => call(effectEndpoints.addEffectLink, { params, body })),
    updateLink,
    removeLink: (link: EffectLink) => remove(link, updateLink, t('link.removed')),
    addGap: (cellId: string, body: Body<'addKnowledgeGap'>) =>
      careful(() => call(effectEndpoints.addKnowledgeGap, { params: { cellId }, body })),
    updateGap,
    proposeQuestion: ({ id }: KnowledgeGap) =>
      careful(() => call(effectEndpoints.proposeLearningQuestion, { params: { gapId: id } })),
    removeGap: (gap: KnowledgeGap) => remove(gap, updateGap, t('gap.removed')),
  };
}

/** Takes something away, with the way back in the toast. */
function useRemoval() {
  const { t } = useTranslation('common');
  const act = useAct();
  return function remove<T extends { readonly version: number }>(
    thing: T,
    update: (thing: T, changes: { isRemoved: boolean }) => Promise<unknown>,
    words: string,
  ): Promise<boolean> {
    const removed = { ...thing, version: thing.version + 1 };
    const restore = () => void act.run(() => update(removed, { isRemoved: false }));
    return act.run(() => update(thing, { isRemoved: true }), words, { label: t('undo'), run: restore });
  };
}
