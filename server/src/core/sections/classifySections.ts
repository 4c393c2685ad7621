import type { DocumentModel, Section } from '../document/documentModel';
import type { CompiledRules } from '../rules/compileRules';

export type Role = 'body' | 'summary' | 'navigation' | 'front' | 'appendix';

/** A section with what it is taken for. */
export interface ClassifiedSection {
  readonly section: Section;
  readonly kind?: string;
  /** Kind of the nearest ancestor that has one, when the section has none of its own. */
  readonly inheritedKind?: string;
  /** Of its own kind, else of the nearest ancestor's. */
  readonly role: Role;
}

/** Gives each section its kind, in document order: a parent is classified before its children. */
export function classifySections(
  document: DocumentModel,
  rules: CompiledRules,
  type: string,
): readonly ClassifiedSection[] {
  const classified: ClassifiedSection[] = [];
  for (const section of document.sections) classified.push(classify(section, classified, rules, type));
  return classified;
}

function classify(
  section: Section,
  before: readonly ClassifiedSection[],
  rules: CompiledRules,
  type: string,
): ClassifiedSection {
  const ancestors = findAncestors(section, before);
  const ancestorKinds = ancestors.flatMap((a) => (a.kind === undefined ? [] : [a.kind]));
  const kind = section.heading && rules.matchHeading(section.heading.title, ancestorKinds, type);
  const role = isAnnex(section) ? 'appendix' : undefined;
  if (kind !== undefined) return { section, kind, role: role ?? rules.ruleSet.sectionKinds.get(kind)?.role ?? 'body' };
  const nearest = ancestors.find((a) => a.kind !== undefined);
  return { section, inheritedKind: nearest?.kind, role: role ?? nearest?.role ?? 'body' };
}

/** `Annex 3: sensitivity analysis` backs the paper up, whatever it is about. */
function isAnnex(section: Section): boolean {
  return /^(?:annex|appendix)\b/i.test(section.heading?.number ?? '');
}

/** Ancestors of a section, nearest first. */
function findAncestors(section: Section, before: readonly ClassifiedSection[]): readonly ClassifiedSection[] {
  const ancestors: ClassifiedSection[] = [];
  for (let at = section.parent; at !== undefined; at = before[at]?.section.parent) {
    const ancestor = before[at];
    if (ancestor !== undefined) ancestors.push(ancestor);
  }
  return ancestors;
}
