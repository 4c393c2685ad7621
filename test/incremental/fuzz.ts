import { compileRules } from '../../server/src/core';
import { loadShippedRuleSet } from '../support/shippedRules';
import { compareEdits } from './compareEdits';
import { startJudging } from './judge';
import { BROKEN_TEXTS, LABEL_TEXTS, LINE_TEXTS } from './randomEdits';

/** `npm run fuzz -- [edits] [seed]`: random edits, and what they make of the model and its findings against reading the whole text. */
const [edits = 40_000, seed = 1] = process.argv.slice(2).map(Number);
/** How many edits are made with one seed, and which share of them has its findings compared, which costs ten times as much. */
const ROUND = 1000;
const JUDGED = 0.1;

const judge = startJudging(compileRules(await loadShippedRuleSet()));
let mismatches = 0;
for (let round = 0; round * ROUND < edits && mismatches < 5; round++) {
  const size = Math.min(ROUND, edits - round * ROUND);
  const judged = Math.ceil(size * JUDGED);
  const inLines = Math.floor((size - judged) / 3);
  const [ofLabels, inBroken] = [Math.floor((size - judged) / 10), Math.floor((size - judged) / 10)];
  const shortest = round % 3 === 2 ? 200 : 1;
  const found = [
    ...compareEdits({ seed: seed + round, edits: size - judged - inLines - ofLabels - inBroken, shortest }),
    ...compareEdits({ seed: seed + round, edits: inLines, shortest, texts: LINE_TEXTS }),
    ...compareEdits({ seed: seed + round, edits: ofLabels, shortest, texts: LABEL_TEXTS }),
    ...compareEdits({ seed: seed + round, edits: inBroken, shortest, texts: BROKEN_TEXTS }),
    ...compareEdits({ seed: -seed - round, edits: judged, shortest: 1, judge }),
  ];
  mismatches += found.length;
  for (const { before, edit, difference } of found) {
    console.log(
      `seed ${seed + round}: ${difference}\n  edit ${JSON.stringify(edit)}\n  text ${JSON.stringify(before)}`,
    );
  }
  console.log(`${round * ROUND + size} edits, ${mismatches} mismatches`);
}
process.exitCode = mismatches === 0 ? 0 : 1;
