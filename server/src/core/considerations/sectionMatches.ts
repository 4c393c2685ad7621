import type { Heading, Section, TextUnit } from '../document/documentModel';
import type { CompiledRules } from '../rules/compileRules';
import type { ContextMatch } from '../signals/contexts';
import type { UnitMatches } from '../signals/matchSignals';
import { matchUnit } from '../signals/matchSignals';
import type { Steps } from '../steps';
import type { ProseRange } from '../text/proseRange';
import { overlaps } from '../text/span';
import { findUnitFacets, type UnitFacets } from './findFacets';
import { findRow, isSameRow, isSameUnit, type RowPlace } from './sameUnit';

/** A section's units with what was found in them, shared by every judgement and check of one analysis. */
export interface SectionMatches {
  readonly section: Section;
  readonly units: readonly UnitInContext[];
  /** The heading, read as if it were running text. */
  readonly heading?: Omit<UnitInContext, 'facets'>;
}

export interface UnitInContext {
  readonly unit: TextUnit;
  readonly matches: UnitMatches;
  readonly contexts: readonly ContextMatch[];
  /** What it shows of each consideration, as the unit of this index: found once for as long as that is the same. */
  readonly facets: (index: number) => UnitFacets;
}

/**
 * Of a document that is being written, matches of so many units are kept, or of as many as the longest section has that was lately changed, and
 * some more. What was found in a unit is large beside what follows from it for its section, which is all that is kept of the others.
 */
const MOST_UNITS_KEPT = 600;
/** An edit has the short sections around a long one read again with it: they must not push its units out. */
const SECTIONS_OF_EDIT = 8;
const UNITS_BESIDE = 100;

type Found = Omit<UnitInContext, 'unit'>;

/** What was found in a unit, and all that it follows from. */
interface Kept {
  readonly unit: TextUnit;
  readonly place: RowPlace | undefined;
  readonly found: Found;
}

/** By the words of a unit, and where others before it in the section have the same, as empty rows do, by how many. */
type KeptByWords = Map<string, Kept>;

interface Recent {
  readonly kept: KeptByWords;
  /** How many units the sections had that were read last. */
  readonly lengths: number[];
}

const recent = new WeakMap<CompiledRules, Recent>();

/** So many units are matched in one step. */
const UNITS_OF_STEP = 16;

/** Finds what a section's units show. `isWritten`: it may soon be asked again, with a few other words; what was found lately is then not looked for again. */
export function* matchSection(section: Section, rules: CompiledRules, isWritten: boolean): Steps<SectionMatches> {
  const { kept, lengths } = isWritten ? recentOf(rules) : startRecent();
  const seen = new Map<string, number>();
  const units: UnitInContext[] = [];
  let fresh = 0;
  for (const [index, unit] of section.units.entries()) {
    const { text } = unit.prose;
    const place = findRow(unit, section);
    const turn = seen.get(text) ?? 0;
    // No words hold the sign between them and the number.
    const key = turn === 0 ? text : `${text}\0${turn}`;
    const before = kept.get(key);
    const isKnown = before !== undefined && isSameUnit(before.unit, unit) && isSameRow(before.place, place);
    const found = isKnown ? before.found : findIn(unit, section, rules);
    found.facets(index);
    if (isWritten) {
      // Taken out and put in again, so that the first in the map is the one that was not needed for longest.
      kept.delete(key);
      kept.set(key, isKnown ? before : { unit, place, found });
      seen.set(text, turn + 1);
    }
    units.push({ unit, matches: found.matches, contexts: found.contexts, facets: found.facets });
    if (!isKnown && ++fresh % UNITS_OF_STEP === 0) yield;
  }
  lengths.push(units.length);
  if (lengths.length > SECTIONS_OF_EDIT) lengths.shift();
  const most = Math.max(MOST_UNITS_KEPT, Math.max(...lengths) + UNITS_BESIDE);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  const heading = section.heading && readHeading(section.heading, rules);
  return { section, units, heading };
}

function startRecent(): Recent {
  return { kept: new Map(), lengths: [] };
}

function recentOf(rules: CompiledRules): Recent {
  const lately = recent.get(rules) ?? startRecent();
  recent.set(rules, lately);
  return lately;
}

function readHeading({ title, textSpan }: Heading, rules: CompiledRules): SectionMatches['heading'] {
  const sentences = [{ start: 0, end: title.length }];
  const prose = { text: title, toSource: () => textSpan };
  const unit: TextUnit = { kind: 'paragraph', span: textSpan, prose, sentences, quoted: false, marks: [] };
  const matches = matchUnit(unit, rules.signals, rules.scanners);
  return { unit, matches, contexts: rules.findContexts(matches) };
}

function findIn(unit: TextUnit, section: Section, rules: CompiledRules): Found {
  const matches = matchUnit(unit, rules.signals, rules.scanners);
  const contexts = rules.findContexts(matches);
  let last: { readonly index: number; readonly facets: UnitFacets } | undefined;
  const facets = (index: number) => {
    if (last?.index !== index) {
      const found = findUnitFacets({ unit, matches, contexts }, index, section, rules);
      last = { index, facets: found };
    }
    return last.facets;
  };
  return { matches, contexts, facets };
}

/** True when the unit shows the signal somewhere in words that no context takes anything from. */
export function hasPlainMatch({ matches, contexts }: UnitInContext, signal: number | undefined): boolean {
  return findOutside(contexts, matches, signal) !== undefined;
}

/** The first such words, or ones said without a ground: what is only claimed calls for an answer all the more. */
export function findClaimed({ matches, contexts }: UnitInContext, signal: number | undefined): ProseRange | undefined {
  return findOutside(
    contexts.filter(({ effect }) => effect !== 'assert'),
    matches,
    signal,
  );
}

function findOutside(
  contexts: readonly ContextMatch[],
  matches: UnitMatches,
  signal: number | undefined,
): ProseRange | undefined {
  return matches.of(signal).find((m) => !contexts.some((c) => !c.excused && overlaps(m, c.reach)));
}
