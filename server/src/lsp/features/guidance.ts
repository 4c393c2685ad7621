import type { Finding, RuleSet, SourceRef } from '../../core';
import { escapeMarkdown, toWebAddress, withoutLinks } from '../../core';
import type { GuidanceParams, Page } from '../../protocol/protocol';
import { PAGE_SCHEME } from '../../protocol/protocol';
import type { ClientAbilities } from '../capabilities';
import type { LinkOf } from '../toLsp';

/** Where the guidance on a finding can be opened: a page of this server where the client can show one, else the first source that has an address. */
export function linkGuidance(ruleSet: RuleSet, client: Pick<ClientAbilities, 'pages'>): LinkOf {
  return (finding: Finding) => {
    const name = finding.consideration ?? finding.ruleId;
    if (client.pages) return pageUri(name);
    const source =
      ruleSet.considerations.get(finding.consideration ?? '')?.source ?? ruleSet.rules.get(finding.ruleId)?.source;
    return findSources(source, ruleSet).flatMap((s) => toWebAddress(s.url) ?? [])[0];
  };
}

/** Address of the guidance page on a consideration or a rule: `inclusive-growth:/guidance/beneficiaries.md`. */
export function pageUri(name: string): string {
  return `${PAGE_SCHEME}:/guidance/${name}.md`;
}

/** Reads an address made by `pageUri`. */
export function readPageUri(uri: string): string | undefined {
  const match = new RegExp(`^${PAGE_SCHEME}:/{1,3}guidance/(.+)\\.md$`).exec(uri);
  return match?.[1] === undefined ? undefined : decodeURIComponent(match[1]);
}

/**
 * The guidance on a consideration, or on a rule that is about none: Markdown whose only links are the sources, however the pack is written. Clients
 * show such a page with pictures, and fetch them.
 */
export function buildGuidance(
  params: Pick<GuidanceParams, 'consideration' | 'ruleId'>,
  ruleSet: RuleSet,
): Page | undefined {
  const rule = params.ruleId === undefined ? undefined : ruleSet.rules.get(params.ruleId);
  const id = params.consideration ?? rule?.consideration;
  const about = id === undefined ? undefined : ruleSet.considerations.get(id);
  if (about) {
    const facets = Object.values(about.facets).map(
      (facet) => `- **${escapeMarkdown(facet.title)}**: ${escapeMarkdown(facet.question)}`,
    );
    const text = [
      `# ${escapeMarkdown(about.title)}`,
      `**${escapeMarkdown(about.question)}**`,
      escapeMarkdown(about.why),
      '## What a passage should say',
      facets.join('\n'),
      withoutLinks(about.guidance.trim()),
      ...(about.example ? ['## Example', quoteBlock(about.example)] : []),
      ...sourceLines(about.source, ruleSet),
    ];
    return { title: about.title, text: `${text.join('\n\n')}\n` };
  }
  if (!rule || params.ruleId === undefined) return undefined;
  const examples = rule.examples.map(
    (e) => `### ${escapeMarkdown(e.title ?? (e.expect === 'fail' ? 'Found' : 'Not found'))}\n\n${quoteBlock(e.text)}`,
  );
  const text = [
    `# ${escapeMarkdown(rule.title)}`,
    `Rule \`${params.ruleId}\``,
    escapeMarkdown(rule.why),
    escapeMarkdown(rule.help ?? ''),
    ...(examples.length > 0 ? ['## Examples', ...examples] : []),
    ...sourceLines(rule.source, ruleSet),
  ];
  return { title: rule.title, text: `${text.filter(Boolean).join('\n\n')}\n` };
}

function quoteBlock(text: string): string {
  return withoutLinks(text)
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

function sourceLines(ref: SourceRef | undefined, ruleSet: RuleSet): readonly string[] {
  const keys = ref === undefined ? [] : typeof ref === 'string' ? [ref] : ref;
  if (keys.length === 0) return [];
  const named = findSources(ref, ruleSet).map(({ title, url }) => {
    const address = toWebAddress(url);
    return `- ${address === undefined ? escapeMarkdown(title) : `[${escapeMarkdown(title)}](<${address}>)`}`;
  });
  const ours = keys.includes('ours') ? ['- Our own judgement, which no source says'] : [];
  return ['## Sources', [...named, ...ours].join('\n')];
}

function findSources(ref: SourceRef | undefined, ruleSet: RuleSet) {
  const keys = ref === undefined ? [] : typeof ref === 'string' ? [ref] : ref;
  return keys.flatMap((key) => {
    const found = [...ruleSet.sources].find(([id]) => id.endsWith(`:${key}`));
    return found ? [found[1]] : [];
  });
}
