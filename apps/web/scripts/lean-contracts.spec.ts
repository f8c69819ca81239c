import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as contracts from '@kring/contracts';
import { tablesOfTheirOwn } from './lean-contracts.ts';

const source = path.join(import.meta.dirname, '../src');

describe('the table of endpoints that every page carries', () => {
  it('lacks the endpoints of features that load by themselves, and no page looks for them there', () => {
    const names = tablesOfTheirOwn.flatMap((table) => Object.keys(contracts[table]));
    expect(names.length).toBeGreaterThan(0);
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tsx?$/.test(name),
    );
    const wrong = files.filter((file) => {
      const code = readFileSync(path.join(source, file), 'utf8');
      return names.some((name) => new RegExp(`\\bendpoints\\.${name}\\b`).test(code));
    });
    expect(wrong).toEqual([]);
  });
});
