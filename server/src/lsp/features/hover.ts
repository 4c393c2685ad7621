import type { Hover } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import type { Evidence, Judgement, Span } from '../../core';
import { escapeMarkdown, unescapeMarkdown, withoutLinks } from '../../core';
import type { RecentAnalysis } from '../analysisStore';
import type { ClientAbilities } from '../capabilities';
import { toRange } from '../toLsp';
import type { Checked } from './describe';
import { facetNames, isChecked, sectionAt } from './describe';
import { explainSection } from './explainSection';

/** On a heading: how the section stands. On words that count for something: for what, or why they do not. On a waiver or prompt: what it does. */
export function hover(offset: number, analysis: Checked, client: ClientAbilities): Hover | undefined {
  const index = sectionAt(analysis, offset);
  const heading = analysis.result.document.sections[index]?.heading;
  if (heading && holds(heading.span, offset))
    return toHover(explainSection(index, analysis), heading.span, analysis, client);
  const comment = describeComment(offset, analysis);
  if (comment) return toHover(comment.markdown, comment.span, analysis, client);
  const words = describeWords(offset, index, analysis);
  return words && toHover(words.markdown, words.span, analysis, client);
}

/**
 * The same from the text before the last edits, while they are still being read: where the words stand as they stood. Without a range, since
 * they may stand elsewhere now.
 */
export function hoverMeanwhile(
  offset: number,
  recent: RecentAnalysis | undefined,
  client: ClientAbilities,
): Hover | undefined {
  const before = recent?.moveBack(offset);
  if (!recent || before === undefined || !isChecked(recent.analysis)) return undefined;
  const found = hover(before, recent.analysis, client);
  return found && { contents: found.contents };
}

interface Described {
  readonly markdown: string;
  readonly span: Span;
}

/** What the words at an offset were taken for, in every consideration that relies on them. */
function describeWords(offset: number, index: number, analysis: Checked): Described | undefined {
  const judgements = analysis.result.sections[index]?.judgements ?? [];
  const used = judgements.flatMap((judgement) =>
    judgement.evidence
      .filter((e) => holds(e.span, offset) && e.facet !== 'reference')
      .map((evidence) => ({ judgement, evidence })),
  );
  const findings = analysis.result.findings.filter((f) => f.consideration === undefined && holds(f.span, offset));
  const span = used[0]?.evidence.span ?? findings[0]?.span;
  if (!span) return undefined;
  const help = findings.map((f) => {
    const rule = analysis.resource.rules.ruleSet.rules.get(f.ruleId);
    return `**${escapeMarkdown(rule?.title ?? f.ruleId)}**: ${escapeMarkdown(rule?.why ?? f.message)}${rule?.help ? ` ${escapeMarkdown(rule.help)}` : ''}`;
  });
  const lines = used.map(({ judgement, evidence }) => describeEvidence(judgement, evidence, analysis));
  return { markdown: [...new Set([...lines, ...help])].join('\n\n'), span };
}

/** What words do that show no facet. */
const WITHOUT_FACET: Readonly<Record<string, string>> = {
  mention: 'raises the matter and shows none of its parts',
  asking: 'calls for an answer and is none',
};

function describeEvidence(judgement: Judgement, evidence: Evidence, analysis: Checked): string {
  const about = analysis.resource.rules.ruleSet.considerations.get(judgement.consideration);
  const title = escapeMarkdown(about?.title ?? judgement.consideration);
  const shows =
    WITHOUT_FACET[evidence.facet] ??
    `shows “${escapeMarkdown(about?.facets[evidence.facet]?.title ?? evidence.facet)}”`;
  if (evidence.weakenedBy) {
    const context = analysis.resource.rules.ruleSet.contexts.get(evidence.weakenedBy)?.title ?? evidence.weakenedBy;
    return `**${title}**: this ${shows}, but does not count, because of its context: ${escapeMarkdown(context)}.`;
  }
  const lacks =
    judgement.lacking.length > 0 && judgement.state !== 'present'
      ? ` Still lacking here: ${escapeMarkdown(facetNames(judgement, about))}.`
      : '';
  return `**${title}**: this ${shows}.${lacks}`;
}

function describeComment(offset: number, analysis: Checked): Described | undefined {
  const { result, resource } = analysis;
  const titleOf = (id: string) => escapeMarkdown(resource.rules.ruleSet.considerations.get(id)?.title ?? id);
  const prompt = result.prompts.find((p) => holds(p.span, offset));
  if (prompt) {
    const about = resource.rules.ruleSet.considerations.get(prompt.consideration);
    const state = prompt.answered
      ? 'Answered: the comment can be removed.'
      : 'Unanswered: write below it, over everything in square brackets.';
    return {
      markdown: [`**${titleOf(prompt.consideration)}**. ${state}`, withoutLinks(about?.guidance ?? '')]
        .join('\n\n')
        .trim(),
      span: prompt.span,
    };
  }
  const waiver = result.waivers.find((w) => holds(w.span, offset));
  if (!waiver) return undefined;
  const covers = waiver.expired ? 'It has ended.' : waiver.used ? 'It is in use.' : 'It covers nothing that is open.';
  const reason = waiver.reason
    ? `Reason: ${escapeMarkdown(waiver.reason)}`
    : 'It has no reason, and so it does not count yet.';
  return {
    markdown: `Waiver of **${waiver.targets.map((t) => titleOf(t.id)).join(', ')}**. ${covers} ${reason}`,
    span: waiver.span,
  };
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset < Math.max(span.end, span.start + 1);
}

function toHover(markdown: string, span: Span, analysis: Checked, client: ClientAbilities): Hover {
  const value = client.markdownHover ? markdown : unescapeMarkdown(markdown.replace(/\*\*/g, ''));
  return {
    contents: { kind: client.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText, value },
    range: toRange(analysis.result.document.lines, span),
  };
}
