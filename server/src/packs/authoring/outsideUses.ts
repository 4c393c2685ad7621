import type { DocumentModel } from '../../core/document/documentModel';
import { parseDocument } from '../../core/document/parseDocument';
import { readComments } from '../../core/findings/readComments';
import { buildLineIndex } from '../../core/text/lineIndex';
import type { Span } from '../../core/text/span';
import { isMap } from '../loadedPack';
import type { FilePlace, PackFile } from '../packProblem';
import type { DataPath } from '../readYaml';
import { readYaml } from '../readYaml';
import type { IdTarget } from './idUse';

/** A place outside packs where an id stands: in a document, a configuration, or the tests of a pack. */
export interface OutsideUse extends IdTarget {
  readonly place: FilePlace;
}

/** Ids in a document: in waivers and prompts, in its front matter, and in the labels of a pack's test. */
export function findDocumentUses(file: PackFile): readonly OutsideUse[] {
  const document = parseDocument(file.text);
  const lines = buildLineIndex(file.text);
  const at = (target: IdTarget, span: Span): OutsideUse => {
    const start = lines.placeAt(span.start);
    const words = file.text.slice(span.start, span.end);
    return {
      ...target,
      place: { path: file.path, ...start, endLine: start.line, endColumn: start.column + words.length, words },
    };
  };
  return [...readCommentUses(document), ...readFrontMatterUses(document), ...readLabels(file.text)].map(
    ({ target, span }) => at(target, span),
  );
}

interface Found {
  readonly target: IdTarget;
  readonly span: Span;
}

function readCommentUses(document: DocumentModel): readonly Found[] {
  return readComments(document, '').flatMap((comment): readonly Found[] => {
    if (comment.kind === 'waiver')
      return comment.waiver.targets.map(({ id, span }) => ({
        target: { kind: id.includes('/') ? 'rules' : 'considerations', id },
        span,
      }));
    if (comment.kind !== 'prompt') return [];
    const { consideration, facet, span } = comment.prompt;
    const start = document.text.indexOf(
      consideration,
      span.start + document.text.slice(span.start).search(/prompt\s/) + 6,
    );
    const end = start + consideration.length;
    const about = { target: { kind: 'considerations', id: consideration } as const, span: { start, end } };
    if (facet === undefined) return [about];
    const inner = { kind: 'facets', id: facet, owner: consideration } as const;
    return [about, { target: inner, span: { start: end + 1, end: end + 1 + facet.length } }];
  });
}

function readFrontMatterUses({ frontMatter, text }: DocumentModel): readonly Found[] {
  const value = (key: string) => frontMatter?.entries.find((entry) => entry.key === key);
  const type = value('document-type');
  const stage = value('stage');
  const bare = (span: Span): Span =>
    /^["']/.test(text.slice(span.start, span.end)) ? { start: span.start + 1, end: span.end - 1 } : span;
  return [
    ...(type
      ? [{ target: { kind: 'document-types', id: String(type.value) } as const, span: bare(type.valueSpan) }]
      : []),
    ...(stage && type
      ? [
          {
            target: { kind: 'stages', id: String(stage.value), owner: String(type.value) } as const,
            span: bare(stage.valueSpan),
          },
        ]
      : []),
  ];
}

/** Rules in `about:` and in lines of carets. */
function readLabels(text: string): readonly Found[] {
  const labels = [...text.matchAll(/^\s*\^+ (\S+\/\S+): /gm)].map((match) => spanOf(match, match[1] ?? ''));
  const about = /^about: (.*)$/m.exec(text);
  const named = about ? [...(about[1] ?? '').matchAll(/[\w-]+\/[\w-]+/g)] : [];
  const offset = (about?.index ?? 0) + 'about: '.length;
  return [
    ...labels,
    ...named.map((match) => ({
      target: { kind: 'rules', id: match[0] } as const,
      span: { start: offset + match.index, end: offset + match.index + match[0].length },
    })),
  ];
}

function spanOf(match: RegExpExecArray, id: string): Found {
  const start = match.index + match[0].lastIndexOf(`${id}: `);
  return { target: { kind: 'rules', id }, span: { start, end: start + id.length } };
}

/** Ids in a configuration: rules under `severities`, types and stages of documents. */
export function findConfigUses(file: PackFile): readonly OutsideUse[] {
  const yaml = readYaml(file);
  const value = isMap(yaml.value) ? yaml.value : {};
  const at = (target: IdTarget, place: FilePlace | undefined): readonly OutsideUse[] =>
    place?.words === undefined ? [] : [{ ...target, place }];
  const severities = isMap(value.severities) ? Object.keys(value.severities) : [];
  const documents: readonly unknown[] = Array.isArray(value.documents) ? value.documents : [];
  return [
    ...severities.flatMap((id) => at({ kind: 'rules', id }, yaml.findKey(['severities', id]))),
    ...documents.flatMap((entry, index) => {
      if (!isMap(entry) || typeof entry.type !== 'string') return [];
      const path = (key: string): DataPath => ['documents', index, key];
      const type = at({ kind: 'document-types', id: entry.type }, yaml.findValue(path('type')));
      const stage = typeof entry.stage === 'string' ? entry.stage : undefined;
      return stage === undefined
        ? type
        : [...type, ...at({ kind: 'stages', id: stage, owner: entry.type }, yaml.findValue(path('stage')))];
    }),
  ];
}

/** Signals with a reason in `tests/unmissed.yaml`. */
export function findReasonUses(file: PackFile): readonly OutsideUse[] {
  const yaml = readYaml(file);
  return Object.keys(isMap(yaml.value) ? yaml.value : {}).flatMap((id) => {
    const place = yaml.findKey([id]);
    return place ? [{ kind: 'signals', id, place } as const] : [];
  });
}
