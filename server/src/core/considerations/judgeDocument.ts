import type { DocumentModel } from '../document/documentModel';
import type { Judgement, Waiver } from '../findings/finding';
import type { CompiledRules } from '../rules/compileRules';
import type { Rule } from '../rules/pack';
import type { ClassifiedSection } from '../sections/classifySections';
import { findReferenced, readReference } from '../sections/resolveReference';
import { findStructures } from '../signals/structures';
import { findExpectation, NOT_ASKED } from './findExpectation';
import type { DeferralPolicy, FirstJudgement } from './judgeSection';
import { judgeSection } from './judgeSection';
import type { SectionMatches } from './sectionMatches';

/** What all judgements of one document share. */
export interface JudgingContext {
  readonly document: DocumentModel;
  readonly rules: CompiledRules;
  readonly type: string;
  readonly stage?: string;
  readonly sections: readonly ClassifiedSection[];
  readonly matches: readonly SectionMatches[];
  readonly waivers: readonly Waiver[];
  readonly deferrals: DeferralPolicy;
}

/** A section of at most this many words that refers on is taken to do no more than that. */
const REFERRING_WORDS = 60;

/** Judges one consideration in every section: first each by itself, then what the rest of the document makes of it. */
export function judgeConsideration(id: string, rule: Rule | undefined, context: JudgingContext): readonly Judgement[] {
  const consideration = context.rules.ruleSet.considerations.get(id);
  if (!consideration) return [];
  const first = context.sections.map((section, index) => {
    const asked = rule ? findExpectation(rule, section, context.type, context.stage) : NOT_ASKED;
    const matches = context.matches[index] ?? { section: section.section, units: [] };
    return judgeSection(id, consideration, matches, context.rules, asked, context.deferrals);
  });
  // A section that refers on to where the matter is dealt with deals with it, for all that looks at it from elsewhere.
  const followed = first.map((judgement, index) => {
    const found = isOpen(judgement) ? followReference(judgement, index, first, context) : undefined;
    return found?.state === 'present' ? { ...found, asked: judgement.asked } : judgement;
  });
  return followed.map((judgement, index) => settle(judgement, index, followed, context));
}

/** A lacking judgement may be answered elsewhere: by a waiver, below the section, where it refers to, or where it belongs. */
function settle(
  judgement: FirstJudgement,
  index: number,
  all: readonly FirstJudgement[],
  context: JudgingContext,
): Judgement {
  const { asked, ...plain } = judgement;
  if (!isOpen(plain)) return plain;
  const waiver = findWaiver(plain.consideration, index, context);
  if (waiver !== undefined) return { ...plain, state: 'waived', lacking: [], waiver };
  const below = findDescendant(index, all, context, (j) => j.state === 'present');
  if (below !== undefined) return excuse(plain, `dealt with below, in ${nameOf(below, context)}`);
  const home = findHome(index, asked, all, context);
  return home !== undefined ? excuse(plain, home) : (followReference(plain, index, all, context) ?? plain);
}

function isOpen(judgement: Judgement): boolean {
  return judgement.state === 'missing' || judgement.state === 'thin';
}

/** Why a section need not answer, when another section is the one to do so: asked once, where it belongs, is enough. */
function findHome(
  index: number,
  asked: FirstJudgement['asked'],
  all: readonly FirstJudgement[],
  context: JudgingContext,
): string | undefined {
  if (asked.each) return undefined;
  const dealing = all.findIndex((other, at) => at !== index && other.asked.home && isDealtWith(at, all, context));
  if (dealing >= 0) return `dealt with where it belongs, in ${nameOf(dealing, context)}`;
  const below = findDescendant(index, all, context, (j) => j.asked.home && j.expected);
  if (below !== undefined) return `asked for below, in ${nameOf(below, context)}`;
  const home = asked.home ? -1 : all.findIndex((other) => other.asked.home && other.expected);
  return home >= 0 ? `asked for where it belongs, in ${nameOf(home, context)}` : undefined;
}

