import type { Fix, FixInput, SkeletonId } from './fix';
import { insertBlock } from './insertBlock';
import { endOfSection } from './place';

interface Skeleton {
  readonly id: SkeletonId;
  /** The consideration that it answers. */
  readonly consideration: string;
  readonly title: string;
  readonly text: string;
}

/** The columns are those that the packs read as facets of the consideration. */
const SKELETONS: readonly Skeleton[] = [
  {
    id: 'beneficiary-table',
    consideration: 'beneficiaries',
    title: 'insert a table of who benefits',
    text: table(['Group', 'Place', 'Number now', 'Change expected', 'Route', 'Source']),
  },
  {
    id: 'measures-table',
    consideration: 'measures',
    title: 'insert a table of measures',
    text: table(['Indicator', 'Unit', 'Baseline', 'Target', 'Date', 'Source', 'Owner']),
  },
  {
    id: 'lever-line',
    consideration: 'levers',
    title: 'insert a line for a lever',
    text: '- [Lever], held by [who holds it], at [decision point and date]: [what will differ]',
  },
];

/** The skeletons for a consideration that a section does not hold already. */
export function findSkeletons(input: FixInput, section: number, consideration: string): readonly Skeleton[] {
  const { analysis } = input;
  const model = analysis.document.sections[section];
  if (!model) return [];
  return SKELETONS.filter((skeleton) => {
    if (skeleton.consideration !== consideration) return false;
    const first = skeleton.text.split('\n')[0] ?? '';
    return !analysis.document.text.slice(model.span.start, model.span.end).includes(first);
  });
}

/** Inserts a table or line to fill in where the section's own text ends. Undefined when it stands there already. */
export function insertSkeleton(input: FixInput, section: number, id: SkeletonId): Fix | undefined {
  const { document } = input.analysis;
  const model = document.sections[section];
  const wanted = SKELETONS.find((skeleton) => skeleton.id === id);
  if (!model || !wanted || !findSkeletons(input, section, wanted.consideration).includes(wanted)) return undefined;
  const edit = insertBlock([{ text: wanted.text, kind: 'slots' }], endOfSection(model, document), document);
  return { title: skeletonTitle(input, wanted), kind: 'quickfix', edits: [edit] };
}

/** `Measures: insert a table of measures`. */
export function skeletonTitle(input: FixInput, skeleton: Skeleton): string {
  const about = input.rules.ruleSet.considerations.get(skeleton.consideration);
  return `${about?.title ?? skeleton.consideration}: ${skeleton.title}`;
}

function table(headers: readonly string[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(headers), row(headers.map(() => '---')), row(headers.map((h) => `[${h.toLowerCase()}]`))].join('\n');
}
