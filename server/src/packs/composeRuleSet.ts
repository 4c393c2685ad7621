import type { Source } from '../core/rules/pack';
import type { RuleSet } from '../core/rules/ruleSet';
import { checkReferences } from './checks/checkReferences';
import { checkExampleStates } from './checks/checkRule';
import { checkSignalCycles } from './checks/checkSignalCycles';
import { checkSources } from './checks/checkSources';
import { checkTemplate } from './checks/checkTemplates';
import { checkWholeItem } from './checks/checkWholeItem';
import { buildWholeItem } from './checks/wholeItem';
import type { Contribution } from './contributions';
import { collectContributions, findBases } from './contributions';
import { describePath } from './describePath';
import { valueAt } from './describeSchemaErrors';
import { dropDependents } from './dropDependents';
import { dropFacets } from './dropFacets';
import { fillWords } from './fillWords';
import { findConflicts } from './findConflicts';
import type { ComposedItem } from './foldContributions';
import { foldContributions, keyOf } from './foldContributions';
import { gatherKnownIds } from './knownIds';
import type { LoadedPack } from './loadedPack';
import { findKeyPlace, findValuePlace, isMap } from './loadedPack';
import type { PackProblem } from './packProblem';
import { errorAt, sortProblems } from './packProblem';
import type { ItemSection } from './packSchema';

/**
 * Composes packs, given in dependency order (an extended pack before what extends it), into one rule set, and judges what can only be judged of the
 * whole: references, completeness, conflicts. What is faulty is left out: of an item that several packs define, only the faulty pack's words.
 */
export function composeRuleSet(packs: readonly LoadedPack[]): { ruleSet: RuleSet; problems: readonly PackProblem[] } {
  const { contributions, problems: unknownRules } = collectContributions(packs);
  const problems: PackProblem[] = [...unknownRules, ...findConflicts(packs, contributions)];
  const all = foldContributions(
    contributions.filter((contribution) => !contribution.faulty),
    (contribution, path) => problems.push(describeIdleNull(contribution, path)),
  );

  const faults = judgeContributions(packs, contributions, all);
  const sound = contributions.filter((contribution) => !faults.faulty.has(contribution));
  const whole = judgeWholeItems(packs, dropFacets(foldContributions(sound), problems), contributions);
  problems.push(
    ...faults.problems,
    ...whole.problems.filter((problem) => !problems.some((known) => isSamePlace(known, problem))),
  );

  const usable = dropDependents(whole.items, whole.dropped, packs, problems);
  return { ruleSet: toRuleSet(packs, usable), problems: sortProblems(problems) };
}

/** Judges what each pack says by itself, against the ids of all. */
function judgeContributions(
  packs: readonly LoadedPack[],
  contributions: readonly Contribution[],
  all: ReadonlyMap<string, ComposedItem>,
): { problems: readonly PackProblem[]; faulty: ReadonlySet<Contribution> } {
  const known = gatherKnownIds(packs, contributions);
  const isIncomplete = packs.some((pack) => pack.incomplete);
  const faulty = new Set(contributions.filter((contribution) => contribution.faulty));
  const problems = contributions.flatMap((contribution) => {
    const whole = all.get(keyOf(contribution))?.value ?? contribution.value;
    // Where a part of a pack could not be read, unknown ids may stand in that part. What a later pack takes away as a whole has nothing to refer to.
    const isTakenAway = all.has(keyOf(contribution)) && all.get(keyOf(contribution))?.value === undefined;
    const references =
      isIncomplete || isTakenAway
        ? []
        : [
            ...checkReferences(contribution, { known, whole }),
            ...checkTemplate(contribution, known),
            ...checkSources(contribution, known),
            ...checkExampleStates(contribution, whole),
          ];
    if (references.some((reference) => reference.drops)) faulty.add(contribution);
    return references
      .map((reference) => reference.problem)
      .filter((problem) => !isReported(contribution.pack, problem));
  });
  return { problems, faulty };
}

