import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { makeRandom } from '../../bench/random';
import {
  applyEdits,
  compileRules,
  type DocumentModel,
  parseDocument,
  runSteps,
  updateDocument,
} from '../../server/src/core';
import { loadShippedRuleSet } from '../support/shippedRules';
import { compareEdits, readInChunks, readWhole } from './compareEdits';
import { describeModel } from './describeModel';
import { startJudging } from './judge';
import { ANY_TEXTS, BROKEN_TEXTS, ITEM_TEXTS, LABEL_TEXTS, LINE_TEXTS } from './randomEdits';

const rules = compileRules(await loadShippedRuleSet());
const papers = globSync('examples/*-*.md').sort();

/** Reads in chunks as small as they can be, so that short texts have many. */
const readFine = (text: string): DocumentModel => runSteps(readInChunks(text, 1));

describe('updateDocument', () => {
  it('gives what reading the whole text gives, after random edits', () => {
    assert.deepEqual(compareEdits({ seed: 20, edits: 160, shortest: 1 }), []);
  });

  it('gives the same after typing in rows of tables and items of lists', () => {
    assert.deepEqual(compareEdits({ seed: 22, edits: 200, shortest: 1, texts: LINE_TEXTS }), []);
    assert.deepEqual(
      compareEdits({ seed: 23, edits: 40, shortest: 1, texts: LINE_TEXTS, judge: startJudging(rules) }),
      [],
    );
  });

  it('gives the same after changes of headings above labels in bold', () => {
    assert.deepEqual(compareEdits({ seed: 24, edits: 200, shortest: 1, texts: LABEL_TEXTS }), []);
  });

  it('gives the same after changes of the indents and markers of wrapped items', () => {
    assert.deepEqual(compareEdits({ seed: 26, edits: 200, shortest: 1, texts: ITEM_TEXTS }), []);
  });

  it('gives the same after changes of lines that a converter has broken', () => {
    assert.deepEqual(compareEdits({ seed: 25, edits: 300, shortest: 1, texts: BROKEN_TEXTS }), []);
  });

  it('gives the findings of the whole text, after random edits', () => {
    assert.deepEqual(compareEdits({ seed: 21, edits: 60, shortest: 1, judge: startJudging(rules) }), []);
  });

  for (const path of papers) {
    it(`keeps ${path} exact, model and findings`, () => {
      const random = makeRandom(path.length);
      const judge = startJudging(rules);
      let text = readFileSync(path, 'utf8');
      let model: DocumentModel = readFine(text);
      for (let i = 0; i < 12; i++) {
        const edit = ANY_TEXTS.makeEdit(random, text, [text]);
        text = applyEdits(text, [edit]);
        model = updateDocument(model, [edit]);
        assert.deepEqual(describeModel(model), describeModel(readWhole(text)));
        assert.deepEqual(judge(model), judge(readWhole(text)));
      }
    });
  }

  for (const open of ['<? one', '<!X', '```', '- ~~~']) {
    it(`ends what is open in a footnote where the next footnote begins: ${open}`, () => {
      for (const next of ['[^b]: two', '[^ b]: no note', '[^b\\]: no note', '[^\\b]: two', 'Words.', '# Head']) {
        const text = `[^a]: ${open}\n\n${next}\n\n[^c]: Three.\n`;
        assert.deepEqual(describeModel(readFine(text)), describeModel(readWhole(text)), text);
      }
    });
  }

  it('reads what is open in a footnote again when a footnote comes to follow it', () => {
    const text = '[^a]: <? one\n\n[b]: two\n';
    const at = text.indexOf('b]');
    const model = updateDocument(readFine(text), [{ start: at, end: at, text: '^' }]);
    assert.deepEqual(describeModel(model), describeModel(readWhole(model.text)));
  });

  it('takes a byte-order mark inside a text for white space, wherever it is cut', () => {
    const text = 'e\n\n\ufeff*<*\n#\n~~~\n\nz';
    assert.deepEqual(describeModel(readFine(text)), describeModel(readWhole(text)));
  });

  it('reads an item with a box alone as in its list', () => {
    const text = '-\n- [ ] **a** b\n- [x] c\n';
    const at = text.indexOf(' b');
    const model = updateDocument(readFine(text), [{ start: at, end: at, text: '#' }]);
    assert.deepEqual(describeModel(model), describeModel(readWhole(model.text)));
  });

  it('reads a list again whose last item without a heading comes to begin with one', () => {
    const text = '- # One\n\n  Text.\n- #Two\n\n  Text.\n- # Three\n\n  Text.\n';
    const at = text.indexOf('Two');
    const model = updateDocument(readFine(text), [{ start: at, end: at, text: ' ' }]);
    assert.deepEqual(
      model.sections.map(({ heading }) => heading?.text),
      ['One', 'Two', 'Three'],
    );
    assert.deepEqual(describeModel(model), describeModel(readWhole(model.text)));
  });

  it('reads a list again whose titles come to have enough below them', () => {
    const below = (words: number) => `\n  - ${'word '.repeat(words)}x\n`;
    const text = `- **One**${below(30)}- **Two**${below(28)}- **Three**${below(25)}`;
    const at = text.indexOf('- **Three') - 2;
    const model = updateDocument(readFine(text), [{ start: at, end: at, text: 'so many words more ' }]);
    assert.equal(model.sections.length, 3);
    assert.deepEqual(describeModel(model), describeModel(readWhole(model.text)));
  });

  it('takes several edits at once, each counted in the text before all of them', () => {
    const text = '# A\n\none\n\n# B\n\ntwo\n';
    const edits = [
      { start: text.indexOf('two'), end: text.indexOf('two') + 3, text: 'three words now' },
      { start: 0, end: 0, text: 'first\n\n' },
      { start: 0, end: 0, text: 'second\n\n' },
    ];
    assert.equal(
      updateDocument(parseDocument(text), edits).text,
      'first\n\nsecond\n\n# A\n\none\n\n# B\n\nthree words now\n',
    );
  });

  it('leaves the document that it is given as it was', () => {
    const before = readFine('# A\n\none\n\n# B\n\ntwo\n');
    const described = describeModel(before);
    updateDocument(before, [{ start: 0, end: 9, text: '```\n' }]);
    assert.deepEqual(describeModel(before), described);
  });

  it('keeps what stands before and after an edit', () => {
    const text = '# A\n\none\n\n# B\n\ntwo\n\n# C\n\nthree\n';
    const before = runSteps(readInChunks(text, 1));
    const at = text.indexOf('two');
    const after = updateDocument(before, [{ start: at, end: at, text: 'more than ' }]) as typeof before;
    const kept = after.sections.map((section, i) => section.content === before.sections[i]?.content);
    assert.deepEqual(kept, [true, false, true]);
    assert.equal(after.sections[0], before.sections[0]);
  });
});
