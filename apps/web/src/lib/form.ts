import { useEffect, useRef, useState } from 'react';
import type { FieldError } from '@kring/contracts';
import type { z } from 'zod';
import { ApiError, toApiError } from './api/api-error.ts';

export type FieldProblem = Pick<FieldError, 'code' | 'minimum' | 'maximum'> & { isEmail?: boolean };

interface ContractForm<Input> {
  /** What is wrong with a field, by its dotted path. */
  problemOf(path: string): FieldProblem | null;
  /** What went wrong with the whole, when no field is to blame. */
  readonly failure: ApiError | null;
  readonly isBusy: boolean;
  readonly ref: React.RefObject<HTMLFormElement | null>;
  submit(input: Input): Promise<void>;
  /** Forgets what was wrong. */
  reset(): void;
}

/**
 * A form that is checked with the contract's own schema before it is sent. What was typed stays with the caller,
 * whatever the server answers; focus goes to the first field with an error.
 */
export function useContractForm<S extends z.ZodType>(
  schema: S,
  send: (input: z.output<S>) => Promise<void>,
): ContractForm<z.input<S>> {
  const [problems, setProblems] = useState<ReadonlyMap<string, FieldProblem>>(new Map());
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problems.size > 0) focusFirstError(ref.current);
  }, [problems]);

  async function submit(input: z.input<S>): Promise<void> {
    setFailure(null);
    const parsed = schema.safeParse(input);
    if (!parsed.success) {
      setProblems(toProblems(parsed.error.issues, input));
      return;
    }
    setProblems(new Map());
    setBusy(true);
    try {
      await send(parsed.data);
    } catch (error) {
      const apiError = toApiError(error);
      const fromServer = new Map(apiError.fieldErrors.map((field) => [field.path, withKind(field)]));
      setProblems(fromServer);
      if (fromServer.size === 0) setFailure(apiError);
    } finally {
      setBusy(false);
    }
  }

  function reset(): void {
    setProblems(new Map());
    setFailure(null);
  }

  return { problemOf: (path) => problems.get(path) ?? null, failure, isBusy, ref, submit, reset };
}

function toProblems(issues: readonly z.core.$ZodIssue[], input: unknown): Map<string, FieldProblem> {
  const problems = new Map<string, FieldProblem>();
  for (const issue of issues) {
    const path = issue.path.join('.');
    if (problems.has(path)) continue;
    const problem: FieldProblem = { code: issue.code };
    if (valueAt(input, issue.path) === '') problem.code = 'invalid_type';
    else if (issue.code === 'too_small') problem.minimum = Number(issue.minimum);
    if (issue.code === 'too_big') problem.maximum = Number(issue.maximum);
    problems.set(path, withKind({ ...problem, path }));
  }
  return problems;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

function withKind(field: FieldError): FieldProblem {
  const isEmail = /email$/i.test(field.path);
  return { code: field.code, minimum: field.minimum, maximum: field.maximum, isEmail };
}

function focusFirstError(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
