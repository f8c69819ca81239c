import { beforeEach, describe, expect, it } from '@jest/globals';
import { setPlatformName, setWords, type Words } from './words.ts';
import { translationOf } from './translations.ts';

const words = (parts: Record<string, object>) => parts as Partial<Words>;
const cops = { list: { members_one: '{{count}} lid', members_other: '{{count}} leden' } };
const home = { title: 'Welkom bij Kring' };
const never = () => new Promise<never>(() => undefined);

describe('a translation', () => {
  beforeEach(() => {
    setPlatformName('Kring');
    setWords('nl', words({ cops }), never);
  });

  it('stays the same when the words of something else have loaded', () => {
    const before = translationOf('cops');
    expect(before.t('list.members', { count: 2 })).toBe('2 leden');
    setWords('nl', words({ cops, home }));
    expect(translationOf('cops')).toBe(before);
  });

  it('is another one once words have come that it was asked for in vain', () => {
    const before = translationOf('cops');
    expect(before.t('home:title')).toBe('');
    setWords('nl', words({ cops, notes: {} }));
    expect(translationOf('cops')).toBe(before);
    setWords('nl', words({ cops, home }));
    const after = translationOf('cops');
    expect(after).not.toBe(before);
    expect(after.t('home:title')).toBe('Welkom bij Kring');
  });

  it('is another one when its own words have come', () => {
    const before = translationOf('home');
    setWords('nl', words({ cops, home }));
    expect(translationOf('home')).not.toBe(before);
  });

  it('is another one in another language, and when the platform is called otherwise', () => {
    const before = translationOf('cops');
    setWords('en', words({ cops, home }));
    const english = translationOf('cops');
    expect(english).not.toBe(before);
    expect(english.language).toBe('en');
    expect(english.t('home:title')).toBe('Welkom bij Kring');
    setPlatformName('Sociëteit');
    expect(translationOf('cops')).not.toBe(english);
    expect(translationOf('cops').t('home:title')).toBe('Welkom bij Sociëteit');
  });
});
