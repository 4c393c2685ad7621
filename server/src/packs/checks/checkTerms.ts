import { termProblem } from '../../core/signals/termTree';
import { describePath } from '../describePath';
import { PACK_LIMITS } from '../limits';
import { findValuePlace, isMap } from '../loadedPack';
import { errorAt } from '../packProblem';
import type { ItemSection } from '../packSchema';
import type { ItemProblem, OwnItem } from './checkOwnItems';
import type { FoundWord } from './expandPath';
import { expandPath } from './expandPath';

const TERMS: Readonly<Partial<Record<ItemSection, readonly string[]>>> = {
  'document-types': ['recognise.*'],
  'section-kinds': ['headings.*', 'contains.*'],
  considerations: ['facets.*.columns.*'],
  vocabularies: ['items.*.terms.*'],
  signals: ['terms.*', 'units.*'],
  contexts: ['terms.*'],
};

/** Terms that the scanner finds, in one pass however they are made up. */
const SCANNED: ReadonlySet<string> = new Set(['vocabularies', 'signals', 'contexts']);

/** Terms in a notation that cannot be read. Such a term matches nothing; the others of its list go on working. */
export function checkTerms(item: OwnItem): readonly ItemProblem[] {
  const terms = (TERMS[item.section] ?? []).flatMap((pattern) => expandPath(item.value, pattern));
  const problems = terms.flatMap(({ path, word }) => report(item, [...path], word, `term \`${word}\``));
  const tried = SCANNED.has(item.section) ? terms.filter(({ path }) => path[0] === 'units') : terms;
  return [...problems, ...tried.flatMap((term) => checkOptions(item, term)), ...checkLabels(item)];
}

/** A term that can be read in thousands of ways would be tried in each of them at every heading. */
function checkOptions(item: OwnItem, { path, word }: FoundWord): readonly ItemProblem[] {
  const options = word.split(/\(| \.\.\. |\*/).length - 1;
  if (options <= PACK_LIMITS.options) return [];
  const place = findValuePlace(item.source, [item.section, item.id, ...path]);
  const message = `${shorten(`term \`${word}\``)} has ${options} optional parts, and at most ${PACK_LIMITS.options} can be tried: split it`;
  return [{ problem: errorAt(place, 'bad-term', message), drops: true }];
}

/** A label counts as a term where there are no terms. */
function checkLabels(item: OwnItem): readonly ItemProblem[] {
  const items = item.section === 'vocabularies' && isMap(item.value) ? item.value.items : undefined;
  if (!isMap(items)) return [];
  return Object.entries(items).flatMap(([key, entry]) => {
    if (!isMap(entry) || typeof entry.label !== 'string' || entry.terms !== undefined) return [];
    return report(
      item,
      ['items', key, 'label'],
      entry.label,
      `label \`${entry.label}\`, which counts as a term since there are no \`terms\`,`,
    );
  });
}

function shorten(name: string): string {
  return name.length > 80 ? `${name.slice(0, 79)}…` : name;
}

function findTermProblem(term: string): string | undefined {
  if (term.length <= PACK_LIMITS.term) return termProblem(term);
  return `a term has at most ${PACK_LIMITS.term} characters, and this one has ${term.length}`;
}

function report(item: OwnItem, rest: (string | number)[], term: string, name: string): readonly ItemProblem[] {
  // A blank text has been reported as such.
  const problem = term.trim() === '' ? undefined : findTermProblem(term);
  if (problem === undefined) return [];
  const path = [item.section, item.id, ...rest];
  const owner = describePath(path.slice(0, rest[0] === 'items' || rest[0] === 'facets' ? 4 : 2));
  return [
    {
      problem: errorAt(
        findValuePlace(item.source, path),
        'bad-term',
        `${shorten(name)} of ${owner} cannot be read: ${problem}`,
      ),
      // What is too long to be read is too long to be searched for.
      drops: term.length > PACK_LIMITS.term,
    },
  ];
}
