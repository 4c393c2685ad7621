import type { CompletionItem } from 'vscode-languageserver';
import { CompletionItemKind } from 'vscode-languageserver';
import type { RuleSet } from '../../core';
import type { StoredAnalysis } from '../analysisStore';
import { toRange } from '../toLsp';

const KEYS = [
  { key: 'document-type', detail: 'What kind of paper this is, so that it is checked' },
  { key: 'stage', detail: 'The stage of the project' },
  { key: 'title', detail: 'The title of the paper' },
] as const;

/** Keys, document types, stages and priorities in front matter. Undefined outside it, an empty list where nothing of it is ours. */
export function completeFrontMatter(offset: number, analysis: StoredAnalysis): readonly CompletionItem[] | undefined {
  const { document } = analysis.result;
  const { text, lines } = document;
  const block = document.frontMatter?.span ?? findOpenBlock(text);
  if (!block || offset <= block.start || offset > block.end) return undefined;
  const line = lines.placeAt(offset).line;
  const before = text.slice(lines.startOf(line), offset);
  if (/^-{3}/.test(before) || document.frontMatter?.language === 'toml') return [];
  const value = /^([\w-]+):\s*(["']?)([^"']*)$/.exec(before);
  const words = value ? (value[3] ?? '') : before;
  const range = toRange(lines, { start: offset - words.length, end: offset });
  if (!value) {
    if (!/^[\w-]*$/.test(before)) return [];
    // While a key is being typed the block is no valid YAML: the keys are read line by line.
    const taken = new Set([...text.slice(block.start, block.end).matchAll(/^([\w-]+):/gm)].map((key) => key[1]));
    return KEYS.filter(({ key }) => !taken.has(key)).map(({ key, detail }) => ({
      label: key,
      kind: CompletionItemKind.Property,
      detail,
      textEdit: { range, newText: `${key}: ` },
    }));
  }
  return valuesOf(value[1] ?? '', analysis).map(({ id, title }) => ({
    label: id,
    kind: CompletionItemKind.EnumMember,
    detail: title,
    filterText: `${id} ${title}`,
    textEdit: { range, newText: value[2] === '' && /^\S+:$/.test(before) ? ` ${id}` : id },
  }));
}

function valuesOf(key: string, analysis: StoredAnalysis): readonly { readonly id: string; readonly title: string }[] {
  const { ruleSet } = analysis.resource.rules;
  if (key === 'document-type') return [...ruleSet.documentTypes].map(([id, { title }]) => ({ id, title }));
  if (key === 'stage') return stagesOf(analysis, ruleSet);
  if (!/^priorit(?:y|ies)$/.test(key)) return [];
  return [...ruleSet.frameworks].flatMap(([id, framework]) =>
    /priorit/.test(id)
      ? Object.values(framework.items).map((item) => ({ id: item.title, title: framework.title }))
      : [],
  );
}

/** Stages of the document's own type; of every type while it has none that is known. */
function stagesOf(
  { result }: StoredAnalysis,
  ruleSet: RuleSet,
): readonly { readonly id: string; readonly title: string }[] {
  const given = /^document-type:[ \t]*["']?([\w-]+)/m.exec(result.document.text)?.[1];
  const id = result.kind === 'checked' ? result.type : (given ?? '');
  const own = ruleSet.documentTypes.get(id);
  const types = own ? [own] : [...ruleSet.documentTypes.values()];
  return types.flatMap((type) => Object.entries(type.stages ?? {}).map(([stage, { title }]) => ({ id: stage, title })));
}

/** A block that is being written, and has no closing fence yet, is no front matter to the reader of documents. */
function findOpenBlock(text: string): { readonly start: number; readonly end: number } | undefined {
  const match = /^---[ \t]*\r?\n(?:[\w-]*(?::[^\n]*)?\r?\n?)*/.exec(text);
  return match ? { start: 0, end: match[0].length } : undefined;
}
