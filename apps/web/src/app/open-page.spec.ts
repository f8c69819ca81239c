import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { openPage, PATIENCE_MS, type FirstPage } from './open-page.ts';
import { appStateQuery } from '../lib/queries/app-state-query.ts';

const joost = { id: 'joost', language: 'nl' };
const never = new Promise<void>(() => undefined);

describe('opening the first page', () => {
  const asked: string[] = [];
  let queryClient: QueryClient;
  const spoken: string[] = [];
  const speech = {
    start: () => Promise.resolve(),
    change: async (language: string) => void spoken.push(language),
  };
  const page = (changes: Partial<FirstPage> = {}): FirstPage => ({
    load: () => Promise.resolve(),
    whole: () => Promise.resolve(),
    signIn: null,
    ask: (_, personId) => void asked.push(personId),
    ...changes,
  });
  const knownAs = (me: object | null) => queryClient.setQueryData(appStateQuery.queryKey, { me } as never);
  /** Lets what has been settled be told. */
  const settled = () => jest.advanceTimersByTimeAsync(0);

  beforeEach(() => {
    jest.useFakeTimers();
    asked.length = 0;
    spoken.length = 0;
    queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  });
  afterEach(() => {
    queryClient.clear();
    jest.useRealTimers();
  });

  it('asks for what the page shows before its code has come', async () => {
    knownAs(joost);
    void openPage(page({ load: () => never }), queryClient, speech);
    await settled();
    expect(asked).toEqual(['joost']);
  });

  it('asks for nothing where nobody is signed in', async () => {
    knownAs(null);
    await openPage(page(), queryClient, speech);
    expect(asked).toEqual([]);
  });

  it('fetches the code before the words of Kring have come', async () => {
    knownAs(null);
    const load = jest.fn(() => Promise.resolve());
    void openPage(page({ load }), queryClient, { ...speech, start: () => never });
    await settled();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it.each<[string, Partial<FirstPage>]>([
    ['code', { whole: () => never }],
    ['way to sign in', { signIn: () => never }],
  ])('shows the page without its late %s after a second, not before', async (_, late) => {
    knownAs(null);
    let isShown = false;
    void openPage(page(late), queryClient, speech).then(() => (isShown = true));
    await jest.advanceTimersByTimeAsync(PATIENCE_MS - 1);
    expect(isShown).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(isShown).toBe(true);
  });

  it('does not wait for a page that nobody sees who is not signed in', async () => {
    knownAs(null);
    const hidden = page({ load: () => never, whole: () => never, signIn: () => Promise.resolve() });
    await openPage(hidden, queryClient, speech);
    expect(jest.getTimerCount()).toBe(1);
  });

  it('speaks the language of who is signed in before the words of the page are fetched', async () => {
    knownAs({ ...joost, language: 'en' });
    const whole = () => Promise.resolve(void spoken.push('the page'));
    await openPage(page({ whole }), queryClient, speech);
    expect(spoken).toEqual(['en', 'the page']);
  });

  it('shows the page also when the server is away before the words of Kring have come', async () => {
    // Nothing is known, and there is no server to ask.
    const start = () => new Promise<void>((resolve) => setTimeout(resolve, 10));
    const isOver = openPage(page(), queryClient, { ...speech, start });
    await jest.advanceTimersByTimeAsync(PATIENCE_MS);
    await expect(isOver).resolves.toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('leaves what does not come to the page', async () => {
    const gone = () => Promise.reject(new Error('no network'));
    queryClient.setQueryDefaults(appStateQuery.queryKey, { queryFn: gone });
    knownAs(null);
    await expect(openPage(page({ load: gone, whole: gone }), queryClient, speech)).resolves.toBeUndefined();
  });
});
