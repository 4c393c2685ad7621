import { strict as assert } from 'node:assert';
import { splitSentences } from '../../../server/src/core/document/sentences';

/** Sentences are divided by a bar; the text itself is the same without the bars. */
const CASES: readonly string[] = [
  'We ask for £2m. | It pays for homes.',
  'Some groups, e.g. Care leavers, gain. | Others, i.e. Renters, do not.',
  'Mr. Shah, Dr. Ali and J. Smith met. | They agreed.',
  'It costs approx. £5M a year. | That is more.',
  'See No. 5 Broad Street and para. 4 Annex. | Then stop.',
  'Is it agreed? | No. | We go on.',
  'Homes, jobs, etc. The rest follows. | More.'.replace('etc. The', 'etc. | The'),
  'Works by Brown Ltd. Birmingham began. | They ended.',
  'Works by Brown Ltd. | The end came.',
  'Rates rose by 3.5 points. | Then 2.1 points.',
  'The U.K. Government agreed. | Good.',
  'We chose Option B. | The rest fell.',
  'Few are online. | 28% of disabled people are not.',
  'About 40 were asked, c. 60 were not. | £3m is left.',
  '2.1. The scheme starts. | It ends.',
  'She asked "Why us?" and left. | Nobody knew.',
  'It said "We agree." | Then it ended.',
  'no end',
];

describe('splitSentences', () => {
  for (const expected of CASES) {
    it(`parts ${expected}`, () => {
      const text = expected.replaceAll(' | ', ' ');
      const found = splitSentences(text).map(({ start, end }) => text.slice(start, end));
      assert.equal(found.join(' | '), expected);
    });
  }

  it('covers a text of any length in order', () => {
    const text = 'The scheme helps care leavers in the town. '.repeat(5000);
    const sentences = splitSentences(text);
    assert.equal(sentences.length, 5000);
    assert.ok(
      sentences.every(({ start, end }) => text.slice(start, end) === 'The scheme helps care leavers in the town.'),
    );
  });
});
