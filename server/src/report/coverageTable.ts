import type { DocumentView, Named, SectionView } from './documentView';
import type { TerminalOptions } from './terminal';
import { fitWidth, paint, printable, wrap } from './terminal';
import { count, STATE_MEANINGS, STATE_SIGNS } from './words';

const ORDER = ['missing', 'thin', 'waived', 'present'] as const;
/** Room for the words at the end of a row: `2 missing, 1 thin`. */
const TAIL = 20;

/** Sections by considerations, in signs, with a key in words and, at the end of each row, a count in words. */
export function drawCoverageTable(view: DocumentView, options: TerminalOptions): readonly string[] {
  const codes = abbreviate(view.considerations);
  const rows = options.explain ? view.sections : view.sections.filter(hasCoverage);
  const left = view.sections.length - rows.length;
  const room = options.width - 2 - codes.length * 3 - 2 - TAIL;
  const longest = Math.max(12, ...rows.map((section) => indentedLabel(section).length));
  const width = Math.max(16, Math.min(room, longest));
  const key = view.considerations.map((c, i) => `${codes[i]} ${c.title}`).join(', ');
  const signs = ['present', 'thin', 'missing', 'waived', 'not-expected'] as const;
  return [
    paint('bold', 'Coverage: sections by considerations', options),
    '',
    ...wrap(`Columns: ${key}.`, options.width, '  ', '    '),
    ...wrap(
      `Signs: ${signs.map((s) => `${STATE_SIGNS[s]} ${STATE_MEANINGS[s]}`).join(', ')}.`,
      options.width,
      '  ',
      '    ',
    ),
    '',
    `  ${' '.repeat(width)} ${codes.map((code) => ` ${code.padEnd(2)}`).join('')}`,
    ...rows.map((section) => drawRow(section, width, options).trimEnd()),
    ...(left > 0
      ? [
          '',
          ...wrap(
            `Not in the table: ${count(left, 'section')} of which nothing is asked and which raise nothing.`,
            options.width,
            '  ',
          ),
        ]
      : []),
  ];
}

/** Two letters each, or initials where the title has several words: `Be`, `GW`. Made longer where two would be the same. */
export function abbreviate(considerations: readonly Named[]): readonly string[] {
  const used = new Set<string>();
  return considerations.map(({ title }) => {
    const words = title.split(/[\s-]+/);
    const initials = words.map((word) => word.charAt(0).toUpperCase()).join('');
    const candidates = [
      words.length > 1 ? initials.slice(0, 2) : title.slice(0, 2),
      ...[...title.slice(1)].map((l) => title.charAt(0) + l),
    ];
    const code = candidates.find((candidate) => !used.has(candidate)) ?? String(used.size + 1);
    used.add(code);
    return code;
  });
}

/** `2 missing, 1 thin`, from the gravest. */
export function countStates(section: SectionView): string {
  return ORDER.flatMap((state) => {
    const number = section.judgements.filter((j) => j.state === state).length;
    return number === 0 || state === 'present' ? [] : [`${number} ${STATE_MEANINGS[state]}`];
  }).join(', ');
}

function hasCoverage(section: SectionView): boolean {
  return section.judgements.some((judgement) => judgement.state !== 'not-expected');
}

function indentedLabel(section: SectionView): string {
  return printable(`${' '.repeat(Math.max(0, section.level - 2) * 2)}${section.label}`);
}

function drawRow(section: SectionView, width: number, options: TerminalOptions): string {
  const styles = { present: 'green', thin: 'yellow', missing: 'red', waived: 'blue', 'not-expected': 'dim' } as const;
  const signs = section.judgements
    .map(({ state }) => ` ${paint(styles[state], STATE_SIGNS[state], options)} `)
    .join('');
  return `  ${fitWidth(indentedLabel(section), width)} ${signs}  ${countStates(section)}`;
}
