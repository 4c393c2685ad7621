import type { RuleSet } from '../rules/ruleSet';
import type { TermLists, TermMatch, TermScanner } from '../signals/termScanner';
import { LETTER } from '../text/letters';

/**
 * Finds the kind of a heading, given the kinds of its ancestors (nearest first). The title of a paper has a kind only where the whole of it
 * is a known wording: `Strategic case` above a chapter is one, `Library hours and next steps` is not.
 */
export type HeadingMatcher = (
  title: string,
  ancestors: readonly string[],
  documentType: string,
  isTitle: boolean,
) => string | undefined;

interface KindMatcher {
  readonly id: string;
  readonly under: readonly string[] | undefined;
  /** Lists of the scanner: wordings of a whole heading, and words that may stand anywhere in it. */
  readonly whole: number;
  readonly part: number;
}

/** Compiles the heading wordings of all section kinds; their terms are added to `lists`, for the scanner that `scanner` gives when a heading is read. */
export function compileHeadings(ruleSet: RuleSet, lists: TermLists, scanner: () => TermScanner): HeadingMatcher {
  const listOf = (terms: readonly string[] = []) => lists.add(terms.map((term) => ({ term })));
  const kinds: readonly KindMatcher[] = [...ruleSet.sectionKinds].map(([id, kind]) => ({
    id,
    under: kind.under,
    whole: listOf(kind.headings),
    part: listOf(kind.contains),
  }));
  const layouts = new Map(
    [...ruleSet.documentTypes].map(([id, type]) => [id, new Set((type.sections ?? []).map((place) => place.kind))]),
  );
  return (title, ancestors, documentType, isTitle) => {
    const layout = layouts.get(documentType);
    const fits = kinds.filter((kind) => kind.under === undefined || kind.under.some((u) => ancestors.includes(u)));
    const best = (matching: readonly KindMatcher[]) =>
      // A kind that is told apart by its place says more than one that fits anywhere; then the layout of the document's own type.
      [...matching].sort((a, b) => rank(b, layout) - rank(a, layout))[0]?.id;
    for (const words of readings(title)) {
      const scanned = scanner().scan(words);
      const isWhole = (match: TermMatch) => match.start === 0 && match.end === words.length;
      const found = best(fits.filter((kind) => scanned.of(kind.whole).some(isWhole)));
      if (found !== undefined) return found;
    }
    if (isTitle) return undefined;
    const scanned = scanner().scan(plain(title));
    return best(fits.filter((kind) => scanned.of(kind.part).length > 0));
  };
}

function rank(kind: KindMatcher, layout: ReadonlySet<string> | undefined): number {
  return (kind.under === undefined ? 0 : 2) + (layout?.has(kind.id) ? 1 : 0);
}

/**
 * `Strategic case: the case for change` can be read whole, by what follows the colon, or by what precedes it;
 * `Ward(s) affected (all)` with what stands in brackets as part of a word, or left out.
 */
const ENDING = new RegExp(String.raw`\(([${LETTER}]{1,3})\)`, 'g');

function readings(title: string): readonly string[] {
  const parts = title.split(/\s*(?::| [\u2013\u2014-] )\s*/);
  const unbracketed = title.replace(ENDING, '$1').replace(/\s*\([^)]*\)/g, '');
  const wordings = parts.length > 1 ? [title, unbracketed, parts.at(-1) ?? '', parts[0] ?? ''] : [title, unbracketed];
  return [...new Set(wordings.map(plain))].filter((words) => words !== '');
}

function plain(title: string): string {
  return title
    .replace(/&/g, 'and')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/^(?:the|our|your) /i, '')
    .replace(/[\s:.?!\u2013-]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
