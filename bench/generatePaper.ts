import * as words from './paperWords';
import { makeRandom, type Random } from './random';

export interface PaperOptions {
  /** Equal seeds and lengths give equal papers. */
  readonly seed: number;
  /** In UTF-16 units; the paper is longer by less than its last block. */
  readonly length: number;
}

/** What a block may need to know of the paper before it. */
interface Draft {
  readonly random: Random;
  /** Footnotes referred to and not yet written. */
  readonly notes: number[];
  noteCount: number;
  part: string;
}

type WriteBlock = (draft: Draft) => string;

/** How often each kind of block is met, in parts of a hundred: about as in published business cases. */
const BLOCKS: readonly (readonly [share: number, write: WriteBlock])[] = [
  [52, writeParagraph],
  [16, writeList],
  [14, writeTable],
  [4, writeQuotation],
  [3, writeComment],
  [2, writeCode],
  [2, writeHtml],
  [4, writeOddity],
  [3, writeFauxHeading],
];
/** Sections of 2 to 7 KB between headings. */
const PART_LENGTH = { low: 2000, high: 7000 };

/** Makes up a business case in the five-case layout: front matter, headings, prose, lists, tables, footnotes, and what converters leave behind. */
export function generatePaper({ seed, length }: PaperOptions): string {
  const random = makeRandom(seed);
  const draft: Draft = { random, notes: [], noteCount: 0, part: '' };
  const pieces: string[] = [writeFront(draft)];
  let size = pieces[0]?.length ?? 0;
  const add = (piece: string) => {
    pieces.push(piece);
    size += piece.length;
  };
  const perCase = (length - size) / words.CASES.length;
  words.CASES.forEach(([title, parts], index) => {
    const end = Math.min(size + perCase, length);
    add(writeHeading(draft, 2, `${index + 1}. ${title}`));
    for (let part = 1; size < end; part++) {
      const repeat = part > parts.length ? `: ${thing(random)}` : '';
      draft.part = `${index + 1}.${part}`;
      add(writeHeading(draft, 3, `${draft.part} ${parts[(part - 1) % parts.length]}${repeat}`));
      const partEnd = Math.min(size + random.between(PART_LENGTH.low, PART_LENGTH.high), end);
      while (size < partEnd) add(pickBlock(random)(draft));
    }
    add(writeNotes(draft));
  });
  add(words.SOURCES.map((source) => `[${source}]: https://www.example.gov.uk/${source}\n`).join(''));
  return pieces.join('');
}

function pickBlock(random: Random): WriteBlock {
  let left = random.next() * 100;
  for (const [share, write] of BLOCKS) {
    left -= share;
    if (left < 0) return write;
  }
  return writeParagraph;
}

function writeFront({ random }: Draft): string {
  const title = `Project ${random.between(1, 99)}: ${thing(random)}, ${random.pick(words.PLACES)}`;
  return `---\ntitle: "${title}"\ndocument-type: business-case\nstage: OBC\nversion: "0.${random.between(1, 9)}"\n---\n\n# ${title}: Outline Business Case\n\n`;
}

/** As authors and converters write them: most with marks, some underlined, in HTML, without the space, or only bold. */
function writeHeading({ random }: Draft, level: number, text: string): string {
  const way = random.next();
  if (way < 0.88) return `${'#'.repeat(level)} ${text}\n\n`;
  if (way < 0.91) return `${text}\n${'-'.repeat(8)}\n\n`;
  if (way < 0.94) return `<h${level}>${text}</h${level}>\n\n`;
  if (way < 0.97) return `${'#'.repeat(level)}${text}\n\n`;
  return `**${text}**\n\n`;
}

function thing(random: Random): string {
  const noun = random.pick(words.THINGS);
  return random.chance(0.25) ? `${random.pick(words.QUALITIES)} ${noun}` : noun;
}

function money(random: Random): string {
  return `£${random.between(1, 999)}.${random.between(0, 9)}${random.pick(['m', 'k', ' million', 'bn'])}`;
}

function figure(random: Random): string {
  const way = random.next();
  if (way < 0.35) return money(random);
  if (way < 0.6) return `${random.between(1, 99)}%`;
  return `${random.between(2, 9000).toLocaleString('en-GB')} ${random.pick(words.UNITS)}`;
}

/** A word or two as authors mark them up: most of them plain. */
function marked(random: Random, text: string): string {
  const way = random.next();
  if (way < 0.05) return `**${text}**`;
  if (way < 0.08) return `*${text}*`;
  if (way < 0.11) return `[${text}](https://www.example.gov.uk/${text.replaceAll(' ', '-')})`;
  if (way < 0.12) return `“${text}”`;
  if (way < 0.13) return `\`${text}\``;
  if (way < 0.15) return `[${text}][${random.pick(words.SOURCES)}]`;
  return text;
}

