import type { Evidence, Judgement, SectionAnalysis } from '../../core';
import { escapeMarkdown, lowerFirst, NAMED_IN_PASSING } from '../../core';
import type { Checked } from './describe';
import { evidenceWords, kindWords, stateWords, typeWords } from './describe';

/** At most so much is shown of what a judgement rests on; the words themselves have hovers. */
const MOST_FOUND = 4;

const OTHER_FACETS: Readonly<Record<string, string>> = {
  mention: NAMED_IN_PASSING,
  reference: 'refers on',
  asking: 'calls for it',
};

/** Markdown that says what a section is taken for, how each expected consideration stands, and why nothing is asked where nothing is. */
export function explainSection(index: number, analysis: Checked): string {
  const section = analysis.result.sections[index];
  if (!section) return '';
  const { type, stage } = typeWords(analysis);
  const asked = section.judgements.filter((j) => j.expected || j.state !== 'not-expected');
  const rest = section.judgements.filter((j) => !asked.includes(j));
  const heading = section.section.heading?.text ?? 'Text without a heading';
  return [
    `**${escapeMarkdown(heading)}**: ${escapeMarkdown(kindWords(section, analysis))}, in a ${escapeMarkdown(type)}${stage ? ` (${escapeMarkdown(stage)})` : ''}.`,
    ...(asked.length > 0
      ? [asked.map((judgement) => describeJudgement(judgement, analysis)).join('\n')]
      : [whyNothing(section)]),
    ...(rest.length > 0 && asked.length > 0
      ? [`Not asked for here: ${rest.map((j) => titleOf(j.consideration, analysis)).join(', ')}.`]
      : []),
  ].join('\n\n');
}

function describeJudgement(judgement: Judgement, analysis: Checked): string {
  const about = analysis.resource.rules.ruleSet.considerations.get(judgement.consideration);
  const deciding = judgement.decided > 0 ? judgement.evidence.slice(0, judgement.decided) : judgement.evidence;
  const found = deciding.slice(0, MOST_FOUND).map((e) => {
    const what = OTHER_FACETS[e.facet] ?? about?.facets[e.facet]?.title.toLowerCase() ?? e.facet;
    return `${escapeMarkdown(what)}: ${escapeMarkdown(evidenceWords(e, analysis))}${weakness(e, analysis)}`;
  });
  const open = judgement.state === 'missing' || judgement.state === 'thin';
  return [
    `- **${titleOf(judgement.consideration, analysis)}**: ${escapeMarkdown(stateWords(judgement, about, analysis))}`,
    ...(found.length > 0 ? [`  - Found: ${found.join('; ')}`] : []),
    ...(open && about ? [`  - ${escapeMarkdown(about.question)}`] : []),
  ].join('\n');
}

/** Why words do not count, in the words of the pack. */
function weakness({ weakenedBy }: Evidence, { resource }: Checked): string {
  if (weakenedBy === undefined) return '';
  const title = resource.rules.ruleSet.contexts.get(weakenedBy)?.title ?? weakenedBy;
  return `, which does not count: ${escapeMarkdown(lowerFirst(title))}`;
}

/** The reason why a section has no finding, for whoever wonders whether it was read. */
function whyNothing(section: SectionAnalysis): string {
  switch (section.role) {
    case 'navigation':
      return 'Nothing is asked here: contents, sources and the like only lead through the paper.';
    case 'front':
      return 'Nothing is asked here: title pages, forewords and document control are not part of the argument.';
    case 'appendix':
      return 'Nothing is asked here: appendices and further reading support what the body says.';
    case 'summary':
      return 'Nothing is asked here: a summary repeats what other sections deal with, and they are asked.';
    case 'body':
      return section.kind === undefined && section.inheritedKind === undefined
        ? 'Nothing is asked here: its heading is not recognised, and its text raises none of the considerations.'
        : 'Nothing is asked here: no active pack asks this kind of section for a consideration, or only where its text raises one.';
  }
}

function titleOf(consideration: string, analysis: Checked): string {
  return escapeMarkdown(analysis.resource.rules.ruleSet.considerations.get(consideration)?.title ?? consideration);
}
