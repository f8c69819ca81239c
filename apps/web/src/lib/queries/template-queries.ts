import { queryOptions } from '@tanstack/react-query';
import { templateEndpoints } from '@kring/contracts';
import { call } from '../api/call.ts';

/** The templates with which a case can begin in a CoP, or those that were put away. */
export const templatesQuery = (copId: string, isArchived = false) =>
  queryOptions({
    queryKey: ['templates', copId, 'list', isArchived],
    queryFn: ({ signal }) =>
      call(
        templateEndpoints.listTemplates,
        { params: { copId }, query: isArchived ? { archived: 'true' } : {} },
        signal,
      ),
  });

export const templateQuery = (copId: string, templateId: string) =>
  queryOptions({
    queryKey: ['templates', copId, 'one', templateId],
    queryFn: ({ signal }) => call(templateEndpoints.getTemplate, { params: { copId, templateId } }, signal),
  });
