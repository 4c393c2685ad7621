import { strict as assert } from 'node:assert';
import { loadShippedRules } from '../support/shippedRules';
import { readFixture } from './fixture';
import { judgeFixture } from './judgeFixture';

const { rules } = await loadShippedRules();
const head = '---\ndocument-type: policy-paper\n---\n\n';
const judge = (body: string) => judgeFixture(readFixture('a.md', head + body), rules);

describe('judgeFixture', () => {
  it('holds a label against the section of the text below it, quoting what the judgement rests on', () => {
    const { outcomes, sectionsFound } = judge(
      '## Who will benefit\n\n@ beneficiaries: thin, keyword. Nobody.\n\nLocal people.\n\n## Contents\n\n@ place: not-expected, contents. Titles.\n\n- Our places\n',
    );
    assert.deepEqual(
      outcomes.map(({ judgement, words }) => [judgement.state, words]),
      [
        ['thin', ['mention “Local people”']],
        ['not-expected', ['mention “Our places”']],
      ],
    );
    assert.equal(sectionsFound, 2);
  });

  it('counts two passages that the engine does not tell apart as not found', () => {
    const { sectionsFound } = judge(
      '## One\n\n@ place: thin, keyword. First.\n\nText.\n\n@ place: thin, keyword. Second.\n\nMore text.\n',
    );
    assert.equal(sectionsFound, 0);
  });

  it('says which label names no consideration', () => {
    assert.throws(
      () => judge('## One\n\n@ fairness: thin, keyword. Fair.\n\nText.\n'),
      /^Error: a\.md:7: unknown consideration `fairness`/,
    );
  });

  it('says which paper is out of scope', () => {
    const outside = readFixture('b.md', '## One\n\n@ place: thin, keyword. Nowhere.\n\nText.\n');
    assert.throws(() => judgeFixture(outside, rules), /^Error: b\.md:1: not checked: no-document-type/);
  });
});
