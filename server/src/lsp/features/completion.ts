import type { CompletionItem } from 'vscode-languageserver';
import { CompletionItemKind } from 'vscode-languageserver';
import type { RuleSet, Span, VocabularyItem } from '../../core';
import { findNamedFacets } from '../../core';
import type { StoredAnalysis } from '../analysisStore';
import { toRange } from '../toLsp';
import { completeFrontMatter } from './completeFrontMatter';
import type { Checked } from './describe';
import { isChecked, sectionAt } from './describe';

/** Completion in front matter, in the toolkit's comments, in the slots of prompts, and in tables whose headers name a facet. Nowhere else. */
export function complete(offset: number, analysis: StoredAnalysis): readonly CompletionItem[] {
  const frontMatter = completeFrontMatter(offset, analysis);
  if (frontMatter || !isChecked(analysis)) return frontMatter ?? [];
  return completeComment(offset, analysis) ?? completeCell(offset, analysis) ?? completeSlot(offset, analysis) ?? [];
}

/** Ids of considerations after `waive` and `prompt`. */
function completeComment(offset: number, analysis: Checked): readonly CompletionItem[] | undefined {
  const { document } = analysis.result;
  const comment = document.comments.find((c) => c.textSpan.start <= offset && offset <= c.textSpan.end);
  if (!comment) return undefined;
  const before = document.text.slice(comment.textSpan.start, offset);
  const name = /^\s*inclusive-growth\s*:\s*(?:waive\s+(?:[\w/-]+\s*,\s*)*|prompt\s+)([\w-]*)$/.exec(before);
  if (!name) return [];
  const start = offset - (name[1]?.length ?? 0);
  return [...analysis.resource.rules.ruleSet.considerations].map(([id, about]) => ({
    label: id,
    kind: CompletionItemKind.EnumMember,
    detail: about.title,
    documentation: about.question,
    textEdit: { range: toRange(document.lines, { start, end: offset }), newText: id },
  }));
}

/** In a table cell: what the facet of its column is drawn from. */
function completeCell(offset: number, analysis: Checked): readonly CompletionItem[] | undefined {
  const { document } = analysis.result;
  const section = document.sections[sectionAt(analysis, offset)];
  const table = section?.tables.find(
    (t) => t.span.start <= offset && offset <= document.lines.endOf(document.lines.placeAt(t.span.end).line),
  );
  if (!table) return undefined;
  const lineStart = document.lines.startOf(document.lines.placeAt(offset).line);
  if (lineStart <= table.span.start) return [];
  const before = document.text.slice(lineStart, offset);
  const bars = [...before.matchAll(/(?<!\\)\|/g)];
  // A row may begin with a bar or without one.
  const column = bars.length - (/^\s*\|/.test(before) ? 1 : 0);
  const header = table.header[column]?.text;
  if (header === undefined) return [];
  const facets = findNamedFacets(header, analysis.resource.rules);
  const cellStart = lineStart + (bars.at(-1)?.index ?? -1) + 1;
  const start = cellStart + (/^\s*/.exec(document.text.slice(cellStart, offset))?.[0].length ?? 0);
  return completeFacets(facets, { start, end: endOfSlot(document.text, start, offset) }, analysis);
}

/** In a `[slot]` below a prompt: what its facet is drawn from; for a prompt without one, what any facet of the consideration is. */
function completeSlot(offset: number, analysis: Checked): readonly CompletionItem[] | undefined {
  const { document, prompts } = analysis.result;
  const prompt = prompts.filter((p) => p.span.end <= offset && p.section === sectionAt(analysis, offset)).at(-1);
  if (!prompt) return undefined;
  const between = document.text.slice(prompt.span.end, offset);
  if (/\S[\s\S]*?\r?\n[ \t]*\r?\n/.test(between)) return undefined;
  const about = analysis.resource.rules.ruleSet.considerations.get(prompt.consideration);
  const facets = prompt.facet === undefined ? Object.keys(about?.facets ?? {}) : [prompt.facet];
  const line = document.text.slice(document.lines.startOf(document.lines.placeAt(offset).line), offset);
  const open = /\[[^\]]*$/.exec(line) ?? /[\p{L}\p{N}'’-]*$/u.exec(line);
  const start = offset - (open?.[0].length ?? 0);
  const ids = facets.map((facet) => `${prompt.consideration}/${facet}`);
  return completeFacets(ids, { start, end: endOfSlot(document.text, start, offset) }, analysis);
}

/** The end of the slot that begins at `start`, when there is one; else the cursor. */
function endOfSlot(text: string, start: number, offset: number): number {
  if (text[start] !== '[') return offset;
  const rest = /^[^\]\r\n|]*\]/.exec(text.slice(offset));
  return offset + (rest?.[0].length ?? 0);
}

function completeFacets(ids: readonly string[], span: Span, analysis: Checked): readonly CompletionItem[] {
  const { ruleSet } = analysis.resource.rules;
  const vocabularies = new Set(ids.flatMap((id) => vocabulariesOf(id, ruleSet)));
  const range = toRange(analysis.result.document.lines, span);
  const typed = analysis.result.document.text.slice(span.start, span.end);
  return [...vocabularies].flatMap((id) => {
    const vocabulary = ruleSet.vocabularies.get(id);
    return Object.entries(vocabulary?.items ?? {}).map(([itemId, item]): CompletionItem => {
      const newText = item.unit === undefined ? item.label : `${item.label} (${item.unit})`;
      return {
        label: item.label,
        kind: CompletionItemKind.Value,
        detail: vocabulary?.title,
        documentation: describeItem(item),
        // Over a slot the client would filter by the slot's own words, and show nothing.
        filterText: typed.startsWith('[') ? `${typed} ${item.label}` : item.label,
        sortText: `${id} ${itemId}`,
        textEdit: { range, newText },
      };
    });
  });
}

/** Vocabularies that the signals of a facet (`beneficiaries/who`) are drawn from, through signals that join others. */
export function vocabulariesOf(facetId: string, ruleSet: RuleSet): readonly string[] {
  const [consideration, facet] = facetId.split('/');
  const found = new Set<string>();
  const seen = new Set<string>();
  const follow = (signalId: string) => {
    if (seen.has(signalId)) return;
    seen.add(signalId);
    const signal = ruleSet.signals.get(signalId);
    if (signal?.vocabulary !== undefined) found.add(signal.vocabulary);
    for (const part of [...(signal?.any ?? []), ...(signal?.all ?? [])]) follow(part);
  };
  for (const signal of ruleSet.considerations.get(consideration ?? '')?.facets[facet ?? '']?.signals ?? [])
    follow(signal);
  return [...found];
}

function describeItem(item: VocabularyItem): string | undefined {
  const lines = [
    item.description,
    item.unit === undefined ? undefined : `Unit: ${item.unit}`,
    item.dataset === undefined ? undefined : `Source: ${item.dataset}`,
    item.frequency === undefined ? undefined : `Published: ${item.frequency}`,
    item.geography === undefined ? undefined : `Geography: ${item.geography}`,
    item.holders === undefined ? undefined : `Held by: ${item.holders.join(', ')}`,
    item['decision-points'] === undefined ? undefined : `Decided at: ${item['decision-points'].join('; ')}`,
    item.strong === undefined ? undefined : `For example: ${item.strong}`,
  ].filter((line) => line !== undefined);
  return lines.length > 0 ? lines.join('\n') : undefined;
}
