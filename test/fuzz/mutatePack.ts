import type { Random } from './random';

/** Signs and words that mean something to YAML, to terms or to patterns, or that no file should hold. */
const BITS = [
  '',
  ' ',
  '  ',
  '\n',
  '\t',
  '\r\n',
  ':',
  ': ',
  '- ',
  '? ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  '*',
  '*x',
  '&x ',
  '<<: *x',
  '!!js/function ',
  '!x ',
  '#',
  '|\n',
  '>-\n',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '~',
  'null',
  'true',
  '0x1F',
  '-1',
  '1e999',
  '.inf',
  '2024-13-45',
  '__proto__: 1\n',
  'constructor: {}\n',
  'toString: x\n',
  '\u0000',
  '\ufeff',
  '\u2028',
  '\ud800',
  '🙂',
  'é',
  'ﬃ',
  '\\',
  '../../etc/passwd',
  'C:\\x',
  '$ref',
  '(a+)+$',
  '(a|a)*b',
  'a{1000}',
  '(a{1000}){1000}',
  '(?=x)',
  '\\1',
  '[[:alpha:]]',
  '(?i',
  '\\p{L}+',
  '.*.*.*.*',
  '<a|b|c>',
  '<<a|b>|c>',
  '(s)',
  '((((',
  '))))',
  '{a|b}',
  ' ... ',
  '=PSED',
  '*',
  '** **',
  '... ... ...',
  '|||',
  'add:',
  'remove:',
  'dropped: x',
  '{ add: [x], remove: [y] }',
  '{ first: [{ in: [any], when: never }], add: [{}], remove: [{ when: always }, { text: x }, {}] }',
  'first:',
  'extends: [mine]',
  'include: [pack.yaml]',
  'id: other',
];

/** Text that is fine in small measure and must be bounded in large. */
const MANY: readonly ((count: number) => string)[] = [
  (count) => '['.repeat(count),
  (count) => '{a: '.repeat(count),
  (count) => '- '.repeat(count),
  (count) => '<a|b>'.repeat(count),
  (count) => '(x)'.repeat(count),
  (count) => '{a|b} '.repeat(count),
  (count) => '(?:a|b)'.repeat(count),
  (count) => 'x'.repeat(count * 20),
  (count) => ' '.repeat(count * 20),
  (count) => Array.from({ length: count }, (_, index) => `k${index}: v`).join('\n'),
  (count) =>
    Array.from(
      { length: Math.min(count, 30) },
      (_, index) => `x${index}: &x${index} [*x${index - 1}, *x${index - 1}, *x${index - 1}]`,
    ).join('\n'),
];

/** Damages a text in up to eight places, each time the same way for the same seed. */
export function mutateText(text: string, random: Random): string {
  let mutated = text;
  for (let left = 1 + random.whole(8); left > 0; left--) mutated = random.pick(MUTATIONS)(mutated, random);
  return mutated;
}

type Mutation = (text: string, random: Random) => string;

const insertBit: Mutation = (text, random) => splice(text, random.whole(text.length + 1), 0, random.pick(BITS));
const replaceWithBit: Mutation = (text, random) =>
  splice(text, random.whole(text.length + 1), 1 + random.whole(12), random.pick(BITS));
const removeRange: Mutation = (text, random) => splice(text, random.whole(text.length + 1), 1 + random.whole(60), '');
const insertMany: Mutation = (text, random) =>
  splice(text, random.whole(text.length + 1), 0, random.pick(MANY)(1 + random.whole(random.pick([5, 50, 2000]))));
const repeatRange: Mutation = (text, random) => {
  const start = random.whole(text.length + 1);
  return splice(text, start, 0, text.slice(start, start + random.whole(400)).repeat(1 + random.whole(3)));
};

/** Puts one value or key of the file in the place of another. */
const swapWords: Mutation = (text, random) => {
  const words = [...text.matchAll(/[^\s:,[\]{}]+/g)];
  if (words.length < 2) return text;
  const from = random.pick(words);
  return splice(text, from.index, from[0].length, random.pick(words)[0]);
};

const shiftLine: Mutation = (text, random) => {
  const lines = text.split('\n');
  const at = random.whole(lines.length);
  const line = lines[at] ?? '';
  lines[at] = random.pick([`  ${line}`, line.replace(/^ {1,2}/, ''), `${line} ${line}`, '']);
  return lines.join('\n');
};

const moveLine: Mutation = (text, random) => {
  const lines = text.split('\n');
  const [line = ''] = lines.splice(random.whole(lines.length), 1);
  lines.splice(random.whole(lines.length + 1), 0, line);
  return lines.join('\n');
};

const MUTATIONS = [
  insertBit,
  insertBit,
  replaceWithBit,
  removeRange,
  repeatRange,
  swapWords,
  swapWords,
  shiftLine,
  moveLine,
  insertMany,
];

function splice(text: string, start: number, length: number, put: string): string {
  return text.slice(0, start) + put + text.slice(start + length);
}
