import { queryOptions } from '@tanstack/react-query';
import { learningAgendaEndpoints } from '@kring/contracts';
import { call } from '../api/call.ts';

/** The learning questions that a case is about. */
export const caseQuestionsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'questions-of', caseId],
    queryFn: ({ signal }) =>
      call(learningAgendaEndpoints.getCaseLearningQuestions, { params: { caseId } }, signal),
  });

export const agendaQuery = (copId: string) =>
  queryOptions({
    queryKey: ['cops', copId, 'learning-agenda'],
    queryFn: ({ signal }) => call(learningAgendaEndpoints.getLearningAgenda, { params: { copId } }, signal),
  });
