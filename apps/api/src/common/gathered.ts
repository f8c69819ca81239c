import DataLoader from 'dataloader';

/** In milliseconds: an answer that takes longer is not waited for by those who ask next. */
const PATIENCE = 50;

/**
 * Answers what is asked in one turn of the event loop in one go, and what is asked while an answer is on its way in the
 * next one: when hundreds of people come back at once, a question to the database for each of them is most of the work.
 * Nothing is remembered: what is asked again is answered anew.
 *
 * @param answerAll the answers in the order of the questions; when it rejects, each of them is
 */
export function gathered<Question, Answer>(
  answerAll: (questions: readonly Question[]) => Promise<Answer[]>,
): (question: Question) => Promise<Answer> {
  let onTheirWay = 0;
  let next: (() => void) | null = null;
  let timer: NodeJS.Timeout | undefined;
  const ask = () => {
    clearTimeout(timer);
    if (next) setImmediate(next);
    next = null;
  };
  const answer = async (questions: readonly Question[]) => {
    onTheirWay += 1;
    try {
      return await answerAll(questions);
    } finally {
      onTheirWay -= 1;
      if (onTheirWay === 0) ask();
    }
  };
  const loader = new DataLoader(answer, {
    cache: false,
    batchScheduleFn: (send) => {
      next = send;
      if (onTheirWay === 0) ask();
      else timer = setTimeout(ask, PATIENCE);
    },
  });
  return (question) => loader.load(question);
}
