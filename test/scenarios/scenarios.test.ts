import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { analyze, parseDocument } from '../../server/src/core';
import { readScenario } from '../support/markers';
import { loadShippedRules } from '../support/shippedRules';

const { rules } = await loadShippedRules();
const folder = 'test/scenarios';

/** Compares what is found with what the document's own labels expect, both ways. */
function check(source: string): void {
  const { text, expected, about } = readScenario(source);
  assert.ok(about.length > 0, 'the front matter says which rules the scenario is about');
  const analysis = analyze(parseDocument(text), rules, { today: '2026-11-23' });
  assert.equal(analysis.kind, 'checked');
  if (analysis.kind !== 'checked') return;
  const found = analysis.findings
    .filter((finding) => finding.waivedBy === undefined && about.includes(finding.ruleId))
    .map((f) => ({ line: analysis.document.lines.placeAt(f.span.start).line, rule: f.ruleId, message: f.message }));
  const matches = (label: string, f: (typeof found)[number]) => {
    const [, line, rule, words] = /^(\d+): (\S+): (.*)$/.exec(label) ?? [];
    return f.line === Number(line) && f.rule === rule && f.message.includes(words ?? '');
  };
  const missing = expected.filter((label) => !found.some((f) => matches(label, f)));
  const unexpected = found.filter((f) => !expected.some((label) => matches(label, f)));
  assert.deepEqual(
    { missing, unexpected: unexpected.map((f) => `${f.line}: ${f.rule}: ${f.message}`) },
    { missing: [], unexpected: [] },
  );
}

describe('scenarios', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  it('are there', () => assert.ok(files.length >= 6));
  for (const name of files)
    it(name.replace(/-/g, ' ').replace('.md', ''), () => check(readFileSync(`${folder}/${name}`, 'utf8')));
});
