import { CAPITAL, SMALL } from '../text/letters';
import { countBlockWords } from './blockBuilder';
import type { PlacedBlock } from './part';

/** Lines in bold above paragraphs are headings where they have so many words below them, one with another: fewer are under a name. */
const SHORTEST_BELOW = 20;
/** Questions are headings above short answers too. */
const SHORTEST_BELOW_QUESTION = 8;
/** Lines that announce what follows with a colon are headings where that is long, or where a section of a template is made of them alone. */
const SHORTEST_BELOW_LABEL = 130;

/** `FISCAL IMPACT:`, the label of a form that was written out; several make one. */
const CAPITAL_LABEL = new RegExp(`^[^${SMALL}]*[${CAPITAL}]{3}[^${SMALL}]*:$`);
const FEWEST_LABELS = 3;
const FEWEST_SLIDES = 2;
/** `<!-- Page 99 -->`. */
const PAGE_COMMENT = /^\s*<!--\s*(?:page|slide)\b/i;

/** Indices of the lines in bold that are headings within a section: all, or those that are labels of a form or titles of slides, or none. */
export function findSubsections(blocks: readonly PlacedBlock[]): readonly number[] {
  const cuts = blocks.flatMap(({ subheading }, at) => (subheading ? [at] : []));
  if (cuts.length === 0 || hasSubsections(cuts, blocks)) return cuts;
  const labels = cuts.filter((cut) => CAPITAL_LABEL.test(blocks[cut]?.subheading?.text ?? ''));
  if (labels.length >= FEWEST_LABELS) return labels;
  const slides = cuts.filter((cut) => opensPage(blocks, cut));
  return slides.length >= FEWEST_SLIDES ? slides : [];
}

/** Whether a line stands at the top of a page or slide: a break, a page number or a picture that it names is right above. */
function opensPage(blocks: readonly PlacedBlock[], at: number): boolean {
  const title = blocks[at]?.subheading?.title;
  for (let above = at - 1; above >= 0; above--) {
    const { block, segment } = blocks[above] ?? {};
    if (!block || !segment) return false;
    if (block.units.some(({ kind }) => kind !== 'image')) return false;
    if (block.units.some(({ prose }) => prose.text === title)) return true;
    if (block.kind === 'furniture') return true;
    if (PAGE_COMMENT.test(segment.chunk.text.slice(block.span.start, block.span.end))) return true;
  }
  return false;
}

/**
 * Whether lines in bold are headings within a section. Those that end in a colon are labels of its points, which a reader takes together,
 * unless much is said below each.
 */
function hasSubsections(cuts: readonly number[], blocks: readonly PlacedBlock[]): boolean {
  const from = cuts[0] ?? 0;
  const below = blocks.slice(from).filter(({ subheading }) => !subheading);
  const words = below.reduce((sum, { block }) => sum + countBlockWords(block), 0);
  const shortest = isMost(':', cuts, blocks)
    ? SHORTEST_BELOW_LABEL
    : isMost('?', cuts, blocks)
      ? SHORTEST_BELOW_QUESTION
      : SHORTEST_BELOW;
  return words / cuts.length >= shortest;
}

/** Whether most of the lines in bold end in a sign. */
function isMost(end: string, cuts: readonly number[], blocks: readonly PlacedBlock[]): boolean {
  return cuts.filter((cut) => endsIn(end, cut, blocks)).length * 2 >= cuts.length;
}

function endsIn(end: string, cut: number, blocks: readonly PlacedBlock[]): boolean {
  return blocks[cut]?.subheading?.text.endsWith(end) ?? false;
}
