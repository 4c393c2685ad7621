import { strict as assert } from 'node:assert';
import { loadShippedRules } from '../support/shippedRules';
import type { LabelledSection } from './judgePaper';
import { judgePaper } from './judgePaper';

const { rules } = await loadShippedRules();
const text = [
  '---',
  'document-type: policy-paper',
  '---',
  '',
  '## Who will benefit',
  '',
  'Sixty of the places go to lone parents in Walsall, referred by the college.',
  '',
  '## Contents',
  '',
  '- Our places',
  '',
].join('\n');
const judge = (...sections: readonly LabelledSection[]) => judgePaper({ path: 'a.md', text, sections }, rules);

describe('judgePaper', () => {
  it('holds each section against the one that shares most of its lines, for every consideration', () => {
    const { outcomes, passages, sectionsFound } = judge(
      { lines: [5, 8], labels: { beneficiaries: 'P', place: 'X' } },
      { lines: [9, 11], labels: {} },
    );
    const said = outcomes.map(({ label, judgement }) => [
      label.line,
      label.consideration,
      label.state,
      judgement.state,
    ]);
    assert.equal(said.length, 2 * rules.ruleSet.considerations.size);
    assert.deepEqual(
      said.filter(([, consideration]) => consideration === 'beneficiaries'),
      [
        [5, 'beneficiaries', 'present', 'present'],
        [9, 'beneficiaries', 'not-expected', 'not-expected'],
      ],
    );
    assert.deepEqual([passages, sectionsFound], [2, 2]);
  });

  it('leaves out what is arguable, and counts a section that is cut otherwise as not found', () => {
    const { outcomes, sectionsFound } = judge({ lines: [5, 11], labels: { voice: 'M?' } });
    assert.equal(outcomes.length, rules.ruleSet.considerations.size - 1);
    assert.equal(sectionsFound, 0);
  });

  it('takes no account of blank lines, rules and tags at either end of a section', () => {
    const { sectionsFound } = judgePaper(
      {
        path: 'a.md',
        text: '# A\n\n## Cost\nNil.\n\n---\n</div>\n\n## Time\nNone.\n',
        type: 'policy-paper',
        sections: [{ lines: [3, 4] }, { lines: [7, 11] }],
      },
      rules,
    );
    assert.equal(sectionsFound, 2);
  });

  it('says where a letter or a consideration is unknown', () => {
    assert.throws(() => judge({ lines: [5, 8], labels: { place: 'Q' } }), /^Error: a\.md:5: .* letter `Q`/);
    assert.throws(() => judge({ lines: [5, 8], labels: { luck: 'P' } }), /^Error: a\.md:5: .* consideration `luck`/);
  });
});
