import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';
import { Metrics } from './metrics.service.ts';
import { ProcessSampler, toFigures } from './process-sampler.service.ts';

describe('the state of Kring', () => {
  let server: TestApp;
  let administrator: SignedInTestPerson;
  beforeAll(async () => {
    server = await startTestApp();
    administrator = await new TestCommunity(server.app).addPerson('administrator');
    await server.app.get(ProcessSampler).beforeApplicationShutdown();
    await server.query('DELETE FROM process_samples');
  });
  afterAll(async () => {
    await server.close();
  });

  const ask = async () => {
    const answer = await callEndpoint(
      server.url,
      endpoints.getSystemState,
      {},
      { cookie: administrator.cookie },
    );
    expect(answer.code).toBeNull();
    return answer.value;
  };

  it('tells of each process what it measured since the minute before', async () => {
    const [metrics, sampler] = [server.app.get(Metrics), server.app.get(ProcessSampler)];
    await sampler.sample();
    for (let edit = 0; edit < 98; edit += 1) metrics.acknowledged(4);
    metrics.acknowledged(20);
    metrics.acknowledged(20);
    metrics.committed(3, 100);
    metrics.refused('busy');
    metrics.commitFailed();
    await sampler.sample();
    const { processes } = await ask();
    expect(processes).toHaveLength(1);
    expect(processes[0]).toMatchObject({
      edits: 100,
      refused: 1,
      failures: 1,
      savedWithinMs: 25,
      isBusUp: true,
    });
    await sampler.sample();
    expect((await ask()).processes[0]).toMatchObject({
      edits: 0,
      refused: 0,
      failures: 0,
      savedWithinMs: null,
    });
  });

  it('adds all processes up in spans of five minutes, for a day', async () => {
    await server.query('DELETE FROM process_samples');
    const figures = (connections: number, edits: number, savedWithinMs: number | null) =>
      JSON.stringify({ ...standing, connections, edits, savedWithinMs });
    await server.query(
      `INSERT INTO process_samples (process_id, started_at, at, figures)
       SELECT p::uuid, now(), date_bin('5 minutes', now(), 'epoch') + a::interval, f::jsonb
         FROM unnest($1::text[], $2::text[], $3::text[]) AS s (p, a, f)`,
      [
        [...Array<string>(3).fill(one), two, two],
        ['-10 minutes', '-9 minutes', '-26 hours', '-8 minutes', '-3 minutes'],
        [figures(2, 10, 5), figures(4, 5, null), figures(9, 9, 9), figures(1, 1, 250), figures(7, 0, null)],
      ],
    );
    const { spans } = await ask();
    expect(spans.map(({ at, ...span }) => (Number.isNaN(Date.parse(at)) ? null : span))).toEqual([
      { connections: 4, edits: 16, refused: 3, savedWithinMs: 250, waitingSeconds: 0.5, memoryBytes: 200 },
      { connections: 7, edits: 0, refused: 1, savedWithinMs: null, waitingSeconds: 0.5, memoryBytes: 100 },
    ]);
    await server.app.get(ProcessSampler).sample();
    expect(
      await server.query(`SELECT 1 FROM process_samples WHERE at < now() - interval '25 hours'`),
    ).toEqual([]);
  });

  it('counts edits that took longer than the last bound, as longer', async () => {
    const metrics = new Metrics();
    const before = await metrics.figures();
    metrics.acknowledged(60_000);
    expect(toFigures(await metrics.figures(), before, 12.4)).toMatchObject({
      savedWithinMs: 10_000,
      delayMs: 12,
    });
  });
});

const one = '0192f0c1-2b3c-7d4e-8f50-112233445566';
const two = '0192f0c1-2b3c-7d4e-8f50-112233445567';
const standing = {
  rooms: 0,
  waiting: 0,
  waitingSeconds: 0.5,
  refused: 1,
  failures: 0,
  delayMs: 1,
  memoryBytes: 100,
  isBusUp: true,
};
