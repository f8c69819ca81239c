import type { INestApplicationContext } from '@nestjs/common';
import { LoginCookie } from '../identity/login-cookie.ts';
import { LoginSessionsService } from '../identity/login-sessions.service.ts';
import { PeopleService, type NewPerson } from '../identity/people.service.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';

export interface SignedInTestPerson {
  readonly personId: string;
  readonly email: string;
  readonly loginSessionId: string;
  /** For the Cookie header of requests and socket handshakes. */
  readonly cookie: string;
}

let counter = 0;

/** Makes a person and signs them in, past the mail. */
export async function createSignedInPerson(
  app: INestApplicationContext,
  person: Partial<NewPerson> = {},
): Promise<SignedInTestPerson> {
  counter += 1;
  const email = person.email ?? `person-${process.pid}-${counter}@example.nl`;
  const personId = await app
    .get(TransactionRunner)
    .run((tx) => app.get(PeopleService).create(tx, { name: `Person ${counter}`, ...person, email }));
  const login = await signInAs(app, personId);
  return { personId, email, ...login };
}

/** One more sign-in of somebody. */
export async function signInAs(
  app: INestApplicationContext,
  personId: string,
): Promise<{ loginSessionId: string; cookie: string }> {
  const origin = { address: '127.0.0.1', userAgent: '', correlationId: '', cookieHeader: undefined };
  const login = await app
    .get(TransactionRunner)
    .run((tx, after) => app.get(LoginSessionsService).start(tx, after, personId, origin));
  return { loginSessionId: login.loginSessionId, cookie: `${app.get(LoginCookie).name}=${login.token}` };
}
