import type { LearningQuestionStatus } from '@kring/contracts';
import type { Tone } from '../../../components/badge.tsx';

export const questionTones: Readonly<Record<LearningQuestionStatus, Tone>> = {
  open: 'neutral',
  'in-progress': 'primary',
  'partly-answered': 'later',
  answered: 'success',
  dropped: 'neutral',
  split: 'neutral',
  merged: 'neutral',
};

/** A question that others go on with. */
export const isClosed = ({ status }: { readonly status: LearningQuestionStatus }): boolean =>
  status === 'split' || status === 'merged';

/** What is to be added to and taken from what was chosen before. */
export function linkChanges(before: readonly string[], after: readonly string[]) {
  return {
    add: after.filter((id) => !before.includes(id)),
    remove: before.filter((id) => !after.includes(id)),
  };
}

export const questionAnchor = (letter: string) => `leervraag-${letter}`;
export const questionPath = (copSlug: string, letter: string) =>
  `/cops/${copSlug}/agenda#${questionAnchor(letter)}`;
