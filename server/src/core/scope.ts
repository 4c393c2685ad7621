import type { AnalysisOptions, NotChecked } from './analysis';
import type { DocumentModel, FrontMatterEntry } from './document/documentModel';
import type { RuleSet } from './rules/ruleSet';

/** What a document is to be checked as. */
export interface Scope {
  readonly kind: 'in-scope';
  readonly type: string;
  readonly stage?: string;
}

/** Finds type and stage: what the caller says, else front matter. Names are compared without case, hyphens and spaces; aliases count. */
export function findScope(
  document: DocumentModel,
  ruleSet: RuleSet,
  options: Pick<AnalysisOptions, 'type' | 'stage'>,
): Scope | NotChecked {
  const typeEntry = options.type === undefined ? findEntry(document, 'document-type') : undefined;
  const givenType = options.type ?? asText(typeEntry?.value);
  if (givenType === undefined) return { kind: 'not-checked', document, reason: 'no-document-type' };
  const types = [...ruleSet.documentTypes];
  const type = types.find(([id, t]) => [id, t.title, ...(t.aliases ?? [])].some((name) => same(name, givenType)));
  if (!type) {
    const known = types.map(([id]) => id);
    return {
      kind: 'not-checked',
      document,
      reason: 'unknown-document-type',
      given: givenType,
      known,
      span: typeEntry?.valueSpan,
    };
  }
  const stages = Object.entries(type[1].stages ?? {});
  if (stages.length === 0) return { kind: 'in-scope', type: type[0] };
  const stageEntry = options.stage === undefined ? findEntry(document, 'stage') : undefined;
  const givenStage = options.stage ?? asText(stageEntry?.value);
  if (givenStage === undefined) {
    // An alias of the type may itself say the stage: "outline business case".
    const implied = stages.find(([id, s]) => [id, s.title, ...(s.aliases ?? [])].some((name) => same(name, givenType)));
    return { kind: 'in-scope', type: type[0], stage: implied?.[0] ?? type[1]['default-stage'] ?? stages[0]?.[0] };
  }
  const stage = stages.find(([id, s]) => [id, s.title, ...(s.aliases ?? [])].some((name) => same(name, givenStage)));
  if (!stage) {
    const known = stages.map(([id]) => id);
    return {
      kind: 'not-checked',
      document,
      reason: 'unknown-stage',
      given: givenStage,
      known,
      span: stageEntry?.valueSpan,
    };
  }
  return { kind: 'in-scope', type: type[0], stage: stage[0] };
}

function findEntry(document: DocumentModel, key: string): FrontMatterEntry | undefined {
  return document.frontMatter?.entries.find((entry) => same(entry.key, key));
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : typeof value === 'number'
      ? String(value)
      : undefined;
}

function same(a: string, b: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '');
  return bare(a) === bare(b);
}
