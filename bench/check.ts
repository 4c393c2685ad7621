import { readFileSync, writeFileSync } from 'node:fs';
import { analyze, parseDocument, updateDocument } from '../server/src/core';
import { loadShippedRules } from '../test/support/shippedRules';
import { generatePaper } from './generatePaper';
import { fullParse } from './measure/fullParse';
import { measureHere } from './measure/processorTime';
import { readVariedPapers } from './variedPapers';

/**
 * `npm run bench:check`: fails when checking has become slower against a full parse of the same text than bench/ratios.json says, by more
 * than noise explains. Ratios of processor time taken by turns in one process: they hardly depend on the machine or on what else it does.
 * After a change that is meant: `npm run bench:check -- --update`.
 */
const FILE = 'bench/ratios.json';
/** With three other programs busy on the same two processors, ratios were seen to double. */
const TOLERANCE = 3;
const ROUNDS = 5;
const OPTIONS = { type: 'business-case', stage: 'OBC', today: '2026-11-01' };

const text = generatePaper({ seed: 11, length: 30_000 });
const varied = readVariedPapers(6);
const { rules } = await loadShippedRules();
const ratios = measureRatios();
if (process.argv.includes('--update')) writeFileSync(FILE, `${JSON.stringify(ratios, null, 2)}\n`);
else compare(JSON.parse(readFileSync(FILE, 'utf8')));

type Ratios = ReturnType<typeof measureRatios>;

/** What is smaller is faster. */
function measureRatios() {
  const check = () => analyze(parseDocument(text), rules, OPTIONS);
  const at = text.indexOf('\n', text.length / 2);
  let model = parseDocument(text);
  analyze(model, rules, OPTIONS);
  const press = () => {
    model = updateDocument(model, [{ start: at, end: at, text: 'x' }]);
    return analyze(model, rules, OPTIONS);
  };
  const parseVaried = () => varied.map(fullParse);
  const checkVaried = () => varied.map((paper) => analyze(parseDocument(paper), rules, OPTIONS));
  // Much of the engine is made when a text first needs it.
  for (let round = 0; round < 6; round++) for (const warmUp of [check, press, () => fullParse(text)]) warmUp();
  for (const warmUp of [parseVaried, checkVaried]) warmUp();
  const times = Array.from({ length: ROUNDS }, () => ({
    parse: measureHere(() => fullParse(text)),
    check: measureHere(check),
    press: measureHere(() => Array.from({ length: 10 }, press)) / 10,
    parseVaried: measureHere(parseVaried),
    checkVaried: measureHere(checkVaried),
  }));
  // The fastest of each: whatever else the machine does only ever makes it slower.
  const least = (what: keyof (typeof times)[number]) => Math.min(...times.map((t) => t[what]));
  return {
    'first check ÷ full parse': round(least('check') / least('parse')),
    'key press ÷ full parse': round(least('press') / least('parse')),
    'check of varied papers ÷ full parse': round(least('checkVaried') / least('parseVaried')),
  };
}

function compare(committed: Ratios): void {
  for (const [what, ratio] of Object.entries(ratios)) {
    const known = committed[what as keyof Ratios];
    const isWorse = ratio > known * TOLERANCE;
    console.log(
      `${isWorse ? 'SLOWER' : 'ok    '}  ${what}: ${ratio}, committed ${known}, at most ${round(known * TOLERANCE)}`,
    );
    if (isWorse) process.exitCode = 1;
  }
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
