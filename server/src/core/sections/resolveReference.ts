import type { DocumentModel, Section } from '../document/documentModel';

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

/** The section that a reference names, or undefined when the document has none such. */
export function findReferenced(reference: Reference, document: DocumentModel): Section | undefined {
  if (reference.kind === 'fragment') {
    const wanted = slug(reference.target);
    return document.sections.find(
      (s) => s.heading && (slug(s.heading.text) === wanted || slug(s.heading.title) === wanted),
    );
  }
  const wanted = bareNumber(reference.target);
  return document.sections.find((s) => s.heading?.number !== undefined && bareNumber(s.heading.number) === wanted);
}

/** Whether the document numbers its headings at all: where it does not, a number refers to something else. */
export function hasNumberedHeadings(document: DocumentModel): boolean {
  return document.sections.some((s) => s.heading?.number !== undefined);
}

/** The number as it is compared: an appendix keeps its name, since section 2 and Appendix 2 are different places. */
function bareNumber(text: string): string {
  return text
    .replace(/^(?:annex|schedule) /i, 'appendix ')
    .replace(/^(?:part|section|chapter) /i, '')
    .replace(/[.):]+$/, '')
    .toUpperCase();
}

/** The fragment that renderers make of a heading. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}
