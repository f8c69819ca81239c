import { effectDimensions, effectDirections, frameworkIds, type EffectDirection } from '@kring/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as cellRules from './effect-cells.ts';
import { isInputVisible, reopened, revealed, isCollecting, type CellRounds } from './effect-rounds.ts';
import { cellsOf, findTheme } from './framework.ts';
import { frameworkOf, frameworks, newestFramework } from './frameworks.ts';

const directions = fc.array(fc.constantFrom(...effectDirections), { maxLength: 40 });

describe('frameworks', () => {
  it('have a newest version of each, with the number of themes and cells that they are known by', () => {
    const sizes = frameworkIds.map((id) => {
      const framework = newestFramework(id);
      const themes = framework.blocks.map((block) => block.themes.length);
      return [id, themes.join('+'), cellsOf(framework).length];
    });
    expect(sizes).toEqual([
      ['dialoog-8x3', '8', 24],
      ['cbs-14', '8+4+2', 14],
      ['planbureaus-8', '8', 8],
      ['klavervier-4', '4', 4],
      ['telos-3', '7+7+5', 19],
    ]);
  });

  it('propose the dialogue first', () => {
    expect(frameworks[0]?.id).toBe('dialoog-8x3');
  });

  it('have cells that are all different, and whose themes can be found', () => {
    for (const framework of frameworks) {
      const cells = cellsOf(framework);
      expect(new Set(cells.map(({ theme, dimension }) => `${theme}:${dimension}`)).size).toBe(cells.length);
      for (const { theme } of cells) expect(findTheme(framework, theme)).not.toBeNull();
      expect(findTheme(framework, 'no-such-theme')).toBeNull();
    }
  });

  it('say everything in both languages, shortly', () => {
    for (const { names, explanation, source, blocks } of frameworks) {
      const themes = blocks.flatMap((block) => block.themes);
      const texts = [names, explanation, source, ...blocks.flatMap((block) => block.names ?? [])];
      for (const { nl, en } of [...texts, ...themes.flatMap((theme) => [theme.names, theme.explanation])]) {
        expect([nl, en].every((text) => text.trim().length > 0 && text.length <= 160)).toBe(true);
      }
    }
  });

  it('are found by the version that a matrix was started with, and by no other', () => {
    for (const framework of frameworks) expect(frameworkOf(framework)).toBe(framework);
    expect(() => frameworkOf({ id: 'cbs-14', version: 99 })).toThrow();
  });
});

describe('the spread of directions', () => {
  it('counts each direction that was chosen, in the order of the list', () => {
    fc.assert(
      fc.property(directions, (chosen) => {
        const spread = cellRules.spreadOf(chosen);
        expect(
          spread.flatMap(({ direction, count }) => Array<EffectDirection>(count).fill(direction)),
        ).toEqual(
          [...chosen].sort((one, other) => effectDirections.indexOf(one) - effectDirections.indexOf(other)),
        );
      }),
    );
  });

  it('tells when people differ', () => {
    expect(cellRules.isDivided(cellRules.spreadOf(['positive', 'positive']))).toBe(false);
    expect(cellRules.isDivided(cellRules.spreadOf(['positive', 'negative']))).toBe(true);
  });
});

describe('no total and no average', () => {
  /** All that the module does with directions. A new function has to be written down here, and pass. */
  const uses: Record<keyof typeof cellRules, (chosen: readonly EffectDirection[]) => unknown> = {
    spreadOf: (chosen) => cellRules.spreadOf(chosen),
    isDivided: (chosen) => cellRules.isDivided(cellRules.spreadOf(chosen)),
    isNotDiscussed: (chosen) => cellRules.isNotDiscussed(cellOf(chosen)),
    askedFor: (chosen) => cellRules.askedFor([cellOf(chosen)]).length > 0,
    isReasonMissing: (chosen) => cellRules.isReasonMissing({ why: chosen.join(' ') }),
    entryForCell: (chosen) => chosen.map((direction) => cellRules.entryForCell(entryOf(direction), 'later')),
    isKnowledgeGap: () => null,
    proposedQuestion: () => null,
  };
  const cellOf = (chosen: readonly EffectDirection[]) => ({
    dimension: 'later' as const,
    spread: cellRules.spreadOf(chosen),
    agreed: null,
  });
  const entryOf = (direction: EffectDirection) => ({
    direction,
    why: 'x',
    certainty: null,
    basis: [],
    who: '',
    distribution: null,
    elsewhereScope: null,
    horizon: '',
  });
  const permutations = fc.shuffledSubarray([...effectDirections], { minLength: effectDirections.length });

  /** The same value with each direction called by another name; lists of counts in any order. */
  function renamed(value: unknown, rename: (direction: string) => string): string {
    return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? rename(inner) : inner))
      .split(/(?<=\}),/)
      .map((part) => part.replace(/^\[|\]$/g, ''))
      .sort()
      .join();
  }

  it('covers every function that there is', () => {
    expect(Object.keys(uses).sort()).toEqual(Object.keys(cellRules).sort());
    expect(Object.keys(cellRules).filter((name) => /total|sum|average|mean|score|weigh/i.test(name))).toEqual(
      [],
    );
  });

  it('treats all directions as words: none of them weighs more than another', () => {
    fc.assert(
      fc.property(directions, permutations, (chosen, order) => {
        const rename = (direction: string) =>
          order[effectDirections.indexOf(direction as EffectDirection)] ?? direction;
        for (const use of Object.values(uses)) {
          const before = use(chosen);
          const after = use(chosen.map((direction) => rename(direction) as EffectDirection));
          expect(renamed(after, (text) => text)).toBe(renamed(before, rename));
        }
      }),
    );
  });

  it('would notice a score', () => {
    const score = (chosen: readonly EffectDirection[]) =>
      chosen.filter((direction) => direction.includes('positive')).length;
    expect(score(['positive'])).not.toBe(score(['negative']));
  });
});

