import { startDerived } from '../derived';
import type { ReadDocument } from '../document/buildModel';
import type { SectionContent } from '../document/sectionContent';
import type { PlacedSection } from '../document/sections';
import type { CompiledRules } from '../rules/compileRules';
import type { Steps } from '../steps';
import { countWords } from '../text/words';

export type Role = 'body' | 'summary' | 'navigation' | 'front' | 'appendix';

/** A section with what it is taken for. */
export interface ClassifiedSection {
  readonly section: PlacedSection;
  readonly kind?: string;
  /** Kind of the nearest ancestor that has one, when the section has none of its own. */
  readonly inheritedKind?: string;
  /** Of its own kind, else of the nearest ancestor's. */
  readonly role: Role;
  /** No section stands below it. */
  readonly isLeaf: boolean;
}

/** So many sections are given their kinds in one step. */
const SECTIONS_OF_STEP = 64;

interface KeptKinds {
  readonly type: string;
  readonly classified: readonly ClassifiedSection[];
}

/** By what is the same in all versions of a document. */
const keptKinds = startDerived<object, KeptKinds>();

/** Gives each section its kind, in document order: a parent is classified before its children. */
export function* classifySections(
  document: ReadDocument,
  rules: CompiledRules,
  type: string,
): Steps<readonly ClassifiedSection[]> {
  const before = keptKinds.get(rules, document.lineage);
  const same = before?.type === type ? takeOver(before.classified, document.sections) : undefined;
  const classified = same ?? (yield* classifyAll(document, rules, type));
  keptKinds.set(rules, document.lineage, { type, classified });
  return classified;
}

/** The kinds of an earlier version, where the headings and what lies below which are the same; undefined where they are not. */
function takeOver(
  before: readonly ClassifiedSection[],
  sections: readonly PlacedSection[],
): readonly ClassifiedSection[] | undefined {
  if (before.length !== sections.length) return undefined;
  const [first] = sections;
  // What is a strap line depends on its words.
  if (first && !first.content.section.heading && first.content !== before[0]?.section.content) return undefined;
  const taken: ClassifiedSection[] = [];
  for (const [index, section] of sections.entries()) {
    const old = before[index];
    if (!old || !isSamePlace(old.section, section)) return undefined;
    const { kind, inheritedKind, role, isLeaf } = old;
    taken.push(old.section === section ? old : { section, kind, inheritedKind, role, isLeaf });
  }
  return taken;
}

/** In document order, how many sections lie in each says which lie in which. */
function isSamePlace(a: PlacedSection, b: PlacedSection): boolean {
  if (a.children.length !== b.children.length) return false;
  if (a.content === b.content) return true;
  const [one, other] = [a.content.section.heading, b.content.section.heading];
  return one?.title === other?.title && one?.number === other?.number && one?.form === other?.form;
}

function* classifyAll(document: ReadDocument, rules: CompiledRules, type: string): Steps<readonly ClassifiedSection[]> {
  const classified: ClassifiedSection[] = [];
  const title = findTitle(document.sections);
  const strapLine = findStrapLine(document.sections);
  for (const section of document.sections) {
    const ancestors = findAncestors(section, classified);
    const given = section === strapLine ? 'front' : isAnnex(section) ? 'appendix' : undefined;
    classified.push(classify(section, ancestors, given, section === title, rules, type));
    if (classified.length % SECTIONS_OF_STEP === 0) yield;
  }
  return classified;
}

/** The heading that stands above all others names the paper; what a word in it would make of a section says nothing of those below. */
function findTitle(sections: readonly PlacedSection[]): PlacedSection | undefined {
  const [first, ...others] = sections.filter(({ parent, content }) => parent === undefined && content.section.heading);
  return others.length === 0 && first && first.children.length > 0 ? first : undefined;
}

/** A line or two before the first heading: whose paper it is, its date, what it is called. */
function findStrapLine([first, next]: readonly PlacedSection[]): PlacedSection | undefined {
  if (!next || first?.content.section.heading) return undefined;
  const words = first?.content.section.units.reduce((sum, { prose }) => sum + countWords(prose.text), 0) ?? 0;
  return words < SHORTEST_OPENING ? first : undefined;
}

/** Words of a text before the first heading that says something of its own. */
const SHORTEST_OPENING = 25;

interface KeptKind {
  readonly type: string;
  readonly place: string;
  readonly kind: string | undefined;
}

const kept = startDerived<SectionContent, KeptKind>();

/** The kind of a section by its heading, which is looked up again only when the heading or its place has changed. */
function findKind(
  content: SectionContent,
  ancestors: readonly string[],
  isTitle: boolean,
  rules: CompiledRules,
  type: string,
): string | undefined {
  const { heading } = content.section;
  if (!heading) return undefined;
  const place = [isTitle, ...ancestors].join('\n');
  const before = kept.get(rules, content);
  if (before?.type === type && before.place === place) return before.kind;
  const kind = rules.matchHeading(heading.title, ancestors, type, isTitle);
  kept.set(rules, content, { type, place, kind });
  return kind;
}

function classify(
  section: PlacedSection,
  ancestors: readonly ClassifiedSection[],
  role: Role | undefined,
  isTitle: boolean,
  rules: CompiledRules,
  type: string,
): ClassifiedSection {
  const ancestorKinds = ancestors.flatMap((a) => (a.kind === undefined ? [] : [a.kind]));
  const kind = findKind(section.content, ancestorKinds, isTitle, rules, type);
  const isLeaf = section.children.length === 0;
  if (kind !== undefined) {
    const own = role ?? rules.ruleSet.sectionKinds.get(kind)?.role ?? 'body';
    return { section, kind, inheritedKind: undefined, role: sumsUp(section, ancestors) ? 'summary' : own, isLeaf };
  }
  const nearest = ancestors.find((a) => a.kind !== undefined);
  return { section, kind: undefined, inheritedKind: nearest?.kind, role: role ?? nearest?.role ?? 'body', isLeaf };
}

/** A label on the line of its words is part of the summary in which it stands, whatever it is about. */
function sumsUp({ content }: PlacedSection, ancestors: readonly ClassifiedSection[]): boolean {
  return content.section.heading?.form === 'lead' && ancestors.some(({ role }) => role === 'summary');
}

/** `Annex 3: sensitivity analysis` backs the paper up, whatever it is about. */
function isAnnex({ content }: PlacedSection): boolean {
  return /^(?:annex|appendix)\b/i.test(content.section.heading?.number ?? '');
}

/** Ancestors of a section, nearest first. */
function findAncestors(section: PlacedSection, before: readonly ClassifiedSection[]): readonly ClassifiedSection[] {
  const ancestors: ClassifiedSection[] = [];
  for (let at = section.parent; at !== undefined; at = before[at]?.section.parent) {
    const ancestor = before[at];
    if (ancestor !== undefined) ancestors.push(ancestor);
  }
  return ancestors;
}
