import { strict as assert } from 'node:assert';
import { parseDocument } from '../../../server/src/core/document/parseDocument';
import { readComments } from '../../../server/src/core/findings/readComments';

/** Reads the comments of a text on a fixed day. */
function read(text: string) {
  return readComments(parseDocument(text), '2026-11-23');
}

describe('readComments', () => {
  it('reads a waiver with all its parts', () => {
    const text =
      '# A\n\n<!-- inclusive-growth: waive good-work, procurement because "Nothing is bought, by anyone." by “A. Rahman” on 2026-10-01 until 2027-04-01 -->\n';
    const [comment] = read(text);
    assert.equal(comment?.kind, 'waiver');
    if (comment?.kind !== 'waiver') return;
    const { targets, reason, author, date, until, expired } = comment.waiver;
    assert.deepEqual(
      targets.map((t) => [t.id, text.slice(t.span.start, t.span.end)]),
      [
        ['good-work', 'good-work'],
        ['procurement', 'procurement'],
      ],
    );
    assert.deepEqual(
      { reason, author, date, until, expired },
      {
        reason: 'Nothing is bought, by anyone.',
        author: 'A. Rahman',
        date: '2026-10-01',
        until: '2027-04-01',
        expired: false,
      },
    );
  });

  it('sees that a waiver has ended', () => {
    const [comment] = read('<!-- inclusive-growth: waive place because "x y" until 2026-11-22 -->\n');
    assert.equal(comment?.kind === 'waiver' && comment.waiver.expired, true);
  });

  it('sees that a reason is missing', () => {
    const [comment] = read('<!-- inclusive-growth: waive place -->\n');
    assert.equal(comment?.kind === 'waiver' && comment.waiver.reason, undefined);
  });

  const faulty: readonly (readonly [comment: string, message: RegExp])[] = [
    ['<!-- inclusive-growth: forget place -->', /expected `waive` or `prompt`/],
    ['<!-- inclusive-growth: waive because "x" -->', /names what it waives/],
    ['<!-- inclusive-growth: waive place because "x" until soon -->', /`soon` is not a date/],
    ['<!-- inclusive-growth: prompt -->', /names its consideration/],
  ];
  for (const [comment, message] of faulty) {
    it(`says what is wrong with ${comment}`, () => {
      const [read1] = read(`${comment}\n`);
      assert.equal(read1?.kind, 'faulty');
      if (read1?.kind === 'faulty') assert.match(read1.message, message);
    });
  }

  it('leaves other comments alone', () => assert.deepEqual(read('<!-- a note about inclusive-growth -->\n'), []));

  const prompts: readonly (readonly [after: string, answered: boolean])[] = [
    ['Forty [care leavers](https://example.org) gain.[^1]', true],
    ['[Group] in [place] gain.', false],
    ['', false],
    ['- [x] done', true],
  ];
  for (const [after, answered] of prompts) {
    it(`takes a prompt before “${after}” as ${answered ? 'answered' : 'open'}`, () => {
      const [comment] = read(`# A\n\n<!-- inclusive-growth: prompt beneficiaries/who\nWho? -->\n${after}\n\n[later]\n`);
      assert.equal(comment?.kind === 'prompt' && comment.prompt.answered, answered);
    });
  }
});