function excuse(judgement: Judgement, excusedBy: string): Judgement {
  return { ...judgement, state: 'not-expected', lacking: [], reasons: [], excusedBy };
}

function isDealtWith(index: number, all: readonly FirstJudgement[], context: JudgingContext): boolean {
  return (
    all[index]?.state === 'present' || findDescendant(index, all, context, (j) => j.state === 'present') !== undefined
  );
}

function findDescendant(
  index: number,
  all: readonly FirstJudgement[],
  context: JudgingContext,
  fits: (judgement: FirstJudgement) => boolean,
): number | undefined {
  for (const child of context.document.sections[index]?.children ?? []) {
    const judgement = all[child];
    if (judgement && fits(judgement)) return child;
    const deeper = findDescendant(child, all, context, fits);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

/** The nearest waiver that covers the section and can be relied on. */
function findWaiver(consideration: string, index: number, context: JudgingContext): number | undefined {
  const covering = context.waivers.flatMap((waiver, at) =>
    waiver.reason !== undefined &&
    !waiver.expired &&
    names(waiver, consideration) &&
    covers(waiver, index, context.document)
      ? [at]
      : [],
  );
  return covering.at(-1);
}

function names(waiver: Waiver, consideration: string): boolean {
  return waiver.targets.some((target) => target.id === consideration || target.id.endsWith(`/${consideration}`));
}

/** A waiver covers the section it stands in and all below it; one before the first heading covers the document. */
export function covers(waiver: Waiver, index: number, document: DocumentModel): boolean {
  if (document.sections[waiver.section]?.heading === undefined && waiver.section === 0) return true;
  for (let at: number | undefined = index; at !== undefined; at = document.sections[at]?.parent) {
    if (at === waiver.section) return true;
  }
  return false;
}

/**
 * A section that only refers on takes the state of the section it names. It refers on for this consideration when the sentence that refers
 * raises it, or when the section is so short that it does nothing else.
 */
function followReference(
  judgement: Judgement,
  index: number,
  all: readonly FirstJudgement[],
  context: JudgingContext,
): Judgement | undefined {
  const matches = context.matches[index];
  if (!matches) return undefined;
  const words = matches.units.reduce((sum, unit) => sum + unit.unit.prose.text.split(' ').length, 0);
  for (const { unit } of matches.units) {
    for (const range of findStructures('reference', unit)) {
      const span = unit.prose.toSource(range.start, range.end);
      const link = unit.marks.find((m) => m.kind === 'link' && m.start === range.start && m.target?.startsWith('#'));
      const reference = link?.target
        ? { target: link.target.slice(1), kind: 'fragment' as const }
        : readReference(unit.prose.text.slice(range.start, range.end));
      const target = reference && findReferenced(reference, context.document);
      if (!target || target.index === index) continue;
      const sentence = unit.sentences.find((s) => s.start <= range.start && range.start < s.end);
      const about = judgement.evidence.some((e) => {
        const from = sentence && unit.prose.toSource(sentence.start, sentence.end);
        return from && from.start <= e.span.start && e.span.end <= from.end;
      });
      if (!about && words > REFERRING_WORDS) continue;
      const there = all[target.index];
      const evidence = [{ facet: 'reference', signal: 'reference', span }, ...judgement.evidence];
      if (there && isDealtWith(target.index, all, context)) {
        return {
          ...judgement,
          state: 'present',
          lacking: [],
          reasons: [],
          evidence: [...evidence, ...there.evidence],
          refersTo: target.index,
        };
      }
      return { ...judgement, evidence, reasons: [...judgement.reasons, 'reference'], refersTo: target.index };
    }
  }
  return undefined;
}

/** How a reader would name a section: `2.3 Benefits`, or the line on which an untitled one begins. */
export function nameOf(index: number, context: { readonly document: DocumentModel }): string {
  const section = context.document.sections[index];
  if (section?.heading) return `“${section.heading.text}”`;
  return `the text from line ${section?.lineNumbers[0] ?? 1}`;
}
