import { strict as assert } from 'node:assert';
import { splitNumber } from '../../../server/src/core/document/numbering';

const CASES: readonly (readonly [text: string, number: string | undefined, title: string])[] = [
  ['2.1 Case for change', '2.1', 'Case for change'],
  ['2.1. Case for change', '2.1', 'Case for change'],
  ['1) Purpose', '1', 'Purpose'],
  ['1. Purpose:', '1', 'Purpose'],
  ['A1.1 Land', 'A1.1', 'Land'],
  ['PART A: STRATEGIC CASE', 'PART A', 'STRATEGIC CASE'],
  ['Section 3 \u2013 Options', 'Section 3', 'Options'],
  ['Appendix C: Risks', 'Appendix C', 'Risks'],
  ['Chapter 2', 'Chapter 2', 'Chapter 2'],
  ['(a) Homes', '(a)', 'Homes'],
  ['6A. Buying', '6A', 'Buying'],
  ['6a) Buying', '6a', 'Buying'],
  ['6A Buying', '6A', 'Buying'],
  ['5G Masts', undefined, '5G Masts'],
  ['04 About', '04', 'About'],
  ['IV. Options', 'IV', 'Options'],
  ['3 year plan', undefined, '3 year plan'],
  ['12 March', undefined, '12 March'],
  ['2026 budget', undefined, '2026 budget'],
  ['M6 corridor', undefined, 'M6 corridor'],
  ['Part of the plan', undefined, 'Part of the plan'],
  ['5G strategy', undefined, '5G strategy'],
  ['Introduction', undefined, 'Introduction'],
  ['I want to work', undefined, 'I want to work'],
];

describe('splitNumber', () => {
  for (const [text, number, title] of CASES) {
    it(`reads ${text}`, () => assert.deepEqual({ number: undefined, ...splitNumber(text) }, { number, title }));
  }
});
