import type { SectionPlace } from '../rules/pack';
import type { Fix, FixInput } from './fix';

/** Kinds that an unrecognised heading may be given: those of the layout that the document lacks and that may stand there. */
export function findNameableKinds(input: FixInput, section: number): readonly string[] {
  const { analysis, rules } = input;
  const own = analysis.sections[section];
  if (!own?.section.heading || own.kind !== undefined) return [];
  const present = new Set(analysis.sections.map((s) => s.kind));
  const ancestors = new Set<string | undefined>();
  for (let at = own.section.parent; at !== undefined; at = analysis.sections[at]?.section.parent)
    ancestors.add(analysis.sections[at]?.kind);
  const layout = rules.ruleSet.documentTypes.get(analysis.type)?.sections ?? [];
  // What usually stands beneath the parent comes first, then what the document type asks for.
  const rank = ({ under, required }: SectionPlace) =>
    under !== undefined && ancestors.has(under) ? 0 : required ? 1 : 2;
  return [...layout]
    .sort((a, b) => rank(a) - rank(b))
    .map((place) => place.kind)
    .filter((kind, at, all) => {
      const under = rules.ruleSet.sectionKinds.get(kind)?.under;
      const fits = under === undefined || under.some((parent) => ancestors.has(parent));
      return fits && !present.has(kind) && all.indexOf(kind) === at;
    });
}

/** Writes the kind's title behind the heading's own words, after a colon, which is how headings are recognised: `Our people: Benefits`. */
export function nameKind(input: FixInput, section: number, kind: string): Fix | undefined {
  const { document } = input.analysis;
  const heading = document.sections[section]?.heading;
  const title = input.rules.ruleSet.sectionKinds.get(kind)?.title;
  if (!heading || title === undefined) return undefined;
  const words = document.text.slice(heading.textSpan.start, heading.textSpan.end);
  const end = heading.textSpan.start + words.replace(/[\s:]+$/, '').length;
  return {
    title: kindTitle(input, kind),
    kind: 'refactor.rewrite',
    edits: [{ span: { start: end, end: heading.textSpan.end }, newText: `: ${title}` }],
  };
}

/** `Say that this section is “Benefits”`. */
export function kindTitle(input: FixInput, kind: string): string {
  return `Say that this section is “${input.rules.ruleSet.sectionKinds.get(kind)?.title ?? kind}”`;
}
