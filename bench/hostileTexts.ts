/** A text of a shape that no paper has, and that must cost no more for its length than a paper does. */
export interface HostileText {
  readonly name: string;
  /** How much of it there is: rows, headings, units of text, levels. */
  readonly size: number;
  make(size: number): string;
}

const SENTENCE = 'Lone parents in Walsall will be taken on by the contractor, and 40 of them by 2029. ';
const ROW = '| Lone parents in Walsall | 1,200 | 18% by 2028 | ONS, 2024 |\n';

const fill = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join('');

export const HOSTILE_TEXTS: readonly HostileText[] = [
  {
    name: 'one paragraph',
    size: 1_000_000,
    make: (size) =>
      `# Case\n\n${fill(SENTENCE, size).replace(/ (?=Lone)/g, (_, at) => (at % 7 === 0 ? '\n' : ' '))}\n\n# Next\n\nWords.\n`,
  },
  {
    name: 'lines in bold above text, all in one paragraph',
    size: 10_000,
    make: (size) => `# Case\n\n${'**Who gains**\nLone parents.\n'.repeat(size)}\n# Next\n\nWords.\n`,
  },
  {
    name: 'labels in bold within one section',
    size: 10_000,
    make: (size) => `# Case\n\n## Aims\n\n${'**Who gains:**\n\n- Lone parents.\n\n'.repeat(size)}\n# Next\n\nWords.\n`,
  },
  {
    name: 'paragraphs of HTML on one line',
    size: 10_000,
    make: (size) => `# Case\n\n${'<p><b>Who</b> gains</p>'.repeat(size)}\n\n# Next\n\nWords.\n`,
  },
  {
    name: 'one line without a space',
    size: 5_000_000,
    make: (size) => `# Case\n\n${fill('abcdefghij', size)}\n\n# Next\n\nWords.\n`,
  },
  {
    name: 'rows of a table',
    size: 10_000,
    make: (size) =>
      `# Case\n\n| Group | Number | Change | Source |\n| --- | --- | --- | --- |\n${ROW.repeat(size)}\n# Next\n\nWords.\n`,
  },
  {
    name: 'items of a list',
    size: 10_000,
    make: (size) => `# Case\n\n${`- ${SENTENCE.trim()}\n`.repeat(size)}\n# Next\n\nWords.\n`,
  },
  {
    name: 'rows of a table, with code in them',
    size: 10_000,
    make: (size) =>
      `# Case\n\n| Group | Number | Change | Source |\n| --- | --- | --- | --- |\n${ROW.replace('18%', '`18%`').repeat(size)}\n# Next\n\nWords.\n`,
  },
  {
    name: 'items of a list, with more lines and items in them',
    size: 10_000,
    make: (size) =>
      `# Case\n\n${`- ${SENTENCE.trim()}\n  As \`x\`.\n\n  - So it is.\n`.repeat(size)}\n# Next\n\nWords.\n`,
  },
  {
    name: 'headings',
    size: 50_000,
    make: (size) => `# Case\n\n${times(size, (i) => `${'#'.repeat(2 + (i % 4))} Part ${i}\n\n`)}`,
  },
  {
    name: 'levels of quotation',
    size: 10_000,
    make: (size) => `# Case\n\n${'> '.repeat(size)}words\n\n# Next\n\nWords.\n`,
  },
  {
    name: 'levels of lists',
    size: 500,
    make: (size) => `# Case\n\n${times(size, (i) => `${'  '.repeat(i)}- level ${i}\n`)}\n# Next\n\nWords.\n`,
  },
  {
    name: 'open brackets',
    size: 10_000,
    make: (size) => `# Case\n\n${'['.repeat(size)}words\n\n# Next\n\nWords.\n`,
  },
  {
    name: 'open marks of emphasis',
    size: 20_000,
    make: (size) => `# Case\n\n${'*a _b '.repeat(size)}\n\n# Next\n\nWords.\n`,
  },
];
