import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  analyze,
  buildFix,
  compileRules,
  offerForDocument,
  offerForFinding,
  offerForSection,
  parseDocument,
} from '../../server/src/core';
import { createNodeServerHost } from '../../server/src/node/nodeServerHost';

/** What an editor writes for a snippet when every tab stop is passed over. */
function expand(snippet: string): string {
  return snippet
    .replace(/(?<!\\)\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/(?<!\\)\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1');
}

describe('every offer on the example', () => {
  it('can be built, in order and within the text, with a snippet that writes the same words', async () => {
    const host = createNodeServerHost({ rulesFolder: resolve('rules') });
    const path = resolve('examples/outline-business-case.md');
    const folder = await host.loadFolder('file:///', { overlay: () => undefined });
    const rules = compileRules(folder.resolve('file:///x.md').ruleSet);
    const text = readFileSync(path, 'utf8').replaceAll('\n', '\r\n');
    const analysis = analyze(parseDocument(text), rules, { today: '2026-11-23' });
    assert.ok(analysis.kind === 'checked');
    const input = { analysis, rules };
    const offers = [
      ...analysis.findings.flatMap((finding) => offerForFinding(finding, input)),
      ...analysis.sections.flatMap((_section, index) => offerForSection(index, input)),
      ...offerForDocument(input),
    ];
    const kinds = new Set(offers.map((offer) => offer.request.kind));
    for (const kind of ['insert-prompt', 'insert-prompts', 'waive', 'insert-skeleton'] as const)
      assert.ok(kinds.has(kind), kind);
    for (const offer of offers) {
      const what = JSON.stringify(offer.request);
      const fix = buildFix(offer.request, input, '2026-11-23');
      assert.ok(fix, what);
      assert.equal(fix.title, offer.title);
      assert.equal(fix.kind, offer.kind, what);
      let end = 0;
      for (const edit of fix.edits) {
        assert.ok(edit.span.start >= end && edit.span.end >= edit.span.start && edit.span.end <= text.length, what);
        end = edit.span.end;
        assert.doesNotMatch(edit.newText, /[^\r]\n/, what);
        if (edit.snippet !== undefined) assert.equal(expand(edit.snippet), edit.newText, what);
      }
    }
  });
});
