import { countWords } from '../text/words';
import type { TextUnit } from './documentModel';
import { type Lead, readColonLead } from './leads';
import type { PlacedBlock } from './part';
import { findPlainHeadings } from './plainHeadings';
import { holdsSlot } from './slots';

/** A field of a template: a line in bold of its own, or, as a `lead`, bold words that open a paragraph. */
export interface Field {
  /** Index of its block. */
  readonly block: number;
  readonly lead?: Lead;
}

const FEWEST = 2;
/** Fewer labels on the line of their fields are the particulars at the top of a paper. */
const FEWEST_LEADS = 3;
/** Words of each of those, one with another: a name or a sum is filled in with the others. */
const SHORTEST_LEAD = 6;

/**
 * The fields that a section of a template is made of, where there is nothing else: labels that end in a colon, each above something of its
 * own, however short, half of them or more above a slot, and no text before them besides what has such a label on its own line. Those on
 * the line of their field count where half of them have a slot as well. Where fields are filled in, readers take them together.
 */
export function findFields(blocks: readonly PlacedBlock[]): readonly Field[] {
  const labels = blocks.flatMap(({ subheading }, block) => (subheading ? [{ block }] : []));
  if (!labels.every(({ block }) => blocks[block]?.subheading?.text.endsWith(':'))) return [];
  const leads = findFieldLeads(blocks);
  const all = [...labels, ...leads].sort((a, b) => a.block - b.block);
  if (leads.length > 0 && isTemplate(leads, all, blocks, SHORTEST_LEAD) && isWhole(all, blocks)) return all;
  return labels.length >= FEWEST && isTemplate(labels, labels, blocks, 1) && isWhole(labels, blocks) ? labels : [];
}

/** None where numbered questions make the structure: what stands below one are the parts of its answer. */
function findFieldLeads(blocks: readonly PlacedBlock[]): readonly Field[] {
  const leads = blocks.flatMap((_, block): readonly Field[] => {
    const lead = readColonLead(blocks, block);
    return lead ? [{ block, lead }] : [];
  });
  return leads.length >= FEWEST_LEADS && findPlainHeadings(blocks, false).length === 0 ? leads : [];
}

/** Whether half of some fields or more are open, and none of them is empty. `all`: the fields among which they stand. */
function isTemplate(
  fields: readonly Field[],
  all: readonly Field[],
  blocks: readonly PlacedBlock[],
  shortest: number,
): boolean {
  const contents = fields.map((field) => {
    const below = blocks.slice(field.block + 1, all[all.indexOf(field) + 1]?.block);
    return [...(field.lead?.rest.units ?? []), ...below.flatMap(({ block }) => block.units)];
  });
  const open = contents.filter((units) => units.some(({ prose }) => holdsSlot(prose.text)));
  const words = contents.flat().reduce((sum, { prose }) => sum + countWords(prose.text), 0);
  return (
    2 * open.length >= fields.length && contents.every((units) => units.length > 0) && words >= fields.length * shortest
  );
}

function isWhole(fields: readonly Field[], blocks: readonly PlacedBlock[]): boolean {
  const before = blocks.slice(0, fields[0]?.block);
  return before.every(({ block: { units } }) => units[0] === undefined || opensInBold(units[0]));
}

function opensInBold({ marks: [first] }: TextUnit): boolean {
  return first?.kind === 'strong' && first.start === 0;
}
