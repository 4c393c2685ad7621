import assert from 'node:assert/strict';
import {
  CAPITAL,
  hasLetter,
  hasLetterOrNumber,
  isInCapitals,
  LETTER,
  NUMBER,
  SMALL,
} from '../../../server/src/core/text/letters';

/** All units up to U+052F, the end of what the classes know by letter. */
const UNITS = Array.from({ length: 0x530 }, (_, unit) => String.fromCharCode(unit));

describe('letters', () => {
  for (const [name, inside, property] of [
    ['capitals', CAPITAL, /\p{Lu}/u],
    ['small letters', SMALL, /\p{Ll}/u],
  ] as const)
    it(`knows ${name} of Latin, Greek and Russian as Unicode does`, () => {
      const known = new RegExp(`[${inside}]`);
      const ofPapers = UNITS.filter(
        (unit) => unit < '\u0180' || /[\u0391-\u03a9\u03b1-\u03c9\u0410-\u044f]/.test(unit),
      );
      assert.deepEqual(
        ofPapers.filter((unit) => known.test(unit)),
        ofPapers.filter((unit) => property.test(unit)),
      );
    });

  it('takes nothing for a letter that is none, and leaves out none of Latin', () => {
    const known = new RegExp(`[${LETTER}]`);
    const wrong = UNITS.filter((unit) => known.test(unit) && !/[\p{L}\p{Cn}]/u.test(unit));
    const missing = UNITS.filter((unit) => unit < '\u0250' && /\p{L}/u.test(unit) && !known.test(unit));
    assert.deepEqual([wrong, missing], [[], []]);
  });

  it('takes nothing for a number that is none', () => {
    const known = new RegExp(`[${NUMBER}]`);
    assert.deepEqual(
      UNITS.filter((unit) => known.test(unit)),
      UNITS.filter((unit) => unit <= '\u00ff' && /\p{N}/u.test(unit)),
    );
  });

  it('finds letters and numbers of any script', () => {
    assert.deepEqual(['…', '12', '日本', '٣', '- | -'].map(hasLetter), [false, false, true, false, false]);
    assert.deepEqual(['…', '12', '日本', '٣', '- | -'].map(hasLetterOrNumber), [false, true, true, true, false]);
  });

  it('tells capitals from abbreviations', () => {
    assert.deepEqual(['FISCAL IMPACT', 'ŁÓDŹ ROAD', 'NHS', 'Fiscal IMPACT', '2028'].map(isInCapitals), [
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