function writeSentence(draft: Draft): string {
  const { random } = draft;
  const a = marked(random, thing(random));
  const b = thing(random);
  const group = random.pick(words.GROUPS);
  const place = random.pick(words.PLACES);
  const end = random.pick(words.ENDS);
  const forms: readonly [string, ...string[]] = [
    `${random.pick(words.OPENINGS)} the ${a} ${random.pick(words.DOES)} the ${b} ${end}`,
    `${random.pick(words.WHO)} ${random.pick(words.DOES)} ${group} in ${place}, and the ${a} ${random.pick(words.DOES)} the ${b}`,
    `The ${a} ${random.pick(words.WAS)} the ${b} at a cost of ${money(random)} (${random.between(1, 40)}% of the total) ${end}`,
    `By March 20${random.between(27, 35)} ${figure(random)} for ${group} in ${place}, up from ${figure(random)} in 2025`,
    `Of ${random.between(40, 900)} ${group} interviewed, ${random.between(2, 98)}% said that the ${b} ${random.pick(words.DOES)} them; ${place} was asked in May 2025`,
    `${random.pick(words.WHO)} will decide on the ${a} for ${group} ${end}`,
    `No adverse impacts have been identified for ${group}, e.g. on the ${b}`,
  ];
  let sentence = random.pick(forms);
  if (random.chance(0.04)) {
    draft.notes.push(++draft.noteCount);
    sentence += `[^${draft.noteCount}]`;
  }
  return `${sentence}.`;
}

function writeSentences(draft: Draft, low: number, high: number): string {
  return Array.from({ length: draft.random.between(low, high) }, () => writeSentence(draft)).join(' ');
}

/** One in six is wrapped at 80 columns, as converters do. */
function writeParagraph(draft: Draft): string {
  const text = writeSentences(draft, 2, 6);
  return `${draft.random.chance(1 / 6) ? text.replaceAll(/(.{70,80}) /g, '$1\n') : text}\n\n`;
}

function writeList(draft: Draft): string {
  const { random } = draft;
  const marker = random.pick<(at: number) => string>([() => '- ', () => '* ', (at) => `${at}. `, () => '- [ ] ']);
  const gap = random.chance(0.15) ? '\n\n' : '\n';
  const items = Array.from({ length: random.between(3, 8) }, (_, at) => {
    const nested = random.chance(0.15) ? `\n${' '.repeat(marker(at + 1).length)}- ${thing(random)}` : '';
    return marker(at + 1) + (random.chance(0.7) ? writeSentence(draft) : `${thing(random)};`) + nested;
  });
  return `${items.join(gap)}\n\n`;
}

function writeTable({ random, part }: Draft): string {
  const columns = random.between(2, 5);
  const names = Array.from({ length: columns }, () =>
    random.pick(['Baseline', 'Target', 'Owner', 'Source', 'Capital', 'By when', 'Who benefits', 'Mitigation']),
  );
  const cell = () =>
    random.pick([money, figure, thing, () => 'TBC', () => '', () => '2030/31', (r: Random) => r.pick(words.WHO)])(
      random,
    );
  const rows = Array.from({ length: random.between(3, 11) }, (_, row) =>
    [`${part}.${row + 1} ${thing(random)}`, ...names.map(cell)].join(' | '),
  );
  const head = ['Item', ...names].join(' | ');
  return `Table ${part}: ${thing(random)}\n\n| ${head} |\n|${' --- |'.repeat(columns + 1)}\n| ${rows.join(' |\n| ')} |\n\n`;
}

function writeQuotation(draft: Draft): string {
  return `> ${writeSentences(draft, 1, 3)}\n>\n> Resident, ${draft.random.pick(words.PLACES)}\n\n`;
}

function writeComment(draft: Draft): string {
  return `<!-- Note: ${writeSentence(draft).replaceAll(/\[\^\d+\]/g, '')} -->\n\n`;
}

function writeCode({ random }: Draft): string {
  return `\`\`\`text\n# Not a heading: ${thing(random)}\nnet = sum(benefits - costs)\n\`\`\`\n\n`;
}

function writeHtml({ random }: Draft): string {
  const row = () => `<tr><td>${thing(random)}</td><td>${figure(random)}</td></tr>`;
  return `<table>\n<tr><th>Item</th><th>Value</th></tr>\n${row()}\n${row()}\n</table>\n\n`;
}

/** What is left of pages, templates and word processors. */
function writeOddity(draft: Draft): string {
  const { random } = draft;
  if (random.chance(0.5)) return `${random.pick(words.ODD_LINES)}\n\n`;
  return `${writeSentence(draft).replaceAll(' the ', '\u00a0the ').replaceAll('-', '\u2011')} It\u2019s\u00ad so \\* &amp; costs \\$5.\n\n`;
}

function writeFauxHeading({ random }: Draft): string {
  const name = thing(random);
  return `**${name.charAt(0).toUpperCase()}${name.slice(1)}**\n\n`;
}

function writeNotes(draft: Draft): string {
  const notes = draft.notes.map(
    (id) => `[^${id}]: ${draft.random.pick(words.WHO)}, ${thing(draft.random)}, 2025, table ${id}.`,
  );
  draft.notes.length = 0;
  return notes.length > 0 ? `${notes.join('\n\n')}\n\n` : '';
}
