import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { RoomMessage } from '@kring/collab-engine';
import { Logger } from '@nestjs/common';
import { DomainEvents } from '../common/domain-events.ts';
import { readLetter, type BusSign } from './bus-message.ts';
import { ProcessBus } from './process-bus.service.ts';
import { TestCarrier } from './testing/test-carrier.ts';

const message: RoomMessage = { type: 'who', room: 'note:1' };

describe('the bus between processes', () => {
  let carrier: TestCarrier;
  let bus: ProcessBus;
  let heard: unknown[];
  const sent = () => carrier.sent.splice(0).map((payload) => readLetter(payload));
  const receive = (from: string, sign: BusSign = 'here', items: unknown[] = []) =>
    carrier.events?.message(JSON.stringify({ from, sign, items }));
  /** What was sent comes back to the sender, as carriers do. */
  const echo = () => carrier.sent.splice(0).forEach((payload) => carrier.events?.message(payload));
  async function pass(seconds: number, isEchoed = true): Promise<void> {
    for (let at = 0; at < seconds; at += 1) {
      await jest.advanceTimersByTimeAsync(1_000);
      if (isEchoed) echo();
    }
  }

  beforeEach(async () => {
    Logger.overrideLogger(false);
    jest.useFakeTimers();
    carrier = new TestCarrier();
    heard = [];
    bus = new ProcessBus(carrier, new DomainEvents());
    bus.listen({
      receive: (peer, told) => heard.push([peer, told]),
      peerCame: () => heard.push('came'),
      peerWent: (peer) => heard.push(`${peer} went`),
      interrupted: () => heard.push('interrupted'),
    });
    await bus.onApplicationBootstrap();
    echo();
    heard.length = 0;
  });
  afterEach(async () => {
    await bus.onApplicationShutdown();
    jest.useRealTimers();
  });

  it('tells all to a process that came, or that may have missed something, and shows itself', async () => {
    receive('other', 'hello');
    await jest.advanceTimersByTimeAsync(0);
    expect(heard).toEqual(['came']);
    expect(sent()).toMatchObject([{ sign: 'here', items: [] }]);
    receive('other');
    expect(heard).toEqual(['came']);
    receive('other', 'hello');
    expect(heard).toEqual(['came', 'came']);
  });

  it('tells nothing to nobody', async () => {
    bus.publish(message);
    await pass(1, false);
    expect(sent()).toEqual([]);
    receive('other');
    bus.publish(message);
    await pass(1, false);
    expect(sent().flatMap((letter) => letter?.items)).toEqual([{ kind: 'room', message }]);
  });

  it('hands on what others tell, and not what it told itself', () => {
    receive('other', 'here', [{ kind: 'room', message }]);
    expect(heard).toEqual(['came', ['other', message]]);
    carrier.events?.message('no letter');
    expect(heard).toHaveLength(2);
  });

  it('takes a process for gone that says so or is silent, unless it was itself that slept', async () => {
    receive('one');
    receive('other');
    receive('one', 'bye');
    expect(heard).toEqual(['came', 'came', 'one went']);
    await pass(6);
    expect(bus.hasPeers).toBe(true);
    await pass(3);
    expect(heard.at(-1)).toBe('other went');
    expect(bus.hasPeers).toBe(false);

    receive('late');
    const now = performance.now();
    const slept = jest.spyOn(performance, 'now').mockImplementation(() => now + 60_000);
    await pass(2);
    expect(heard).not.toContain('late went');
    expect(bus.isUp).toBe(true);
    slept.mockRestore();
  });

  it('is down while it does not hear itself, and tells all again when it does', async () => {
    receive('other');
    heard.length = 0;
    await pass(10, false);
    expect(heard).toContain('interrupted');
    expect(bus.isUp).toBe(false);
    carrier.sent.length = 0;
    bus.publish(message);
    await pass(2, false);
    expect(sent().flatMap((letter) => letter?.items)).toEqual([]);
    heard.length = 0;
    await pass(3);
    expect(bus.isUp).toBe(true);
    expect(heard).toEqual(['interrupted', 'came']);
  });

  it('says hello when it is there again, and after it dropped what it had to tell', async () => {
    receive('other');
    await jest.advanceTimersByTimeAsync(0);
    carrier.events?.down();
    expect(bus.isUp).toBe(false);
    carrier.sent.length = 0;
    carrier.events?.up();
    await jest.advanceTimersByTimeAsync(0);
    expect(sent()).toMatchObject([{ sign: 'hello' }]);
    carrier.take = () => Promise.reject(new Error('away'));
    bus.publish(message);
    await pass(1, false);
    carrier.take = () => Promise.resolve();
    await pass(2, false);
    expect(sent()).toMatchObject([{ sign: 'hello' }]);
  });
});
