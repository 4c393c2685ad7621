import type { Consideration, Example, Rule, RuleSet } from '../../core';
import { escapeMarkdown, fenceMarkdown, toWebAddress, withoutLinks } from '../../core';
import type { ItemChange } from '../../packs/compareVersions';
import { describePath } from '../../packs/describePath';
import type { LoadedPack } from '../../packs/loadedPack';
import { itemsOf } from '../../packs/loadedPack';
import { ITEM_SECTIONS } from '../../packs/packSchema';
import { describeExpectation, describeSeverity } from '../explainRule';

/** What a reference page is made from. */
export interface DocsInput {
  readonly pack: LoadedPack;
  /** The pack composed with what it extends. */
  readonly ruleSet: RuleSet;
  /** What differs from an earlier version, if one was named. */
  readonly since?: { readonly version: string; readonly changes: readonly ItemChange[] };
}

/** Writes the reference page of a pack, in Markdown: rules, questions, examples, words, sources, and what it changes of the packs that it builds on. */
export function renderPackDocs(input: DocsInput): string {
  const { pack } = input.pack;
  const parts = [
    [`# ${escapeMarkdown(pack.title)}`, escapeMarkdown(pack.description)],
    [
      `Pack \`${pack.id}\`, version ${pack.version}, for engine \`${pack.engine}\`. Licence: ${escapeMarkdown(pack.licence)}.`,
      ...(pack.extends?.length ? [`It builds on ${pack.extends.map((id) => `\`${id}\``).join(', ')}.`] : []),
    ],
    renderRules(input),
    renderConsiderations(input),
    renderVocabularies(input),
    renderOverrides(input),
    renderSources(input),
    renderChanges(input),
  ];
  return `${parts
    .map((part) => part.join('\n\n'))
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

function renderRules({ pack: { pack }, ruleSet }: DocsInput): readonly string[] {
  const own = [...ruleSet.rules].filter(([id]) => id.startsWith(`${pack.id}/`));
  if (own.length === 0) return [];
  return ['## Rules', ...own.flatMap(([id, rule]) => renderRule(id, rule, ruleSet))];
}

function renderRule(id: string, rule: Rule, ruleSet: RuleSet): readonly string[] {
  const where = (rule.expect ?? []).map((entry) => `- ${escapeMarkdown(describeExpectation(entry, ruleSet))}`);
  return [
    `### ${escapeMarkdown(rule.title)}`,
    `\`${id}\`. Severity: ${describeSeverity(rule.severity, undefined)}.`,
    escapeMarkdown(rule.why),
    ...(rule.help === undefined ? [] : [escapeMarkdown(rule.help)]),
    ...(where.length > 0
      ? ['Where it is asked for; the first line that fits a section decides:', where.join('\n')]
      : []),
    ...rule.examples.flatMap(renderExample),
  ];
}

function renderExample({ title, expect, kind, stage, text }: Example): readonly string[] {
  const where = [kind, stage].filter((part) => part !== undefined).join(', ');
  return [
    `${escapeMarkdown(title ?? 'Example')}${where === '' ? '' : ` (${escapeMarkdown(where)})`}: ${expect}.`,
    fenceMarkdown(text, 'markdown'),
  ];
}

function renderConsiderations({ pack, ruleSet }: DocsInput): readonly string[] {
  const own = Object.keys(itemsOf(pack.pack, 'considerations')).flatMap((id) => {
    const consideration = ruleSet.considerations.get(id);
    return consideration ? [renderConsideration(consideration)] : [];
  });
  return own.length === 0 ? [] : ['## Questions', ...own.flat()];
}

function renderConsideration({ title, question, why, guidance, facets, prompt }: Consideration): readonly string[] {
  return [
    `### ${escapeMarkdown(title)}`,
    `**${escapeMarkdown(question)}** ${escapeMarkdown(why)}`,
    withoutLinks(guidance.trim()),
    Object.values(facets)
      .map((facet) => `- ${escapeMarkdown(facet.title)}: ${escapeMarkdown(facet.question)}`)
      .join('\n'),
    ...(prompt ? ['To be filled in:', fenceMarkdown(prompt.skeleton, 'markdown')] : []),
  ];
}

function renderVocabularies({ pack, ruleSet }: DocsInput): readonly string[] {
  const own = Object.keys(itemsOf(pack.pack, 'vocabularies')).flatMap((id) => {
    const vocabulary = ruleSet.vocabularies.get(id);
    if (!vocabulary) return [];
    const items = Object.values(vocabulary.items).map(({ label }) => escapeMarkdown(label));
    return [`### ${escapeMarkdown(vocabulary.title)}`, `${items.join('; ')}.`];
  });
  return own.length === 0 ? [] : ['## Words', ...own];
}

/** Items that another pack defines first. */
function renderOverrides({ pack, ruleSet }: DocsInput): readonly string[] {
  const lines = ITEM_SECTIONS.flatMap((section) =>
    Object.keys(itemsOf(pack.written, section)).flatMap((id) => {
      const full = section === 'rules' && !id.includes('/') ? findOverridden(id, pack.pack.id, ruleSet) : id;
      const origin = full === undefined ? undefined : ruleSet.origins.get(`${section}:${full}`);
      const others = origin?.overrides.filter((other) => other !== pack.pack.id) ?? [];
      return others.length === 0
        ? []
        : [`- ${describePath([section, full ?? id])}, over ${others.map((one) => `\`${one}\``).join(', ')}`];
    }),
  );
  return lines.length === 0 ? [] : ['## What it changes', lines.join('\n')];
}

function findOverridden(id: string, packId: string, { rules }: RuleSet): string | undefined {
  return [...rules.keys()].find((full) => full.endsWith(`/${id}`) && full !== `${packId}/${id}`);
}

function renderSources({ pack: { pack } }: DocsInput): readonly string[] {
  const lines = Object.entries(pack.sources).map(([key, { title, url, licence, note }]) => {
    const address = toWebAddress(url);
    const words = [licence, note].filter((part) => part !== undefined).map(escapeMarkdown);
    return `- ${key}: ${escapeMarkdown(title)}${address === undefined ? '' : ` <${address}>`}${words.length > 0 ? `. ${words.join('. ')}` : ''}`;
  });
  return lines.length === 0 ? [] : ['## Sources', lines.join('\n')];
}

function renderChanges({ since }: DocsInput): readonly string[] {
  if (!since) return [];
  const lines = since.changes.map(({ section, id, kind, keys }) => {
    const which = keys.length > 0 ? `: ${keys.map((key) => `\`${key.replaceAll('`', '')}\``).join(', ')}` : '';
    return `- ${describePath([section, id])} ${kind}${which}`;
  });
  return [`## Changes since ${since.version}`, lines.length > 0 ? lines.join('\n') : 'None.'];
}
