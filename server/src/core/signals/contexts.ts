import type { TextUnit } from '../document/documentModel';
import type { Context, ContextEffect } from '../rules/pack';
import type { RuleSet } from '../rules/ruleSet';
import { sortShort } from '../sortShort';
import type { ProseRange } from '../text/proseRange';
import { contains, overlaps } from '../text/span';
import { countPieces } from '../text/words';
import type { SearchLists } from './compileSignals';
import type { UnitMatches } from './matchSignals';
import { scopeOf } from './sentenceScope';
import { findWakes, type Source } from './wakes';

/** A context found in a unit, with the stretch of prose that it changes. */
export interface ContextMatch extends ProseRange {
  readonly context: string;
  readonly effect: ContextEffect;
  readonly reach: ProseRange;
  /** The signals named in `excused-by` stand beside it: it does no harm. */
  readonly excused: boolean;
}

/** Finds the contexts of a unit, by position. */
export type ContextFinder = (unit: UnitMatches) => readonly ContextMatch[];

/** Quotations of fewer words are names and titles, not another person's voice. */
const MIN_QUOTED_WORDS = 5;

/**
 * Compiles every context of the rule set, whose terms and patterns are added to `lists`, and those that the structure of a text gives: another's
 * words, text in code, empty boxes and lists of links. `numbers`: those of the signals.
 */
export function compileContexts(
  ruleSet: RuleSet,
  lists: SearchLists,
  numbers: ReadonlyMap<string, number>,
): ContextFinder {
  const finders: ContextFinder[] = [];
  const sources: Source[] = [];
  for (const [id, context] of ruleSet.contexts) {
    // A context that has both counts as two.
    for (const { find, source } of compileContext(id, context, lists, numbers)) {
      finders.push(find);
      sources.push(source);
    }
  }
  const wakes = findWakes(sources);
  return (unit) => {
    const found: ContextMatch[] = [];
    for (const number of unit.awake(wakes)) found.push(...(finders[number]?.(unit) ?? []));
    found.push(...findQuotations(unit), ...findUnsaid(unit));
    return sortShort(found, (a, b) => a.start - b.start);
  };
}

/** The context that takes most away from a match, if any reaches it. */
export function strongestContext(contexts: readonly ContextMatch[], match: ProseRange): ContextMatch | undefined {
  let strongest: ContextMatch | undefined;
  for (const context of contexts) {
    if (context.excused || !overlaps(match, context.reach)) continue;
    if (context.effect === 'exclude') return context;
    if (!strongest || (strongest.effect === 'weaken' && context.effect !== 'weaken')) strongest = context;
  }
  return strongest;
}

/** Undefined for an id that is not known. */
type SignalNumber = number | undefined;

interface CompiledContext {
  readonly find: ContextFinder;
  readonly source: Source;
}

function compileContext(
  id: string,
  context: Context,
  lists: SearchLists,
  numbers: ReadonlyMap<string, number>,
): readonly CompiledContext[] {
  const numberAll = (ids: readonly string[] = []) => ids.map((signal) => numbers.get(signal));
  const unless = numberAll(context.unless);
  const excusedBy = numberAll(context['excused-by']);
  const toMatch = (unit: UnitMatches, range: ProseRange): ContextMatch => ({
    start: range.start,
    end: range.end,
    context: id,
    effect: context.effect,
    reach: findReach(unit.unit, range, context.reach ?? 'sentence'),
    excused: isExcused(unit, range, excusedBy, context.effect),
  });
  const toFinder = (findRanges: (unit: UnitMatches) => readonly ProseRange[]): ContextFinder => {
    return (unit) =>
      findRanges(unit)
        .filter((range) => !isContradicted(unit, range, unless))
        .map((range) => toMatch(unit, range));
  };
  const compiled: CompiledContext[] = [];
  const { terms = [], patterns = [] } = context;
  if (terms.length > 0) {
    const list = lists.terms.add(terms.map((term) => ({ term })));
    compiled.push({ find: toFinder((unit) => unit.terms(list)), source: { terms: list } });
  }
  if (patterns.length > 0) {
    const numbered = patterns.map(lists.patterns.add);
    const find = toFinder((unit) => numbered.flatMap((pattern) => unit.patterns(pattern)));
    compiled.push({ find, source: { patterns: numbered } });
  }
  return compiled;
}

