import type { Passage } from './documentView';
import type { TerminalOptions } from './terminal';
import { printable, wrap } from './terminal';
import { count, describeShown } from './words';

/** At most so many passages are quoted for one finding; the others are counted. */
const MOST_PASSAGES = 3;

/** The sentences that a judgement rests on, what says most first, and under each what was found in it. */
export function printPassages(passages: readonly Passage[], options: TerminalOptions): readonly string[] {
  const shown = passages.slice(0, MOST_PASSAGES);
  const more = passages.length - shown.length;
  return [
    ...shown.flatMap((passage) => {
      const label = `    Line ${passage.line}: `;
      const indent = ' '.repeat(6);
      return [
        ...wrap(printable(`“${passage.words}”`), options.width, label, indent),
        ...wrap(
          printable(`Found: ${passage.shows.map(describeShown).join('; ')}.`),
          options.width,
          indent,
          `${indent}  `,
        ),
      ];
    }),
    ...(more > 0 ? [`    and ${count(more, 'more passage')}.`] : []),
  ];
}
