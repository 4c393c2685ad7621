import type { Span } from '../text/span';
import type { Heading, List, Section, Table, TextUnit } from './documentModel';
import { byOffset, moveBlock, moveHeading } from './moveBlock';
import type { SectionContent } from './sectionContent';

/** A section in its place. What it holds is moved there when it is first asked for. */
export class PlacedSection implements Section {
  readonly index: number;
  readonly level: number;
  readonly parent: number | undefined;
  readonly children: readonly number[];
  readonly span: Span;
  readonly lineNumbers: readonly [first: number, last: number];
  /** The section by itself: the same object for as long as nothing in it changes. */
  readonly content: SectionContent;
  #heading: Heading | undefined;
  #moved: Pick<Section, 'units' | 'tables' | 'lists'> | undefined;

  constructor(content: SectionContent, place: SectionPlace) {
    const { section } = content;
    this.content = content;
    this.index = place.index;
    this.level = section.level;
    this.parent = place.parent;
    this.children = place.children;
    this.span = { start: place.start, end: place.start + section.span.end };
    this.lineNumbers = [place.line, place.line + section.lineNumbers[1] - 1];
  }

  get heading(): Heading | undefined {
    const { heading } = this.content.section;
    if (heading) this.#heading ??= moveHeading(heading, this.span.start);
    return this.#heading;
  }

  get units(): readonly TextUnit[] {
    return this.#move().units;
  }

  get tables(): readonly Table[] {
    return this.#move().tables;
  }

  get lists(): readonly List[] {
    return this.#move().lists;
  }

  #move() {
    this.#moved ??= moveBlock(this.content.section, byOffset(this.span.start));
    return this.#moved;
  }
}

interface SectionPlace {
  readonly index: number;
  readonly parent: number | undefined;
  readonly children: readonly number[];
  readonly start: number;
  /** 1-based. */
  readonly line: number;
}

const NO_CHILDREN: readonly number[] = [];

/** Where a part begins in the document; lines 1-based. */
export interface PartStart {
  readonly start: number;
  readonly line: number;
}

/**
 * Puts sections in their places: those of one part one after the other from where the part begins, and finds which lies in which by
 * their levels. Between parts may stand lines of front matter. Sections of `before`, an earlier version, are kept where nothing has moved.
 */
export function placeSections(
  parts: readonly (readonly SectionContent[])[],
  starts: readonly PartStart[],
  before: readonly PlacedSection[],
): readonly PlacedSection[] {
  const { parents, children } = connect(parts.flat());
  const placed: PlacedSection[] = [];
  parts.forEach((contents, at) => {
    let { start, line } = starts[at] ?? { start: 0, line: 1 };
    for (const content of contents) {
      const index = placed.length;
      const place = { index, parent: parents[index], children: children.get(index) ?? NO_CHILDREN, start, line };
      start += content.section.span.end;
      line += content.section.lineNumbers[1];
      const old = before[index];
      placed.push(old && isAt(old, content, place) ? old : new PlacedSection(content, place));
    }
  });
  return placed;
}

function isAt(old: PlacedSection, content: SectionContent, place: SectionPlace): boolean {
  return (
    old.content === content &&
    old.span.start === place.start &&
    old.lineNumbers[0] === place.line &&
    old.parent === place.parent &&
    old.children.length === place.children.length &&
    old.children.every((child, i) => child === place.children[i])
  );
}

function connect(contents: readonly SectionContent[]) {
  const children = new Map<number, number[]>();
  const open: { readonly level: number; readonly index: number }[] = [];
  const parents = contents.map(({ section: { level } }, index) => {
    if (level === 0) return undefined;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.index;
    if (parent !== undefined) {
      const siblings = children.get(parent);
      if (siblings) siblings.push(index);
      else children.set(parent, [index]);
    }
    open.push({ level, index });
    return parent;
  });
  return { parents, children };
}
