import { strict as assert } from 'node:assert';
import { parseDocument } from '../../../server/src/core/document/parseDocument';
import { outline, units } from '../../support/outline';

const WORDS = [
  'The ferry carries forty people a day, most of them to work, and the fare',
  'has stood at the same sum since the second boat was sold. We ask the',
  'county to keep it, and to say by the spring who is to crew the boats.',
];
const setIn = (by: number, ...lines: readonly string[]) => lines.map((line) => ' '.repeat(by) + line).join('\n');

describe('text that is set in as a whole', () => {
  it('is read with its numbers and letters, also where a title stands right above its text', () => {
    const paper = [
      setIn(5, 'Report on the ferry'),
      setIn(5, 'A.    Aim', ...WORDS.map((line) => `   ${line}`)),
      setIn(5, 'B.    Costs'),
      setIn(9, '1. The second boat'),
      setIn(13, ...WORDS),
      setIn(9, '2. The crew'),
      setIn(13, ...WORDS),
    ].join('\n\n');
    assert.equal(
      outline(parseDocument(paper)),
      '1-2 0 -\n3-7 2 plain [A] Aim\n8-9 2 plain [B] Costs\n10-15 3 plain [1] The second boat\n16-20 3 plain [2] The crew',
    );
    assert.match(units(parseDocument(paper)), /^paragraph: The ferry carries .* was sold\. \/ We ask the county/m);
  });

  it('is read as the page that its tags make', () => {
    const page = setIn(
      8,
      '<div>',
      '<h2>The ferry</h2>',
      `<p>${WORDS.join(' ')}</p>`,
      '<h2>The crew</h2>',
      '<p>Four.</p>',
    );
    assert.equal(outline(parseDocument(page)), '1-3 2 html The ferry\n4-5 2 html The crew');
  });

  it('is also read so where headings stand above what is to be written, and no sentence', () => {
    const page = setIn(
      4,
      '<h2>Aim</h2>',
      '<p>[Aim]</p>',
      '<h2>Crew</h2>',
      '<p>[Names]</p>',
      '<h2>Fare</h2>',
      '<p>[Sum]</p>',
    );
    assert.equal(outline(parseDocument(page)), '1-2 2 html Aim\n3-4 2 html Crew\n5-6 2 html Fare');
  });

  it('is no code, nor a few words, nor what holds no sentence', () => {
    const code = [...Array(12).keys()].map((n) => `let boat${n} = { fare: ${n}, crew: "the two of them." };`);
    const tree = [...Array(12).keys()].map((n) => `the boats of the year ${n} and the crews of them all`);
    for (const text of [setIn(4, ...code), setIn(4, ...tree), setIn(4, 'The ferry carries forty people a day.')])
      assert.equal(units(parseDocument(`Text.\n\n${text}`)), 'paragraph: Text.');
  });
});
