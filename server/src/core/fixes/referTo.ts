import type { Section } from '../document/documentModel';
import { toFragment } from '../sections/toFragment';
import { countPieces } from '../text/words';
import type { Fix, FixInput } from './fix';
import { insertBlock } from './insertBlock';
import { endOfSection } from './place';

/** As in the engine: a section of at most this many words that refers on does nothing else. One is kept in hand. */
const SHORT_SECTION = 59;

/** The first section, outside this one and what lies below it, that deals with the consideration and can be named. */
export function findReferable(input: FixInput, section: number, consideration: string): number | undefined {
  const { document, sections } = input.analysis;
  const found = sections.find((other, index) => {
    if (
      index === section ||
      isBelow(index, section, document.sections) ||
      other.role !== 'body' ||
      !other.section.heading
    )
      return false;
    return other.judgements.some(
      (j) => j.consideration === consideration && j.state === 'present' && j.refersTo === undefined,
    );
  });
  return found?.section.index;
}

/** Adds a sentence that sends the reader to the section which deals with the consideration. */
export function referTo(input: FixInput, section: number, consideration: string, to: number): Fix | undefined {
  const { document, sections } = input.analysis;
  const from = document.sections[section];
  const target = document.sections[to];
  if (!from || !target?.heading) return undefined;
  const about = input.rules.ruleSet.considerations.get(consideration)?.title ?? consideration;
  const reference = nameReference(target);
  const plain = `${about}: see ${reference}.`;
  const words = from.units.reduce((sum, unit) => sum + countPieces(unit.prose.text), 0) + countPieces(plain);
  // In a longer section the sentence itself must say what it is about, so it takes up the words that the other section is relied on for.
  const evidence = sections[to]?.judgements
    .find((j) => j.consideration === consideration)
    ?.evidence.find((e) => e.weakenedBy === undefined);
  const taken = evidence && document.text.slice(evidence.span.start, evidence.span.end).replace(/\s+/g, ' ');
  const sentence = words <= SHORT_SECTION || !taken ? plain : `${about} (${taken}): see ${reference}.`;
  return {
    title: referTitle(input, consideration, to),
    kind: 'quickfix',
    edits: [insertBlock([{ text: sentence, kind: 'fixed' }], endOfSection(from, document), document)],
  };
}

/** `Measures: refer to “5.2 Benefits”, which deals with it`. */
export function referTitle(input: FixInput, consideration: string, to: number): string {
  const about = input.rules.ruleSet.considerations.get(consideration)?.title ?? consideration;
  return `${about}: refer to “${input.analysis.document.sections[to]?.heading?.text ?? ''}”, which deals with it`;
}

/** `section 5.2, Benefits` where headings are numbered, else a link to the heading. */
function nameReference(target: Section): string {
  const { heading } = target;
  if (!heading) return '';
  if (heading.number !== undefined && /^(?:[A-Z]?\d[\d.]*|[A-Z])$/.test(heading.number)) {
    return `section ${heading.number}, ${heading.title}`;
  }
  return `[${heading.title}](#${toFragment(heading.text)})`;
}

function isBelow(index: number, top: number, sections: readonly Section[]): boolean {
  for (let at = sections[index]?.parent; at !== undefined; at = sections[at]?.parent) if (at === top) return true;
  return false;
}
