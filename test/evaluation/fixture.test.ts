import { strict as assert } from 'node:assert';
import { readFixture } from './fixture';

const head = '---\ndocument-type: policy-paper\n---\n\n';

describe('readFixture', () => {
  it('takes labels out without moving a line', () => {
    const { text, passages } = readFixture(
      'a.md',
      `${head}## One\n\n@ place: present, list. Named.\n@ voice: thin, keyword. Only a word.\n\n- Text\n`,
    );
    assert.equal(text, `${head}## One\n\n\n\n\n- Text\n`);
    assert.deepEqual(passages, [
      {
        labels: [
          { line: 7, consideration: 'place', state: 'present', kind: 'list', why: 'Named.' },
          { line: 8, consideration: 'voice', state: 'thin', kind: 'keyword', why: 'Only a word.' },
        ],
        textLine: 10,
      },
    ]);
  });

  it('reads labels at the end of a file as those of an empty section', () => {
    assert.equal(readFixture('a.md', `${head}## One\n\n@ place: missing, absent. Nothing.\n`).passages[0]?.textLine, 7);
  });

  for (const [fault, label] of [
    ['no reason', '@ place: present, list.'],
    ['an unknown state', '@ place: good, list. Named.'],
    ['a pitfall as the form of content', '@ place: present, keyword. Named.'],
    ['a form as a pitfall', '@ place: thin, list. Named.'],
  ] as const) {
    it(`says where a label has ${fault}`, () => {
      assert.throws(() => readFixture('a.md', `## One\n\n${label}\n`), /^Error: a\.md:3: expected `@ CONSIDERATION/);
    });
  }

  it('says where a consideration is labelled twice', () => {
    const twice = '@ place: present, list. Named.\n@ place: thin, keyword. Not named.\n\nText\n';
    assert.throws(() => readFixture('a.md', twice), /^Error: a\.md:1: place is labelled twice/);
  });
});