function findReach(unit: TextUnit, range: ProseRange, reach: NonNullable<Context['reach']>): ProseRange {
  if (reach === 'words') return range;
  const scope = unit.kind === 'row' ? cellAround(unit.prose.text, range) : scopeOf(unit, range);
  if (reach === 'unit') return unit.kind === 'row' ? scope : { start: 0, end: unit.prose.text.length };
  return reach === 'after' ? { start: range.start, end: scope.end } : scope;
}

/** A table row is one sentence for finding things together, but what is put off in one cell says nothing of its neighbours. */
function cellAround(prose: string, range: ProseRange): ProseRange {
  const before = prose.lastIndexOf(' | ', range.start);
  const after = prose.indexOf(' | ', range.end);
  return { start: before < 0 ? 0 : before + 3, end: after < 0 ? prose.length : after };
}

/** Something in the same sentence says that what the words suppose is not so. */
function isContradicted(unit: UnitMatches, range: ProseRange, signals: readonly SignalNumber[]): boolean {
  if (signals.length === 0) return false;
  const scope = scopeOf(unit.unit, range);
  return signals.some((signal) => unit.of(signal).some((m) => contains(scope, m) && !contains(range, m)));
}

/** The excuse may stand in the sentence itself or in the one that follows: "… at FBC. Owner J. Smith, Board of 12 June." */
function isExcused(
  unit: UnitMatches,
  range: ProseRange,
  needed: readonly SignalNumber[],
  effect: ContextEffect,
): boolean {
  if (needed.length === 0) return false;
  const { sentences } = unit.unit;
  const scope = scopeOf(unit.unit, range);
  const next = sentences[sentences.findIndex((s) => s.start === scope.start) + 1];
  const reach = { start: scope.start, end: next?.end ?? scope.end };
  const shows = (signal: SignalNumber) =>
    unit.of(signal).some((m) => m.start >= reach.start && m.end <= reach.end && !contains(range, m));
  return effect === 'defer' ? needed.every(shows) : needed.some(shows);
}

/** What a list of links or a form's empty boxes name, nobody says: neither counts as words of the paper. */
function findUnsaid({ unit }: UnitMatches): readonly ContextMatch[] {
  const whole = { start: 0, end: unit.prose.text.length };
  const context = isUnticked(unit) ? 'unticked' : isOnlyLinks(unit) ? 'only-links' : undefined;
  return context === undefined ? [] : [{ ...whole, reach: whole, context, effect: 'exclude', excused: false }];
}

function isUnticked(unit: TextUnit): boolean {
  return unit.marks.some((mark) => mark.kind === 'check-box' && mark.target === 'unchecked');
}

function isOnlyLinks({ prose, marks, kind }: TextUnit): boolean {
  if (kind === 'row' || kind === 'footnote') return false;
  const links = marks.filter((mark) => mark.kind === 'link');
  if (links.length === 0) return false;
  const rest = links.reduceRight((text, link) => text.slice(0, link.start) + text.slice(link.end), prose.text);
  return !/\p{L}{2}/u.test(rest);
}

/** Words of somebody else, in quotation marks or set off as theirs. */
export const QUOTED = 'quoted';

function findQuotations({ unit }: UnitMatches): readonly ContextMatch[] {
  const whole = { start: 0, end: unit.prose.text.length };
  const quoted = { context: QUOTED, effect: 'weaken', excused: false } as const;
  if (unit.quoted) return [{ ...whole, reach: whole, ...quoted }];
  return unit.marks
    .filter((mark) => mark.kind === 'quotation' || mark.kind === 'code')
    .filter((mark) => countPieces(unit.prose.text.slice(mark.start, mark.end)) >= MIN_QUOTED_WORDS)
    .map((mark) => ({ start: mark.start, end: mark.end, reach: { start: mark.start, end: mark.end }, ...quoted }));
}