/** Judges items as composed. What lacks something only because a part of it was left out is not reported again. */
function judgeWholeItems(
  packs: readonly LoadedPack[],
  composed: ReadonlyMap<string, ComposedItem>,
  contributions: readonly Contribution[],
) {
  const hasLostPart = buildLossTest(packs, contributions);
  const items = new Map<string, ComposedItem>();
  const dropped = new Set<string>();
  const problems: PackProblem[] = [];
  for (const original of composed.values()) {
    const lacksPart = hasLostPart(original);
    const item = lacksPart ? { ...original, value: fillWords(original) } : original;
    items.set(item.key, item);
    const whole = isMap(item.value) ? buildWholeItem(item, item.value) : undefined;
    const found = whole ? checkWholeItem(whole) : [];
    if (found.some((f) => f.drops)) dropped.add(item.key);
    problems.push(...found.filter((f) => !(lacksPart && LACKS.has(f.problem.code))).map((f) => f.problem));
  }
  for (const cycle of checkSignalCycles(items)) {
    dropped.add(cycle.key);
    problems.push(cycle.problem);
  }
  return { items, problems, dropped };
}

/** Codes of problems that only say that something is not there. */
const LACKS: ReadonlySet<string> = new Set([
  'missing-key',
  'no-example',
  'no-facets',
  'facet-without-signals',
  'signal-kind',
  'context-kind',
]);

/** Tells whether something that packs say of an item could not be read or was left out. */
function buildLossTest(
  packs: readonly LoadedPack[],
  contributions: readonly Contribution[],
): (item: ComposedItem) => boolean {
  const isIncomplete = packs.some((pack) => pack.incomplete);
  const written = new Map<string, number>();
  for (const contribution of contributions)
    written.set(keyOf(contribution), (written.get(keyOf(contribution)) ?? 0) + 1);
  return (item) => isIncomplete || item.contributions.length < (written.get(item.key) ?? 0);
}

/** A word of the wrong shape has been reported already; that nothing has such an id goes without saying. */
function isReported(pack: LoadedPack, problem: PackProblem): boolean {
  return pack.problems.some((known) => isSamePlace(known, problem));
}

function isSamePlace(a: PackProblem, b: PackProblem): boolean {
  return a.path === b.path && a.line === b.line && a.column === b.column;
}

function describeIdleNull({ pack, section, id }: Contribution, path: readonly (string | number)[]): PackProblem {
  const full = [section, id, ...path];
  if (path.at(-2) === 'remove') {
    const entry = valueAt(pack.written, full);
    const list = describePath(full.slice(0, -2));
    const missing = `\`${typeof entry === 'string' ? entry : JSON.stringify(entry)}\` cannot be removed from ${list}: no extended pack has it there; take this entry out, or correct it`;
    return errorAt(findValuePlace(pack, full), 'nothing-to-remove', missing);
  }
  const message = `${describePath(full)} has no value. An empty value takes away what an extended pack says, and none says this: give a value, or leave the key out`;
  return errorAt(findKeyPlace(pack, full), 'no-value', message);
}

function toRuleSet(packs: readonly LoadedPack[], items: ReadonlyMap<string, ComposedItem>): RuleSet {
  const section = <Item>(name: ItemSection): ReadonlyMap<string, Item> =>
    new Map(
      [...items.values()]
        .filter((item) => item.key.startsWith(`${name}:`) && isMap(item.value))
        // The schema has been checked: from here on the value has the type that the format promises.
        .map((item) => [item.key.slice(name.length + 1), item.value as Item]),
    );
  const present = [...items.values()].filter((item) => item.value !== undefined);
  return {
    packs: packs.map(({ pack: { id, version, title } }) => ({ id, version, title })),
    documentTypes: section('document-types'),
    sectionKinds: section('section-kinds'),
    considerations: section('considerations'),
    vocabularies: section('vocabularies'),
    signals: section('signals'),
    contexts: section('contexts'),
    frameworks: section('frameworks'),
    rules: section('rules'),
    templates: section('templates'),
    sources: new Map(packs.flatMap((pack) => collectSources(pack, packs))),
    origins: new Map(present.map((item) => [item.key, item.origin])),
  };
}

/** A pack sees its own sources and those of the packs that it extends, nearest first; all of them under its own id. */
function collectSources(pack: LoadedPack, packs: readonly LoadedPack[]): readonly (readonly [string, Source])[] {
  const near = [pack, ...findBases(pack, packs).flatMap((id) => packs.filter((p) => p.pack.id === id))];
  const entries = near.reverse().flatMap((p) => Object.entries(p.pack.sources));
  return entries.map(([key, source]) => [`${pack.pack.id}:${key}`, source]);
}
