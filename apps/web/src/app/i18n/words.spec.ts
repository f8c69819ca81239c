import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { errorStatus, readOnlyReasons } from '@kring/contracts';
import { say, setWords } from '../../lib/i18n/words.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';

const source = path.join(import.meta.dirname, '../..');
const zodIssueCodes = [
  'invalid_type',
  'too_big',
  'too_small',
  'invalid_format',
  'not_multiple_of',
  'unrecognized_keys',
  'invalid_union',
  'invalid_key',
  'invalid_element',
  'invalid_value',
  'custom',
];

function flatten(words: object, before = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') found.set(before + key, value);
    else for (const [inner, text] of flatten(value as object, `${before}${key}.`)) found.set(inner, text);
  }
  return found;
}
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
const dutch = flatten(nl);
const english = flatten(en);

function code(): string {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const read = files.filter(
    (name) => /\.tsx?$/.test(name) && !name.includes('i18n') && !name.includes('.spec.'),
  );
  return read.map((name) => readFileSync(path.join(source, name), 'utf8')).join('\n');
}

describe('the words on screen', () => {
  it('has the same keys in Dutch and English', () => {
    expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort());
  });

  it('leaves no text empty, and fills in the same values in both languages', () => {
    for (const [key, text] of dutch) {
      expect({ key, isEmpty: text.trim() === '' }).toEqual({ key, isEmpty: false });
      expect({ key, values: placeholders(english.get(key) ?? '') }).toEqual({
        key,
        values: placeholders(text),
      });
    }
  });

  it('has a text for every error code and every issue code of a field', () => {
    for (const errorCode of [...Object.keys(errorStatus), 'offline', 'bad-answer']) {
      expect(dutch.has(`errors.codes.${errorCode}`) ? errorCode : '').toBe(errorCode);
    }
    for (const issue of zodIssueCodes) expect(dutch.has(`errors.fields.${issue}`) ? issue : '').toBe(issue);
    for (const reason of readOnlyReasons) {
      expect([...dutch.keys()].some((key) => key.startsWith(`notes.readOnly.${reason}`)) ? reason : '').toBe(
        reason,
      );
    }
  });

  it('uses every key somewhere', () => {
    const text = code();
    const templates = [...text.matchAll(/[`:]((?:[\w-]+\.)+)\$\{/g)].map((match) => match[1] ?? '');
    const unused = [...dutch.keys()].filter((key) => {
      const inNamespace = key.slice(key.indexOf('.') + 1).replace(/_(one|other)$/, '');
      const isNamed = text.includes(`'${inNamespace}'`) || text.includes(`:${inNamespace}'`);
      return !isNamed && !templates.some((start) => inNamespace.startsWith(start));
    });
    expect(unused).toEqual([]);
  });

  it('chooses between one and more, and fills values in', () => {
    setWords('nl', nl);
    expect(say('cops', 'list.members', { count: 1 })).toBe('1 lid');
    expect(say('home', 'cops:list.members', { count: 3 })).toBe('3 leden');
  });
});
