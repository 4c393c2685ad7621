import { MAX_GAP_WORDS, parseTerm, type TermNode } from './termTree';

/** A compiled term: a regular expression source without anchors, and whether its case matters. */
export interface CompiledTerm {
  readonly source: string;
  readonly caseSensitive: boolean;
}

const SEPARATOR = '[ \\-\u2010-\u2015]';
const WORD_EDGE_BEFORE = '(?<![\\p{L}\\p{N}])';
const WORD_EDGE_AFTER = '(?![\\p{L}\\p{N}])';
const NOTHING = '(?!)';
/** Letters of Latin scripts, with a few signs between them: a small class compiles a hundred times faster than all letters of Unicode. */
const LATIN = 'A-Za-z\\u00c0-\\u024f';

/** Compiles a term to an expression that is ours. A faulty one (see `termProblem`) compiles to one that matches nothing. */
export function compileTerm(term: string): CompiledTerm {
  const parsed = parseTerm(term);
  return parsed
    ? { source: toSource(parsed.tree), caseSensitive: parsed.caseSensitive }
    : { source: NOTHING, caseSensitive: false };
}

/** Expressions for a short list of terms, for searching a heading or a header cell; long lists are scanned for (`termScanner.ts`). */
export function buildTermMatchers(terms: readonly string[]): readonly RegExp[] {
  return joinTerms(terms, (source) => `${WORD_EDGE_BEFORE}(?:${source})${WORD_EDGE_AFTER}`, 'g');
}

/** Expressions one of which a whole string must match, as for headings. */
export function buildWholeTermMatchers(terms: readonly string[]): readonly RegExp[] {
  return joinTerms(terms, (source) => `^(?:${source})$`, '');
}

function joinTerms(terms: readonly string[], wrap: (source: string) => string, flags: string): readonly RegExp[] {
  const compiled = terms.map(compileTerm);
  return [false, true].flatMap((caseSensitive) => {
    const sources = compiled.filter((term) => term.caseSensitive === caseSensitive).map((term) => term.source);
    if (sources.length === 0) return [];
    return [new RegExp(wrap(joinBranches(sources)), `${flags}${caseSensitive ? '' : 'i'}u`)];
  });
}

function toSource(node: TermNode): string {
  switch (node.kind) {
    case 'character':
      return node.character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
    case 'separator':
      return SEPARATOR;
    case 'letters':
      return `[${LATIN}]*`;
    case 'gap':
      return `(?: [^ ]+){0,${MAX_GAP_WORDS}}? `;
    case 'sequence':
      return node.parts.map(toSource).join('');
    case 'choice':
      return `(?:${joinBranches(node.branches.map(toSource))})${node.optional ? '?' : ''}`;
  }
}

/** The longest first: an alternation takes the first branch that fits. */
function joinBranches(sources: readonly string[]): string {
  return [...sources].sort((a, b) => b.length - a.length).join('|');
}
