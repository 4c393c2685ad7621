import { strict as assert } from 'node:assert';
import type { ValueKind } from '../../../server/src/core/rules/pack';
import { buildTermScanner } from '../../../server/src/core/signals/termScanner';
import { findCounts, readValues } from '../../../server/src/core/signals/values';

describe('readValues', () => {
  const cases: readonly (readonly [kind: Exclude<ValueKind, 'count'>, text: string, found: readonly string[]])[] = [
    ['money', 'costs £4.2m, then €300,000 and £12.60 an hour', ['£4.2m', '€300,000', '£12.60 an hour']],
    ['money', 'GBP 20 million and 60 pence', ['GBP 20 million', '60 pence']],
    ['money', 'four million people', []],
    ['percentage', '15%, 12 per cent and 3 percentage points', ['15%', '12 per cent', '3 percentage points']],
    ['percentage', 'one in four and three out of four', ['one in four', 'three out of four']],
    ['date', 'on 12 June 2027, by Q3 2026/27 and in 2030', ['12 June 2027', 'Q3 2026/27', '2030']],
    ['date', 'by June 30, 2028, from fiscal year 2025 and in FY26', ['June 30, 2028', 'fiscal year 2025', 'FY26']],
    ['date', 'in 2025-26 and by summer 2026', ['2025-26', 'summer 2026']],
    ['date', 'it cost £2,030 and 2,030 homes', []],
    ['change', 'from 12% to 18%', ['from 12% to 18%']],
    ['change', 'rises from 9 to 14 and halves', ['from 9 to 14', 'halves']],
    ['change', 'homes with double glazing will double by 2030', ['double']],
    ['number', 'from 09:30 to 16:00 in 3 halls', ['3']],
    ['number', 'forty posts, 12 homes, section 5.2 of 2024', ['forty', '12', '5.2']],
    ['area-code', 'in B8 and E01009617', ['B8', 'E01009617']],
  ];
  for (const [kind, text, found] of cases) {
    it(`finds ${kind} in “${text}”`, () => {
      assert.deepEqual(
        readValues(text)(kind).map((range) => text.slice(range.start, range.end)),
        found,
      );
    });
  }
});

describe('findCounts', () => {
  const scanner = buildTermScanner([[{ term: 'resident(s)' }, { term: 'apprentice(s)' }]]);
  const find = (text: string) =>
    findCounts(text, readValues(text), scanner.scan(text).of(0)).map((r) => text.slice(r.start, r.end));
  it('takes a number with what it counts', () =>
    assert.deepEqual(find('At least 40 local residents and twelve apprentices'), [
      '40 local residents',
      'twelve apprentices',
    ]));
  it('takes a share', () => assert.deepEqual(find('one in four residents'), ['one in four residents']));
  it('takes neither money nor a year for a number of people', () =>
    assert.deepEqual(find('£2 million for residents, and by 2025, residents'), []));
  it('does not reach over the end of a clause', () => assert.deepEqual(find('It cost 40. Residents agreed'), []));
  it('does not reach over a word or a mark that turns to something else', () =>
    assert.deepEqual(
      find('8 hours for residents, 12% goes to residents, 5 (of 9), residents and sixty nodes when apprentices leave'),
      [],
    ));
  it('takes a share or a number of a group that a word leads to', () =>
    assert.deepEqual(find('31% for residents and 60 to apprentices'), ['31% for residents', '60 to apprentices']));
  it('does not reach over more than three words', () =>
    assert.deepEqual(find('40 of the very many other residents'), []));
});
