import { strict as assert } from 'node:assert';
import { cutWords, quoteFound, toPlainWords } from '../../../server/src/core';

/** How words of a text are quoted. */
function quote(words: string, text: string): string {
  const start = text.indexOf(words);
  assert.notEqual(start, -1);
  return quoteFound(text, { start, end: start + words.length });
}

describe('words as they are quoted', () => {
  it('show links by their text, from within one and up to a part of one', () => {
    const text =
      'It is similar to [the one offered](https://a.example) in [the\nnext](/b) town, as [the Board [1]](c) says.';
    assert.equal(quote('similar to [the one offered', text), 'similar to the one offered');
    assert.equal(quote('similar to [the', text), 'similar to the one offered');
    assert.equal(quote('one offered](https://a.example) in', text), 'one offered in the next');
    assert.equal(quote('as', 'as [insert name] says'), 'as');
    assert.equal(toPlainWords('by [insert', { start: 0, end: 10 }), 'by [insert');
  });

  it('drop the marks of notes, and name the note where no more than the end of a sentence stands before it', () => {
    const text = 'It costs £21 billion per year[^alcohol], of which 27%.[^model] is lost.';
    assert.equal(quote('£21 billion', text), '£21 billion');
    assert.equal(quote('billion per year', text), 'billion per year');
    assert.equal(quote('year[^alcohol]', text), 'year');
    assert.equal(quote('27%.', text), 'footnote model');
    assert.equal(quote('27%', text), '27%');
    assert.equal(quote('per year[^alcohol], of which', text), 'per year, of which 27%');
  });

  it('are cut where they are long', () => {
    assert.equal(cutWords('many words', 6), 'many w…');
    assert.equal(cutWords('many words', 5), 'many…');
    assert.equal(cutWords('few words', 9), 'few words');
  });

  it('leave out a word that only joins them to what stands before', () => {
    assert.equal(quote('and Netherbrook', 'Marl and Netherbrook gain'), 'Netherbrook');
    assert.equal(quote('of Pelham', 'the wards of Pelham Gate and'), 'Pelham Gate');
    assert.equal(quote('from Marl', 'moved from Marl Cross, by then'), 'Marl Cross');
    assert.equal(quote('from 52', 'fell from 52 to 24'), 'from 52');
    assert.equal(quote('Of 240', 'Of 240 jobs'), 'Of 240');
    assert.equal(quote('and', 'this and that'), 'and');
  });

  it('end where a name, a date, what is counted, or a pair of shares ends', () => {
    assert.equal(quote('the Fair', 'the Fair Work First criteria'), 'the Fair Work First');
    assert.equal(quote('Harcourt', 'by Fenn Harcourt. Economics grows'), 'Harcourt');
    assert.equal(quote('Race', '| Race | Pakistani |'), 'Race');
    assert.equal(quote('on 18 November', 'on 18 November 2026 it met'), 'on 18 November 2026');
    assert.equal(quote('on 18 November', 'on 18 November 36 met'), 'on 18 November');
    assert.equal(quote('38 Black', 'with 38 Black Country firms in'), '38 Black Country firms');
    assert.equal(quote('38 Black', 'with 38 Black Country and other'), '38 Black Country');
    assert.equal(quote('price 45% and quality', 'price 45% and quality 40%.'), 'price 45% and quality 40%');
    assert.equal(quote('price and quality', 'price and quality 40%.'), 'price and quality');
  });

  it('go no further than to where something is said of them', () => {
    assert.equal(quote('people aged over', 'people aged over 65 are online'), 'people aged over 65');
    assert.equal(quote('for all in', 'for all in a future where work'), 'for all in a future');
    assert.equal(
      quote('as recommended by', 'as recommended by the [UK Metric Board](u) of'),
      'as recommended by the UK Metric Board',
    );
  });
});
