import type { Contribution } from '../contributions';
import { describePath } from '../describePath';
import { findValuePlace, isMap } from '../loadedPack';
import { errorAt } from '../packProblem';
import { listWords } from '../suggest';
import type { ItemProblem } from './checkOwnItems';
import { expandPath } from './expandPath';
import type { WholeItem } from './wholeItem';

/** Keys that only some checks read, and those that they cannot do without. */
const KEYS_OF_CHECK: Readonly<
  Record<string, { readonly needed: readonly string[]; readonly read: readonly string[] }>
> = {
  consideration: { needed: ['consideration', 'expect'], read: ['consideration', 'expect'] },
  deferral: { needed: [], read: ['by-stage'] },
  thread: { needed: ['vocabulary', 'from', 'to'], read: ['vocabulary', 'from', 'to'] },
  inputs: { needed: ['signals'], read: ['signals'] },
};
const SPECIAL_KEYS = ['consideration', 'expect', 'by-stage', 'vocabulary', 'from', 'to', 'signals'];

const PASSING = { consideration: ['present', 'not-expected', 'waived'], other: ['pass'] };
const FAILING = { consideration: ['thin', 'missing'], other: ['fail'] };

/** Does a rule say what its check needs, and prove itself by examples? */
export function checkRule(item: WholeItem): readonly ItemProblem[] {
  return [...checkKeys(item), ...checkExamples(item), ...checkSeverity(item)];
}

function checkKeys({ name, value, error, warning }: WholeItem): readonly ItemProblem[] {
  const check = String(value.check);
  const keys = KEYS_OF_CHECK[check] ?? { needed: [], read: [] };
  const missing = keys.needed.filter((key) => value[key] === undefined);
  const idle = SPECIAL_KEYS.filter((key) => value[key] !== undefined && !keys.read.includes(key));
  return [
    ...missing.map((key) =>
      error('missing-key', `${name} lacks \`${key}\`, which check \`${check}\` needs`, [], { drops: true }),
    ),
    ...idle.map((key) => warning('idle-key', `\`${key}\` of ${name} has no effect with check \`${check}\``, [key])),
  ];
}

function checkExamples({ name, value, error }: WholeItem): readonly ItemProblem[] {
  const kind = value.check === 'consideration' ? 'consideration' : 'other';
  const examples = Array.isArray(value.examples) ? value.examples.filter(isMap) : [];
  const lacks = (states: readonly string[]) => !examples.some((example) => states.includes(String(example.expect)));
  return [
    { words: 'passing', states: PASSING[kind] },
    { words: 'failing', states: FAILING[kind] },
  ]
    .filter(({ states }) => lacks(states))
    .map(({ words, states }) =>
      error('no-example', `${name} has no ${words} example: add one that expects ${listWords(states)}`),
    );
}

/** Examples that expect what the rule's check never says. */
export function checkExampleStates(item: Contribution, whole: unknown): readonly ItemProblem[] {
  const check = isMap(whole) ? whole.check : undefined;
  if (item.section !== 'rules' || typeof check !== 'string') return [];
  const kind = check === 'consideration' ? 'consideration' : 'other';
  const allowed = [...PASSING[kind], ...FAILING[kind]];
  return expandPath(item.value, 'examples.*.expect')
    .filter(({ word }) => !allowed.includes(word))
    .map(({ path, word }) => {
      const place = findValuePlace(item.pack, ['rules', item.id, ...path]);
      const name = describePath(['rules', item.id]);
      const message = `an example of ${name} expects \`${word}\`; with check \`${check}\` it can be ${listWords(allowed)}`;
      return { problem: errorAt(place, 'bad-example', message), drops: false };
    });
}

function checkSeverity({ name, value, warning }: WholeItem): readonly ItemProblem[] {
  const severity = value.severity;
  if (!isMap(severity) || severity.default !== undefined) return [];
  return [
    warning('no-default', `\`severity\` of ${name} has no \`default\`, for stages that it does not name`, ['severity']),
  ];
}
