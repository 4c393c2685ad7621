import { parseArgs } from 'node:util';
import type { CompiledRules } from '../../server/src/core';
import { loadShippedRules } from '../support/shippedRules';
import type { Figures } from './collectFigures';
import { collectFigures, scorePapers } from './collectFigures';
import { compareFigures } from './compareFigures';
import { judgeElsewhere } from './elsewhere';
import { readFigures, writeFigures } from './figuresFile';
import type { JudgedFixture } from './judgeFixture';
import { PARTS } from './loadFixtures';
import { printErrorKinds, printMisses } from './printErrors';
import { printFigures, printPapers, printShare } from './printFigures';
import { scoreCorpus, scorePages } from './scoreCorpus';
import { printWorkedExamples } from './workedExamples';

const HELP = `npm run eval -- [options]: measures how far the tool agrees with a careful reader.
docs/detection.md says what the figures mean, test/evaluation/README.md how fixtures are written.

  --only CONSIDERATION   List only the misses of this consideration.
  --show-measured        List the misses in the measured-only part as well. Not for whoever writes rules.
  --elsewhere FOLDER     Score the public papers as well whose labels are in test/evaluation/elsewhere and whose texts are in this folder.
  --update               Write the figures into figures.json, and figures and worked examples into docs/detection.md.
  --check                End with 1 when a figure is worse than the committed one.
  --help                 This help.`;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    'show-measured': { type: 'boolean', default: false },
    elsewhere: { type: 'string' },
    update: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (options.help) console.log(HELP);
else await run();

async function run(): Promise<void> {
  const { rules } = await loadShippedRules();
  const { figures: own, judged } = collectFigures(rules);
  const corpus = scoreCorpus();
  const pages = scorePages();
  const figures: Figures = {
    ...own,
    ...(corpus && { corpus }),
    ...(pages && { pages }),
  };
  show('Misses in the part written against', printMisses(pick(judged['written-against'])));
  if (options['show-measured'])
    show('Misses in the part that is only measured', printMisses(pick(judged['measured-only'])));
  show('Kinds of errors in the part that is only measured', printErrorKinds(pick(judged['measured-only'])));
  console.log(printFigures(figures));
  if (!corpus) console.log('\nThe shared corpus is not at hand (../shared/corpus): it was left out.');
  if (options.elsewhere !== undefined) showElsewhere(options.elsewhere, rules);
  reportChanges(figures);
  if (options.update) writeFigures(figures, printWorkedExamples(rules));
}

function pick(judged: readonly JudgedFixture[]) {
  const outcomes = judged.flatMap((fixture) => fixture.outcomes);
  return outcomes.filter(({ label }) => options.only === undefined || label.consideration === options.only);
}

function show(title: string, text: string): void {
  console.log(`### ${title}\n\n${text || 'None.'}\n`);
}

function showElsewhere(folder: string, rules: CompiledRules): void {
  for (const part of PARTS) {
    const { judged, absent } = judgeElsewhere(part, 'labels', folder, rules);
    const marked = judgeElsewhere(part, 'sections', folder, rules);
    const taken = judgeElsewhere(part, 'verdicts', folder, rules);
    const figures = scorePapers(judged);
    const missing = [...absent, ...marked.absent, ...taken.absent];
    const left = missing.length > 0 ? `\nNot at hand in ${folder}: ${missing.join(', ')}.` : '';
    const ofMarked = printShare(scorePapers(marked.judged).sectionsFound);
    const seen = `Sections seen as one: ${printShare(figures.sectionsFound)}; in papers of which only those are marked: ${ofMarked}.${left}`;
    console.log(`\n### Public papers from elsewhere, ${part}\n\n${printPapers(figures)}\n\n${seen}`);
    console.log(`\n### Verdicts on what was once printed, ${part}\n\n${printPapers(scorePapers(taken.judged))}`);
  }
}

/** Says what got better and worse since the committed figures, and sets the exit code for `--check`. */
function reportChanges(figures: Figures): void {
  const { drops, gains, isStale } = compareFigures(readFigures(), figures);
  if (isStale)
    console.log('\nLabels have changed since the committed figures: compare with care, then run with --update.');
  if (gains.length > 0) console.log(`\nBetter than committed:\n  ${gains.join('\n  ')}`);
  if (drops.length > 0) console.log(`\nWorse than committed:\n  ${drops.join('\n  ')}`);
  if (options.check && drops.length > 0) process.exitCode = 1;
}
