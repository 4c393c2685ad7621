import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { loadShippedRules } from '../support/shippedRules';
import { collectFigures } from './collectFigures';
import { compareFigures } from './compareFigures';
import { insertBlock, PAGE, readFigures } from './figuresFile';
import { printFigures } from './printFigures';

const { rules } = await loadShippedRules();
const committed = readFigures();
const REMEDY = 'run `npm run eval`; when the change is meant, `npm run eval -- --update` and commit';

describe('the figures of the evaluation', () => {
  const { drops, isStale } = compareFigures(committed, collectFigures(rules).figures);

  it('are of the labels as they are', () => assert.equal(isStale, false, REMEDY));
  it('have not dropped', () => assert.deepEqual(drops, [], REMEDY));
  it('stand in the page as committed', () => {
    const page = readFileSync(PAGE, 'utf8');
    assert.equal(page, insertBlock(page, 'figures', printFigures(committed)), REMEDY);
  });
});
