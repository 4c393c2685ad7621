import type { CompiledRules } from '../../server/src/core';
import type { DocumentModel } from '../../server/src/core/document/documentModel';
import type { Label, LabelState } from './fixture';
import type { JudgedFixture, KindOfPaper } from './judgeFixture';
import { analyzePaper, toOutcome } from './judgeFixture';

/** What the letters of labels say; `README.md` says when each is set. */
const STATES: Readonly<Record<string, LabelState>> = {
  P: 'present',
  M: 'thin',
  A: 'missing',
  N: 'not-expected',
  X: 'not-present',
};

/** A section as a reader sees it, and what they say of it. */
export interface LabelledSection {
  /** 1-based first and last line. */
  readonly lines: readonly [number, number];
  /** A letter for a consideration, with `?` where it is arguable. Undefined where only the section was marked. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A whole paper, each section of which is judged for every consideration. */
export interface Paper extends KindOfPaper {
  readonly path: string;
  readonly text: string;
  readonly sections: readonly LabelledSection[];
  /** The letter of what the labels of a section leave out; `N` where it is not said. */
  readonly unlisted?: string;
}

/** How much of two sections must be common to both for them to be the same: as in the shared corpus' `score.mjs`. */
const SAME = 0.6;

/**
 * Analyses a paper and puts each label beside the judgement of the section that shares most of its lines. What is arguable is no
 * label. Throws when the paper is out of scope, or has a letter or a consideration that is not known.
 */
export function judgePaper(paper: Paper, rules: CompiledRules): JudgedFixture<Label> {
  const { path, sections, unlisted = 'N' } = paper;
  const analysis = analyzePaper(paper, rules);
  const seen = analysis.sections.map(({ section }) => trimToWords(section.lineNumbers, analysis.document));
  const placed = sections.map((labelled) => {
    const own = trimToWords(labelled.lines, analysis.document);
    const shares = seen.map((section) => shareOf(own, section));
    const best = Math.max(0, ...shares);
    return { labelled, best, section: best > 0 ? analysis.sections[shares.indexOf(best)] : undefined };
  });
  const considerations = [...rules.ruleSet.considerations.keys()];
  return {
    analysis,
    outcomes: placed.flatMap(({ labelled, section }) =>
      readLabels(labelled, considerations, { path, unlisted }).map((label) =>
        toOutcome(label, section, analysis, paper),
      ),
    ),
    passages: sections.length,
    sectionsFound: placed.filter(({ best }) => best >= SAME).length,
  };
}

function readLabels(
  { lines, labels }: LabelledSection,
  considerations: readonly string[],
  { path, unlisted }: { readonly path: string; readonly unlisted: string },
): Label[] {
  if (!labels) return [];
  const fault = (what: string) => new Error(`${path}:${lines[0]}: labels as in README.md have no ${what}`);
  for (const id of Object.keys(labels)) if (!considerations.includes(id)) throw fault(`consideration \`${id}\``);
  return considerations.flatMap((consideration) => {
    const letter = labels[consideration] ?? unlisted;
    const state = STATES[letter.replace('?', '')];
    if (!state) throw fault(`letter \`${letter}\``);
    return letter.endsWith('?') ? [] : [{ line: lines[0], consideration, state }];
  });
}

/** Without the lines before its first words and after its last: blank ones, rules and tags, which a reader may count in or not. */
function trimToWords([first, last]: readonly [number, number], document: DocumentModel): readonly [number, number] {
  let end = Math.min(last, document.lines.count);
  while (end > first && !holdsWords(end, document)) end--;
  let start = first;
  while (start < end && !holdsWords(start, document)) start++;
  return [start, end];
}

function holdsWords(line: number, { text, lines }: DocumentModel): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(lines.startOf(line), lines.endOf(line)).replace(/<!--.*?-->|<[^<>]*>/g, ''));
}

/** Lines common to both, as a share of the lines of either. */
function shareOf([a, b]: readonly [number, number], [c, d]: readonly [number, number]): number {
  const common = Math.max(0, Math.min(b, d) - Math.max(a, c) + 1);
  return common / (b - a + 1 + d - c + 1 - common);
}
