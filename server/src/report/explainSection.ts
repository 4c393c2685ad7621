import type { JudgementView, SectionView } from './documentView';
import { printPassages } from './printPassages';
import type { TerminalOptions } from './terminal';
import { printable, wrap } from './terminal';
import { describeWaiver, openFindings, STATE_MEANINGS, STATE_SIGNS } from './words';

const ROLES: Readonly<Record<string, string>> = {
  summary: 'A summary, or a part of one, restates the rest, so nothing is asked of it.',
  navigation: 'It only helps readers find their way, so nothing is asked of it.',
  front: 'It belongs to the front matter of the paper, so nothing is asked of it.',
  appendix: 'It supports what the paper says, so nothing is asked of it.',
};

/** What a section is taken for, what is asked of it with its state and words, and why nothing is said about the rest. */
export function explainSection(section: SectionView, options: TerminalOptions): readonly string[] {
  const asked = section.judgements.filter((judgement) => judgement.expected || judgement.state !== 'not-expected');
  const rest = section.judgements.filter((judgement) => !asked.includes(judgement));
  const role = ROLES[section.role];
  const kind = section.kind
    ? `Taken for: ${section.kind.title} (${section.kind.id}). ${role ?? ''}`
    : `Taken for: no known kind of section${role ? `. ${role}` : '; only what it raises itself is asked of it.'}`;
  return [
    ...wrap(printable(kind.trim()), options.width, '  '),
    ...asked.flatMap((judgement) => explainJudgement(judgement, section, options)),
    ...explainRest(rest, options),
  ];
}

function explainJudgement(judgement: JudgementView, section: SectionView, options: TerminalOptions): readonly string[] {
  const isOpen = openFindings(section.findings).some((f) => f.consideration?.id === judgement.consideration.id);
  // Another way to be present than the one met is nothing that lacks.
  const isLacking = judgement.state !== 'present' && judgement.lacking.length > 0;
  const lacking = isLacking ? ` Lacking: ${judgement.lacking.map((f) => f.title.toLowerCase()).join('; ')}.` : '';
  const asked = describeAsking(judgement);
  const follows = judgement.refersTo ? ` Follows its reference to “${judgement.refersTo.label}”.` : '';
  const waiver = judgement.waiver ? ` Waived: ${describeWaiver(judgement.waiver)}.` : '';
  const how = judgement.excusedBy ? ` (${judgement.excusedBy})` : `, ${asked}`;
  const words = `${judgement.consideration.title}: ${STATE_MEANINGS[judgement.state]}${how}.${lacking}${follows}${waiver}`;
  return [
    ...wrap(printable(words), options.width, `  ${STATE_SIGNS[judgement.state]} `, '    '),
    // The words of an open finding stand with the finding, just above.
    ...(isOpen ? [] : printPassages(judgement.passages, options)),
  ];
}

function describeAsking({ expected, state, passages }: JudgementView): string {
  if (!expected) return 'without being asked for';
  if (state !== 'missing') return 'asked for here';
  return passages.length > 0 ? 'called for by what it says' : 'asked for in every section of this kind';
}

/** One line for everything that is silent for the same reason. */
function explainRest(judgements: readonly JudgementView[], options: TerminalOptions): readonly string[] {
  const reasons = new Map<string, string[]>();
  for (const { consideration, excusedBy } of judgements) {
    const reason = excusedBy ?? 'not asked for in such a section';
    reasons.set(reason, [...(reasons.get(reason) ?? []), consideration.title]);
  }
  return [...reasons].flatMap(([reason, titles]) =>
    wrap(printable(`${titles.join(', ')}: nothing is said, because it is ${reason}.`), options.width, '  · ', '    '),
  );
}