describe('a cell', () => {
  it('reads "not discussed" until something is shown or noted', () => {
    const later = { dimension: 'later' as const, spread: null, agreed: null };
    expect(cellRules.isNotDiscussed(later)).toBe(true);
    expect(cellRules.isNotDiscussed({ ...later, spread: [] })).toBe(true);
    expect(cellRules.isNotDiscussed({ ...later, spread: [{ direction: 'unknown', count: 1 }] })).toBe(false);
    expect(cellRules.isNotDiscussed({ ...later, agreed: {} })).toBe(false);
  });

  it('is asked for by name when it is about later or elsewhere and nobody looked at it', () => {
    const cells = effectDimensions.flatMap((dimension) => [
      { dimension, spread: null, agreed: null },
      { dimension, spread: null, agreed: {} },
    ]);
    expect(cellRules.askedFor(cells)).toEqual([
      { dimension: 'later', spread: null, agreed: null },
      { dimension: 'elsewhere', spread: null, agreed: null },
    ]);
  });

  it('asks for a reason as soon as there is a direction', () => {
    expect([' ', 'Daarom'].map((why) => cellRules.isReasonMissing({ why }))).toEqual([true, false]);
  });

  it('keeps a period for later and a place for elsewhere, and nowhere else', () => {
    const full = {
      direction: 'positive' as const,
      why: 'x',
      certainty: null,
      basis: [],
      who: '',
      distribution: null,
      elsewhereScope: 'abroad' as const,
      horizon: '2040',
    };
    const kept = effectDimensions.map((dimension) => {
      const { elsewhereScope, horizon } = cellRules.entryForCell(full, dimension);
      return [dimension, elsewhereScope, horizon];
    });
    expect(kept).toEqual([
      ['here-now', null, ''],
      ['later', null, '2040'],
      ['elsewhere', 'abroad', ''],
      ['effect', null, ''],
    ]);
  });

  it('turns only what is unknown into a question', () => {
    const gaps = effectDirections.filter((direction) => cellRules.isKnowledgeGap({ direction }));
    expect(gaps).toEqual(['unknown']);
    const about = { option: 'Groei', theme: 'Wonen', dimension: 'elsewhere' as const };
    expect(cellRules.proposedQuestion('nl', about)).toBe('Wat betekent “Groei” voor wonen elders?');
    expect(cellRules.proposedQuestion('en', { ...about, theme: 'Housing' })).toBe(
      'What does “Groei” mean for housing elsewhere?',
    );
  });
});

describe('private rounds', () => {
  const acts = fc.array(fc.constantFrom('reveal' as const, 'reopen' as const), { maxLength: 12 });
  const play = (steps: ('reveal' | 'reopen')[]) =>
    steps.reduce<CellRounds>(
      (rounds, act) => (act === 'reveal' ? revealed(rounds) : (reopened(rounds, rounds.round) ?? rounds)),
      { round: 1, revealedRound: 0 },
    );

  it('never show an input of an open round to anybody but who wrote it', () => {
    fc.assert(
      fc.property(acts, fc.nat(12), (steps, round) => {
        const rounds = play(steps);
        const input = { round, personId: 'me' };
        expect(isInputVisible(rounds, input, 'me')).toBe(true);
        const isOpenRound = isCollecting(rounds) && round === rounds.round;
        if (isOpenRound) expect(isInputVisible(rounds, input, 'somebody else')).toBe(false);
        if (round <= rounds.revealedRound) expect(isInputVisible(rounds, input, 'somebody else')).toBe(true);
      }),
    );
  });

  it('stay one step apart at most, whatever is pressed how often', () => {
    fc.assert(
      fc.property(acts, (steps) => {
        const { round, revealedRound } = play(steps);
        expect([0, 1]).toContain(round - revealedRound);
      }),
    );
  });

  it('open the next one once: a second click changes nothing, an old page is refused', () => {
    const shown = { round: 2, revealedRound: 2 };
    const open = reopened(shown, 2);
    expect(open).toEqual({ round: 3, revealedRound: 2 });
    expect(open && reopened(open, 2)).toEqual(open);
    expect(reopened(shown, 1)).toBeNull();
    expect(reopened({ round: 1, revealedRound: 0 }, 1)).toBeNull();
  });
});
