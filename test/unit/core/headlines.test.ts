import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { analyze, parseDocument } from '../../../server/src/core';
import { findLeading } from '../../../server/src/core/considerations/leadingReason';
import { orderPassages } from '../../../server/src/core/considerations/orderPassages';
import type { Reason } from '../../../server/src/core/findings/finding';
import { QUOTED } from '../../../server/src/core/signals/contexts';
import { describeDocument } from '../../../server/src/report/describeDocument';
import { loadShippedRules } from '../../support/shippedRules';

const { rules } = await loadShippedRules();

interface Word {
  readonly facet: string;
  readonly weakenedBy?: string;
  readonly sentence: number;
}

const MENTION: Word = { facet: 'mention', sentence: 0 };
const PUT_OFF: Word = { facet: 'mention', sentence: 10, weakenedBy: idOf('defer') };
const CLAIMED: Word = { facet: 'mention', sentence: 20, weakenedBy: idOf('assert') };
const QUOTED_WORD: Word = { facet: 'mention', sentence: 40, weakenedBy: QUOTED };
const FIGURE: Word = { facet: 'figure', sentence: 30 };

function idOf(effect: string): string {
  const found = [...rules.ruleSet.contexts].find(([, context]) => context.effect === effect);
  assert.ok(found);
  return found[0];
}

/** The reason that is told first, and where the sentences stand, in the order in which they are shown. */
function lead(words: readonly Word[], reasons: readonly Reason[]) {
  const { reason, bears } = findLeading(words, reasons, rules.ruleSet);
  const order = orderPassages(words, ({ sentence }) => ({ start: sentence, end: sentence + 9 }), bears);
  return { reason, order: order.map(({ sentence }) => sentence.start) };
}

describe('headlines', () => {
  it('tell the reason that the words shown bear out, with the sentence that bears it first', () => {
    assert.deepEqual(lead([MENTION, FIGURE], ['deferred', 'lacking']), { reason: 'lacking', order: [0, 30] });
    assert.deepEqual(lead([CLAIMED, PUT_OFF], ['deferred', 'assertion']), { reason: 'deferred', order: [10, 20] });
    assert.deepEqual(lead([MENTION, PUT_OFF], ['deferred', 'mention']), { reason: 'deferred', order: [10, 0] });
    assert.deepEqual(lead([PUT_OFF], ['deferred', 'lacking']), { reason: 'deferred', order: [10] });
    assert.deepEqual(lead([CLAIMED, MENTION], ['assertion', 'mention']), { reason: 'mention', order: [0, 20] });
    assert.deepEqual(lead([CLAIMED], ['assertion']), { reason: 'assertion', order: [20] });
    assert.deepEqual(lead([QUOTED_WORD], ['assertion', 'weakened']), { reason: 'weakened', order: [40] });
    assert.deepEqual(lead([MENTION], ['lacking']), { reason: 'lacking', order: [0] });
    assert.deepEqual(lead([], ['placeholder', 'deferred']), { reason: 'deferred', order: [] });
  });

  function findingsOf(text: string) {
    const analysis = analyze(parseDocument(text), rules, { type: 'policy-paper', today: '2026-11-25' });
    assert.equal(analysis.kind, 'checked');
    return analysis.kind === 'checked'
      ? describeDocument({ analysis, ruleSet: rules.ruleSet, path: 'a.md' }).findings
      : [];
  }

  it('say of a matter that is only named that it is', () => {
    const text = readFileSync('test/scenarios/asked-once-where-it-is-raised.md', 'utf8').replace(/^.*\^{3}.*\n/m, '');
    const found = findingsOf(text).find(({ consideration }) => consideration?.id === 'measures');
    assert.match(found?.message ?? '', /^Measures: only named in passing \(“Progress will be monitored/);
    assert.ok(found?.related.some(({ message }) => message === 'named in passing'));
  });

  it('quote the first passage below, and words that do not count only where that is the reason', () => {
    let quoted = 0;
    for (const paper of ['policy-paper', 'committee-report', 'outline-business-case']) {
      for (const finding of findingsOf(readFileSync(`examples/${paper}.md`, 'utf8'))) {
        if (finding.category !== 'thin') continue;
        const [, words = '', line] = /\(“(.*?)…?”, line (\d+)\)/.exec(finding.message) ?? [];
        const [first] = finding.passages;
        if (line === undefined || !first) continue;
        const among = first.shows.filter((shown) => shown.words.some((found) => found.includes(words)));
        assert.ok(among.length > 0, finding.message);
        const counts = among.some(({ weakenedBy }) => weakenedBy === undefined);
        assert.ok(counts || /put off|placeholder|without a reason|hoped for/.test(finding.message), finding.message);
        quoted++;
      }
    }
    assert.ok(quoted > 5, `${quoted}`);
  });
});
