import { startDerived } from '../derived';
import type { ReadDocument } from '../document/buildModel';
import type { SectionContent } from '../document/sectionContent';
import type { PlacedSection } from '../document/sections';
import type { CompiledRules } from '../rules/compileRules';

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

/** Gives each section its kind, in document order: a parent is classified before its children. */
export function classifySections(
  document: ReadDocument,
  rules: CompiledRules,
  type: string,
): readonly ClassifiedSection[] {
  const classified: ClassifiedSection[] = [];
  for (const section of document.sections) classified.push(classify(section, classified, rules, type));
  return classified;
}

interface KeptKind {
  readonly type: string;
  readonly ancestors: string;
  readonly kind: string | undefined;
}

const kept = startDerived<SectionContent, KeptKind>();

/** The kind of a section by its heading, which is looked up again only when the heading or what stands above it has changed. */
function findKind(
  content: SectionContent,
  ancestors: readonly string[],
  rules: CompiledRules,
  type: string,
): string | undefined {
  const { heading } = content.section;
  if (!heading) return undefined;
  const key = ancestors.join('\n');
  const before = kept.get(rules, content);
  if (before?.type === type && before.ancestors === key) return before.kind;
  const kind = rules.matchHeading(heading.title, ancestors, type);
  kept.set(rules, content, { type, ancestors: key, kind });
  return kind;
}

function classify(
  section: PlacedSection,
  before: readonly ClassifiedSection[],
  rules: CompiledRules,
  type: string,
): ClassifiedSection {
  const ancestors = findAncestors(section, before);
  const ancestorKinds = ancestors.flatMap((a) => (a.kind === undefined ? [] : [a.kind]));
  const kind = findKind(section.content, ancestorKinds, rules, type);
  const role = isAnnex(section) ? 'appendix' : undefined;
  const isLeaf = section.children.length === 0;
  if (kind !== undefined) {
    return { section, kind, role: role ?? rules.ruleSet.sectionKinds.get(kind)?.role ?? 'body', isLeaf };
  }
  const nearest = ancestors.find((a) => a.kind !== undefined);
  return { section, inheritedKind: nearest?.kind, role: role ?? nearest?.role ?? 'body', isLeaf };
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
