import type { Section } from '../document/documentModel';
import type { SectionPlace } from '../rules/pack';
import type { Fix, FixInput } from './fix';
import { insertBlock } from './insertBlock';
import { endOfSection, lastDescendant } from './place';

/** Kinds that the document type asks for at this stage and the document lacks, in the order of the layout. */
export function findMissingKinds(input: FixInput): readonly string[] {
  const { analysis } = input;
  const present = new Set(analysis.sections.flatMap((s) => (s.kind === undefined ? [] : [s.kind])));
  return layoutOf(input)
    .filter(
      ({ required }) =>
        required === true ||
        (Array.isArray(required) && analysis.stage !== undefined && required.includes(analysis.stage)),
    )
    .map((place) => place.kind)
    .filter((kind) => !present.has(kind));
}

/** Writes the heading of a missing section where the layout has it, with a slot for its text. Undefined when the document has it already. */
export function insertSection(input: FixInput, kind: string): Fix | undefined {
  const { document, sections } = input.analysis;
  if (sections.some((s) => s.kind === kind)) return undefined;
  const title = input.rules.ruleSet.sectionKinds.get(kind)?.title ?? kind;
  const found = findPlace(input, kind);
  // Beside a text in the front matter a section would break the YAML: it goes to the end of the paper.
  const place: Place =
    found.offset < (document.frontMatter?.span.end ?? 0) ? { offset: document.text.length, level: found.level } : found;
  const number = nextNumber(place.sibling, input);
  const heading = `${'#'.repeat(place.level)} ${number === undefined ? '' : `${number} `}${title}`;
  const parts = [
    { text: `${heading}\n\n`, kind: 'fixed' as const },
    { text: `[What this section says]`, kind: 'slots' as const },
  ];
  return { title: sectionTitle(input, kind), kind: 'quickfix', edits: [insertBlock(parts, place.offset, document)] };
}

/** `Insert the section “Commercial case”`. */
export function sectionTitle(input: FixInput, kind: string): string {
  return `Insert the section “${input.rules.ruleSet.sectionKinds.get(kind)?.title ?? kind}”`;
}

interface Place {
  readonly offset: number;
  readonly level: number;
  /** The section that stands before it at the same level. */
  readonly sibling?: Section;
}

/** After the nearest earlier section of the layout at the same level; else first in its parent; else at the end. */
function findPlace(input: FixInput, kind: string): Place {
  const { document, sections } = input.analysis;
  const layout = layoutOf(input);
  const at = layout.findIndex((place) => place.kind === kind);
  const under = layout[at]?.under;
  const ofKind = (wanted: string) => sections.find((s) => s.kind === wanted)?.section;
  const parent = under === undefined ? undefined : ofKind(under);
  const siblings = layout
    .slice(0, Math.max(at, 0))
    .filter((place) => place.under === under)
    .flatMap((place) => ofKind(place.kind) ?? [])
    .filter(
      (section) => section.heading && section.level > 0 && (parent === undefined || section.parent === parent.index),
    );
  const sibling = siblings.at(-1);
  const after = (index: number) => {
    const last = document.sections[lastDescendant(index, document)];
    return last ? endOfSection(last, document) : document.text.length;
  };
  if (sibling) return { offset: after(sibling.index), level: sibling.level, sibling };
  if (parent) return { offset: endOfSection(parent, document), level: Math.min(6, parent.level + 1) };
  const before = layout
    .slice(0, Math.max(at, 0))
    .flatMap((place) => ofKind(place.kind) ?? [])
    .at(-1);
  const level = usualLevel(document.sections);
  if (before) return { offset: after(topOf(before, level, document.sections).index), level };
  const first = document.sections.find((section) => section.heading) ?? document.sections[0];
  if (!first) return { offset: document.text.length, level };
  return { offset: endOfSection(first, document), level };
}

/** Level of the document's main sections: 2 below a title of its own, else the smallest there is. */
function usualLevel(sections: readonly Section[]): number {
  const levels = sections.flatMap((s) =>
    s.heading && s.heading.form !== 'bold' && s.heading.form !== 'plain' && s.heading.form !== 'lead' ? [s.level] : [],
  );
  const top = Math.min(...levels, 6);
  const count = levels.filter((level) => level === top).length;
  return levels.length === 0 ? 2 : count === 1 ? Math.min(6, top + 1) : top;
}

function topOf(section: Section, level: number, sections: readonly Section[]): Section {
  let top = section;
  for (let up = top.parent; up !== undefined; up = top.parent) {
    const parent = sections[up];
    if (!parent || parent.level < level) break;
    top = parent;
  }
  return top;
}

/** `2.4` after `2.3`; undefined where headings have no number, or where the next one is taken. */
function nextNumber(sibling: Section | undefined, input: FixInput): string | undefined {
  const number = sibling?.heading?.number;
  const match = number === undefined ? null : /^(.*?)(\d+)$/.exec(number);
  if (!match || number === undefined || !sibling?.heading) return undefined;
  const next = `${match[1] ?? ''}${Number(match[2]) + 1}`;
  if (input.analysis.document.sections.some((s) => s.heading?.number === next)) return undefined;
  const punctuation = sibling.heading.text.slice(number.length).match(/^[.):]/)?.[0] ?? '';
  return `${next}${punctuation}`;
}

function layoutOf(input: FixInput): readonly SectionPlace[] {
  return input.rules.ruleSet.documentTypes.get(input.analysis.type)?.sections ?? [];
}
