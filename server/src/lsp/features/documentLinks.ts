import type { DocumentLink } from 'vscode-languageserver';
import type { RuleSet } from '../../core';
import { buildLineIndex, toWebAddress } from '../../core';
import type { ClientAbilities } from '../capabilities';
import { toRange } from '../toLsp';
import type { Checked } from './describe';
import { buildGuidance, pageUri } from './guidance';

/** Links from waivers and prompts in a document to the guidance on what they name. */
export function documentLinks(analysis: Checked, client: ClientAbilities): readonly DocumentLink[] {
  if (!client.pages) return [];
  const { document, waivers, prompts } = analysis.result;
  const { ruleSet } = analysis.resource.rules;
  const named = [
    ...waivers.flatMap((waiver) => waiver.targets),
    ...prompts.map((prompt) => {
      const start = document.text.indexOf(prompt.consideration, prompt.span.start);
      return { id: prompt.consideration, span: { start, end: start + prompt.consideration.length } };
    }),
  ];
  return named.flatMap(({ id, span }) => {
    const page = ruleSet.considerations.has(id)
      ? buildGuidance({ consideration: id }, ruleSet)
      : buildGuidance({ ruleId: id }, ruleSet);
    if (!page || span.start < 0) return [];
    return [{ range: toRange(document.lines, span), target: pageUri(id), tooltip: `Guidance: ${page.title}` }];
  });
}

const SOURCE_LINE = /^(\s*(?:-\s+\{\s*)?|.*[{,]\s*)source:\s*(\[[^\]]*\]|[\w-]+)/;

/** Links from `source: [T5, T6]` in a pack file to the addresses of those sources, and from `consideration: …` to its guidance. */
export function packLinks(text: string, ruleSet: RuleSet, client: ClientAbilities): readonly DocumentLink[] {
  const lines = buildLineIndex(text);
  const links: DocumentLink[] = [];
  for (let line = 1; line <= lines.count; line++) {
    const start = lines.startOf(line);
    const words = text.slice(start, lines.endOf(line));
    const source = SOURCE_LINE.exec(words);
    const keys = source?.[2] ?? '';
    const offset = source ? start + source[0].length - keys.length : start;
    for (const key of keys.matchAll(/[\w-]+/g)) {
      const target = [...ruleSet.sources].find(([id]) => id.endsWith(`:${key[0]}`))?.[1];
      const span = { start: offset + key.index, end: offset + key.index + key[0].length };
      const address = toWebAddress(target?.url);
      if (address !== undefined) links.push({ range: toRange(lines, span), target: address, tooltip: target?.title });
    }
    const about = /^\s*consideration:\s*([\w-]+)\s*$/.exec(words);
    if (about?.[1] && client.pages && ruleSet.considerations.has(about[1])) {
      const at = start + words.lastIndexOf(about[1]);
      links.push({ range: toRange(lines, { start: at, end: at + about[1].length }), target: pageUri(about[1]) });
    }
  }
  return links;
}
