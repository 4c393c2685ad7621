import { strict as assert } from 'node:assert';
import { parseDocument } from '../../../server/src/core/document/parseDocument';
import { outline } from '../../support/outline';

const TEXT = Array.from({ length: 11 }, () => 'The ferry carries forty people to work each day.').join(' ');
const paper = (...paragraphs: readonly string[]) => paragraphs.join('\n\n');
const below = (...titles: readonly string[]) => paper('# A', '## B', ...titles.flatMap((title) => [title, TEXT]));
const WHOLE = '1-2 1 atx A\n3-11 2 atx B';

/** Paragraphs, and what a reader sees as sections. */
const CASES: readonly (readonly [what: string, markdown: string, expected: string])[] = [
  [
    'reads several lines in italics above their text as titles',
    paper('# A', '## B', TEXT, '*Who pays?*', TEXT, TEXT, '_Phase 2 fares_', `- ${TEXT}`),
    '1-2 1 atx A\n3-6 2 atx B\n7-12 3 plain Who pays?\n13-15 3 plain Phase 2 fares',
  ],
  ['takes one for a remark', paper('# A', '## B', '*Who pays?*', TEXT), '1-2 1 atx A\n3-7 2 atx B'],
  ['takes sentences for words', below('*We ask this of all.*', '*We ask that of some.*'), WHOLE],
  ['takes quotations for words', below('*"Who pays"*', '*"Who gains"*').replaceAll('"', '\u201d'), WHOLE],
  ['takes lines with years for dates', below('*May 2026*', '*June 2026*'), WHOLE],
  ['takes captions for what they are', below('*Table 1 Fares*', '*Table 2 Boats*'), WHOLE],
  ['takes lines that begin in italics for words', below('*Who* pays', '*Who* gains'), WHOLE],
  ['takes those above a few words for labels', paper('# A', '*Who pays*', 'Ann', '*Who gains*', 'Ben'), '1-9 1 atx A'],
  [
    'takes those above a table for its name',
    paper('# A', '*Fares*', '| a | b |\n| - | - |', '*Boats*', TEXT, TEXT),
    '1-12 1 atx A',
  ],
  ['takes lines one below the other for a title page', paper('# A', '*Fares*', '*Boats*', TEXT, TEXT), '1-9 1 atx A'],
];

describe('titles in italics', () => {
  for (const [what, markdown, expected] of CASES) {
    it(what, () => {
      assert.equal(outline(parseDocument(markdown)), expected);
    });
  }
});
