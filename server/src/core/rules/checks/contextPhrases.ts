import type { TextUnit } from '../../document/documentModel';
import type { SectionContent } from '../../document/sectionContent';
import type { Category } from '../../findings/finding';
import type { ContextMatch } from '../../signals/contexts';
import { scopeOf } from '../../signals/sentenceScope';
import { hasLetterOrNumber, LETTER } from '../../text/letters';
import { cutWords } from '../../text/plainWords';
import type { ProseRange } from '../../text/proseRange';
import type { Span } from '../../text/span';
import type { Check, SectionDraft } from '../check';
import { quote } from '../check';
import type { CheckKind, ContextEffect, Rule } from '../pack';

/** Findings for phrases that a pack's contexts name. One for each sentence: the second such phrase in it adds nothing. */
function buildPhraseCheck(
  kind: CheckKind,
  effect: ContextEffect,
  category: Category,
  describe: (words: string, rule: Rule, stage: string | undefined) => string | undefined,
): Check {
  return {
    kind,
    inSection(rule, { content, matches, role, stage }) {
      if (role === 'navigation') return [];
      const { units, heading } = matches;
      const isHeading = (unit: TextUnit) => unit === heading?.unit;
      return [...(heading ? [heading] : []), ...units].flatMap(({ unit, contexts }) => {
        const phrases = contexts.filter((c) => c.effect === effect);
        const found = phrases.filter(
          (c) =>
            !c.excused &&
            !isQuoted(c, contexts) &&
            !phrases.some((other) => isWithin(c, other)) &&
            !fillsCell(unit, c) &&
            (!isHeading(unit) || isSlotHeading(unit, c)),
        );
        const drafts: SectionDraft[] = [];
        const sentences = new Set<number>();
        for (const phrase of found) {
          const sentence = scopeOf(unit, phrase).start;
          if (sentences.has(sentence)) continue;
          const { start, end } = withoutMarks(phrase, unit);
          const span = unit.prose.toSource(start, end);
          const words = quote(content, span);
          const message = describe(words, rule, stage);
          if (message === undefined) continue;
          sentences.add(sentence);
          drafts.push({ category, message, span, about: asWritten(content, span) });
        }
        return drafts;
      });
    },
  };
}

/** What a finding is told by must not change with how words are quoted: a baseline holds it. */
function asWritten({ text }: SectionContent, { start, end }: Span): string {
  return cutWords(text.slice(start, end).replace(/\s+/g, ' ').trim());
}

/** A slot may hold words that would be one by themselves (`[MM/DD/YYYY]`). */
function isWithin(phrase: ContextMatch, other: ContextMatch): boolean {
  const isLonger = other.end - other.start > phrase.end - phrase.start;
  return isLonger && other.start <= phrase.start && phrase.end <= other.end;
}

const BEFORE_PHRASE = new RegExp(String.raw`^(?:[\s|:*]+|[${LETTER}] (?=[[{<]))`);

/** Patterns may begin with what stands before a slot or a phrase: a letter, the end of a cell or of a label, which is none of its words. */
function withoutMarks({ start, end }: ContextMatch, { prose }: TextUnit): ProseRange {
  const words = prose.text.slice(start, end);
  const before = BEFORE_PHRASE.exec(words)?.[0].length ?? 0;
  const behind = /[\s|]+$/.exec(words)?.[0].length ?? 0;
  return before + behind < words.length ? { start: start + before, end: end - behind } : { start, end };
}

/** A cell that holds nothing but the phrase is counted by the check on tables. */
function fillsCell(unit: TextUnit, phrase: ContextMatch): boolean {
  if (unit.kind !== 'row') return false;
  const before = unit.prose.text.slice(0, phrase.start);
  const after = unit.prose.text.slice(phrase.end);
  return !hasLetterOrNumber(before.slice(before.lastIndexOf('|') + 1)) && !hasLetterOrNumber(after.split('|')[0] ?? '');
}

/** A heading names what is put off or claimed below it, and may have a remark in brackets; one that is all slot is none yet. */
function isSlotHeading({ prose }: TextUnit, { effect, start, end }: ContextMatch): boolean {
  return effect === 'placeholder' && start === 0 && end === prose.text.length && /^[<[].*[>\]]$/.test(prose.text);
}

function isQuoted(phrase: ContextMatch, contexts: readonly ContextMatch[]): boolean {
  return contexts.some((c) => c.context === 'quoted' && c.reach.start <= phrase.start && phrase.end <= c.reach.end);
}

export const placeholderCheck = buildPhraseCheck(
  'placeholder',
  'placeholder',
  'placeholder',
  (words) => `Placeholder: “${words}” is still to be filled in.`,
);

/** What a deferral counts as depends on the stage: accepted ones are no finding. */
export const deferralCheck = buildPhraseCheck('deferral', 'defer', 'deferral', (words, rule, stage) => {
  const counts = rule['by-stage']?.[stage ?? ''] ?? rule['by-stage']?.default ?? 'thin';
  if (counts === 'accepted') return undefined;
  const late = counts === 'missing' ? ` At ${stage ?? 'this stage'} the matter itself is expected here.` : '';
  return `Deferral: “${words}”. Say who decides, when, and what will be decided.${late}`;
});

export const assertionCheck = buildPhraseCheck(
  'assertion',
  'assert',
  'assertion',
  (words) => `Bare assertion: “${words}”. Say what this rests on.`,
);

export const guidanceCheck = buildPhraseCheck(
  'guidance',
  'guidance',
  'placeholder',
  (words) => `Template guidance left in: “${words}”. Answer it, then delete it.`,
);
