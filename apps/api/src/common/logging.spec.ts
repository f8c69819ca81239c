import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { AppError } from './app-error.ts';
import { describeError } from './logging.module.ts';
import { toAppError } from './problem.filter.ts';

const uniqueViolation = Object.assign(new Error('duplicate key value violates unique constraint'), {
  code: '23505',
  constraint: 'uq_people_email',
  detail: 'Key (email)=(jan@example.nl) already exists.',
});

describe('what is logged of an error', () => {
  it('names a broken constraint, without the query, its parameters or the row', () => {
    const error = new QueryFailedError('INSERT INTO people', ['jan@example.nl'], uniqueViolation);
    const logged = describeError(error);
    expect(logged).toMatchObject({ type: 'QueryFailedError', code: '23505', constraint: 'uq_people_email' });
    expect(JSON.stringify(logged)).not.toMatch(/jan@example|INSERT/);
  });
});

describe('what a client hears of an error', () => {
  const withCode = (code: string) => Object.assign(new Error('secret'), { code });

  it.each([
    ['a refusal of ours', new AppError('slug-taken'), 'slug-taken'],
    ['a database that does not answer', withCode('ECONNREFUSED'), 'database-unavailable'],
    ['a database that shuts down', withCode('57P01'), 'database-unavailable'],
    ['a connection that broke', new Error('Connection terminated unexpectedly'), 'database-unavailable'],
    ['a constraint that nobody foresaw', uniqueViolation, 'internal-error'],
    ['any other error', new Error('secret'), 'internal-error'],
    ['something thrown that is no error', 'secret', 'internal-error'],
    ['nothing at all', undefined, 'internal-error'],
  ])('for %s is its code alone', (_name, error, code) => {
    expect(toAppError(error)).toMatchObject({ code, message: code });
  });
});
