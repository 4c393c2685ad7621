import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadShippedRules } from '../support/shippedRules';
import { judgeElsewhere, READINGS, readElsewhere } from './elsewhere';
import { PARTS } from './loadFixtures';

const LETTERS = { labels: /^[PMAX]\??$/, sections: /^$/, verdicts: /^(P\??|[MANX])$/ };

describe('labels of papers from elsewhere', () => {
  for (const [part, reading] of PARTS.flatMap((one) => READINGS.map((other) => [one, other] as const))) {
    it(`says of each paper of ${part} where it is, and puts ${reading} to lines that follow each other`, () => {
      const papers = readElsewhere(part, reading);
      assert.ok(papers.length > 0);
      for (const { paper, source, sha256, sections } of papers) {
        assert.ok(source.repository && source.path, paper);
        assert.match(sha256, /^[0-9a-f]{64}$/, paper);
        sections.forEach(({ lines: [first, last], labels }, at) => {
          assert.ok(first <= last && first > (sections[at - 1]?.lines[1] ?? 0), `${paper}:${first}`);
          assert.equal(labels === undefined, reading === 'sections', `${paper}:${first}`);
          for (const letter of Object.values(labels ?? {})) assert.match(letter, LETTERS[reading], `${paper}:${first}`);
        });
      }
    });
  }

  it('names the papers that are not at hand, and takes no other text for one that was labelled', async () => {
    const { rules } = await loadShippedRules();
    const folder = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    try {
      const names = readElsewhere('written-against', 'labels').map(({ paper }) => paper);
      assert.deepEqual(judgeElsewhere('written-against', 'labels', folder, rules), { judged: [], absent: names });
      writeFileSync(join(folder, names[0] ?? ''), 'Another text.\n');
      assert.throws(
        () => judgeElsewhere('written-against', 'labels', folder, rules),
        /is not the text that was labelled/,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
