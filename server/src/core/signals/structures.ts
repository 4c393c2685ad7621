import type { TextUnit } from '../document/documentModel';
import type { StructureKind } from '../rules/pack';
import { MONTH_NAMES, YEAR } from '../text/dates';
import { LETTER } from '../text/letters';
import { findRanges, type ProseRange } from '../text/proseRange';

/** `see section 5.2`, `Appendix C`, `in the Economic Case`: words that send the reader to another part of the same document. */
export const REFERENCE =
  /\b(?:(?:see(?: also)?|set out (?:in|at)|described in|covered in|dealt with in|given in|detailed in|contained in|provided in|shown in|outlined in|explained in|refer to|as in|under|in|at|identical to)) (?:the )?(?:(?:sections?|chapters?|parts?|paragraphs?|appendix|annex|appendices|annexes|schedule) ?(?:[A-Z]\b|\d)?[\d.]*[A-Za-z]?\d*)/giu;
/** Each with what a text must hold for it: most hold none of that, and the expressions are slow to find out. */
const CITATIONS: readonly (readonly [needed: string, expression: RegExp])[] = [
  // (ONS, 2024) and (State of the Region 2024-25), but neither a date nor a sum
  [
    '(',
    new RegExp(
      `\\((?![^()]*(?:\\b(?:${MONTH_NAMES}|since|from|until|between|in|by|to) |[£$€%]))[${LETTER}][^()]{1,80}?,? ${YEAR}(?:[/\\u2010-\\u2015-]\\d{2,4})?\\)`,
      'g',
    ),
  ],
  ['(', new RegExp(String.raw`\b(?:[A-Z][${LETTER}&]+ ){1,4}\((?:19[5-9]\d|20[0-7]\d)[^()]{0,10}\)`, 'g')],
  ['Source', /\bSources?: ?[A-Z][^.|;]{2,80}/gu],
  ['according to', /\baccording to (?:the )?[A-Z0-9][^,.;]{2,60}/gu],
];
const REFERRED = /section|chapter|part|paragraph|append|annex|schedule/i;

/** Finds structures of a kind in a unit, as ranges of its prose. A footnote reference, which has no words, is the word before it. */
export function findStructures(kind: StructureKind, unit: TextUnit): readonly ProseRange[] {
  switch (kind) {
    case 'link':
      return unit.marks.filter(
        (mark) => mark.kind === 'link' && /^(?:https?:|\/)/.test(mark.target ?? '') && mark.end > mark.start,
      );
    case 'footnote':
      return unit.marks
        .filter((mark) => mark.kind === 'footnote-reference')
        .map((mark) => wordBefore(unit.prose.text, mark.start));
    case 'citation':
      return CITATIONS.flatMap(([needed, expression]) =>
        unit.prose.text.includes(needed) ? findRanges(expression, unit.prose.text) : [],
      );
    case 'reference':
      return [
        ...(REFERRED.test(unit.prose.text) ? findRanges(REFERENCE, unit.prose.text) : []),
        ...unit.marks.filter((mark) => mark.kind === 'link' && mark.target?.startsWith('#') && mark.end > mark.start),
      ];
  }
}

function wordBefore(text: string, at: number): ProseRange {
  let end = at;
  while (end > 0 && /[\s]/.test(text.charAt(end - 1))) end--;
  let start = end;
  while (start > 0 && !/\s/.test(text.charAt(start - 1))) start--;
  return start < end ? { start, end } : { start: 0, end: Math.min(1, text.length) };
}
