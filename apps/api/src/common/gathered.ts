import DataLoader from 'dataloader';

/**
 * Answers what is asked in one turn of the event loop in one go: when hundreds of people come back at once, a question
 * to the database for each of them is most of the work. Nothing is remembered: what is asked again is answered anew.
 *
 * @param answerAll the answers in the order of the questions; when it rejects, each of them is
 */
export function gathered<Question, Answer>(
  answerAll: (questions: readonly Question[]) => Promise<Answer[]>,
): (question: Question) => Promise<Answer> {
  const loader = new DataLoader(answerAll, {
    cache: false,
    batchScheduleFn: (send) => void setImmediate(send),
  });
  return (question) => loader.load(question);
}
