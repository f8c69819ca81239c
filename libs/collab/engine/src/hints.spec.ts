import { beforeEach, describe, expect, it } from '@jest/globals';
import { EngineBench, ROOM } from './testing/engine-bench.ts';
import { settled } from './testing/fake-clock.ts';

const look = (topic = 'comments') => ({ type: 'look', channel: expect.any(Number), topic });

describe('hints', () => {
  let bench: EngineBench;
  beforeEach(() => {
    bench = new EngineBench();
  });

  it('[H1] reach everybody in the room at once, readers too, and nobody in another room', async () => {
    bench.authorizer.access.set('oscar', 'read');
    const [writer, reader] = [await bench.enter('anna'), await bench.enter('oscar')];
    await bench.engine.look('note:2', 'comments');
    expect([writer.all('look'), reader.all('look')]).toEqual([[], []]);
    await bench.engine.look(ROOM, 'comments');
    expect([writer.all('look'), reader.all('look')]).toEqual([[look()], [look()]]);
  });

  it('[H1] do not reach whoever lost access before the change, though nobody told the engine', async () => {
    const [gone, stays] = [await bench.enter('anna'), await bench.enter('bram')];
    bench.authorizer.access.set('anna', 'none');
    bench.log.get(ROOM).accessVersion++;
    await bench.engine.look(ROOM, 'comments');
    expect(gone.all('look')).toEqual([]);
    await settled();
    expect([gone.all('look'), gone.last('closed')?.code]).toEqual([[], 'access-lost']);
    expect(stays.all('look')).toEqual([look()]);
  });

  it('[H2] many in a moment become one', async () => {
    const reader = await bench.enter('anna');
    for (let i = 0; i < 20; i++) await bench.engine.look(ROOM, 'comments');
    await bench.clock.advance(1_000);
    expect(reader.all('look')).toEqual([look(), look()]);
  });
});
