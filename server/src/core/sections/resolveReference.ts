import type { Heading } from '../document/documentModel';
import { toFragment } from './toFragment';

/** A reference from one part of a document to another, as written. */
export interface Reference {
  /** `5.2`, `Appendix C`, or a link's fragment. */
  readonly target: string;
  readonly kind: 'number' | 'fragment';
}

const NUMBERED =
  /(sections?|chapters?|parts?|paragraphs?|appendix|annex|appendices|annexes|schedule) ?([A-Z]?\d[\d.]*|[A-Z])\b/i;
const APPENDED = /^(?:appendix|appendices|annex|annexes|schedule)\b/i;

/** Reads the words of a reference (`see section 5.2`); undefined when they name no number or letter. */
export function readReference(words: string): Reference | undefined {
  const match = NUMBERED.exec(words);
  const number = match?.[2]?.replace(/\.$/, '');
  if (match?.[1] === undefined || number === undefined) return undefined;
  return { target: APPENDED.test(match[1]) ? `Appendix ${number}` : number, kind: 'number' };
}

/** Finds the section that a reference names: its index, or undefined when the document has none such. */
export interface ReferenceIndex {
  find(reference: Reference): number | undefined;
  /** Whether the document numbers its headings at all: where it does not, a number refers to something else. */
  readonly hasNumbers: boolean;
}

/** The names of one heading: what a reference to it may say. */
interface HeadingNames {
  readonly number: string | undefined;
  readonly slugs: readonly string[];
}

/** Names follow from the heading alone, which keeps its object while its section does not change. */
const kept = new WeakMap<Heading, HeadingNames>();

/** Indexes headings by number and by fragment, in the order of their sections; of two with one name the first is meant. */
export function indexReferences(headings: readonly (Heading | undefined)[]): ReferenceIndex {
  const numbers = new Map<string, number>();
  const slugs = new Map<string, number>();
  const add = (names: Map<string, number>, name: string, index: number) => {
    if (!names.has(name)) names.set(name, index);
  };
  headings.forEach((heading, index) => {
    if (!heading) return;
    const names = kept.get(heading) ?? nameHeading(heading);
    kept.set(heading, names);
    if (names.number !== undefined) add(numbers, names.number, index);
    for (const name of names.slugs) add(slugs, name, index);
  });
  return {
    hasNumbers: numbers.size > 0,
    find: ({ kind, target }) => (kind === 'fragment' ? slugs.get(toFragment(target)) : numbers.get(bareNumber(target))),
  };
}

function nameHeading({ number, text, title }: Heading): HeadingNames {
  return {
    number: number === undefined ? undefined : bareNumber(number),
    slugs: [toFragment(text), toFragment(title)],
  };
}

/** The number as it is compared: an appendix keeps its name, since section 2 and Appendix 2 are different places. */
function bareNumber(text: string): string {
  return text
    .replace(/^(?:annex|schedule) /i, 'appendix ')
    .replace(/^(?:part|section|chapter) /i, '')
    .replace(/[.):]+$/, '')
    .toUpperCase();
}
