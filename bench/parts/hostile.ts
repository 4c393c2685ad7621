import { analyze, compileRules, type DocumentModel, parseDocument, updateDocument } from '../../server/src/core';
import { loadShippedRuleSet } from '../../test/support/shippedRules';
import type { BenchOptions, Figure } from '../figure';
import { HOSTILE_TEXTS } from '../hostileTexts';
import { measureHere } from '../measure/processorTime';
import { median } from '../measure/statistics';

const OPTIONS = { type: 'business-case', stage: 'OBC', today: '2026-11-01' } as const;
const KEYS = 5;

/** Texts of shapes that no paper has: a first check and a key press in the middle, and what twice the length costs in times of once. */
export async function measureHostile({ quick }: BenchOptions): Promise<readonly Figure[]> {
  const rules = compileRules(await loadShippedRuleSet());
  return HOSTILE_TEXTS.flatMap(({ name, size, make }) => {
    const whole = quick ? Math.ceil(size / 50) : size;
    const check = (text: string): DocumentModel => {
      const model = parseDocument(text);
      analyze(model, rules, OPTIONS);
      return model;
    };
    const half = make(Math.ceil(whole / 2));
    // The first time, patterns are made ready.
    check(half);
    const costOfHalf = measureHere(() => check(half));
    const text = make(whole);
    let model = parseDocument('');
    const cost = measureHere(() => {
      model = check(text);
    });
    const middle = text.length >> 1;
    const keys = Array.from({ length: KEYS }, (_, at) =>
      measureHere(() => {
        model = updateDocument(model, [{ start: middle + at, end: middle + at, text: 'x' }]);
        analyze(model, rules, OPTIONS);
      }),
    );
    const on = `${whole.toLocaleString('en-GB')} ${name}`;
    const growth = cost / costOfHalf / (text.length / half.length);
    return [
      { part: 'hostile', what: 'first check', on, median: cost, unit: 'ms' },
      { part: 'hostile', what: 'first check, by length against half of it', on, median: growth, unit: 'times' },
      { part: 'hostile', what: 'key press', on, median: median(keys), unit: 'ms' },
    ] as const;
  });
}
