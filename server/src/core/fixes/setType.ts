import type { DocumentModel } from '../document/documentModel';
import type { RuleSet } from '../rules/ruleSet';
import { buildTermMatchers } from '../signals/term';
import type { Fix, FixEdit } from './fix';
import { withLineEnds } from './place';

/** The document type that title and headings suggest, for a document that says none. Undefined when they suggest nothing. */
export function recogniseType(document: DocumentModel, ruleSet: RuleSet): string | undefined {
  const words = [document.title ?? '', ...document.sections.flatMap((s) => (s.heading ? [s.heading.title] : []))];
  const counts = [...ruleSet.documentTypes].map(([id, type]) => {
    const matchers = buildTermMatchers(type.recognise ?? []);
    return { id, count: words.filter((w) => matchers.some((m) => w.search(m) >= 0)).length };
  });
  const best = counts.sort((a, b) => b.count - a.count)[0];
  return best && best.count > 0 ? best.id : undefined;
}

/** Says in the front matter what the document is. Entries that stand there already are replaced. */
export function setType(document: DocumentModel, type: string, stage?: string): Fix {
  const wanted = [['document-type', type] as const, ...(stage === undefined ? [] : [['stage', stage] as const])];
  const title = `Say that this is a ${type}${stage === undefined ? '' : ` at ${stage}`}`;
  const { frontMatter, text, lines } = document;
  if (!frontMatter) {
    const block = `---\n${wanted.map(([key, value]) => `${key}: ${value}\n`).join('')}---\n\n`;
    return { title, kind: 'quickfix', edits: [{ span: { start: 0, end: 0 }, newText: withLineEnds(block, document) }] };
  }
  const isToml = frontMatter.language === 'toml';
  const replaced = wanted.flatMap(([key, value]): readonly FixEdit[] => {
    const entry = frontMatter.entries.find((e) => e.key === key);
    return entry ? [{ span: entry.valueSpan, newText: value }] : [];
  });
  const added = wanted.filter(([key]) => !frontMatter.entries.some((e) => e.key === key));
  const at = lines.startOf(lines.placeAt(frontMatter.span.start).line + 1);
  const lead = text.slice(0, at).endsWith('\n') || text.slice(0, at).endsWith('\r') ? '' : '\n';
  const insertion = {
    span: { start: at, end: at },
    newText: withLineEnds(
      lead + added.map(([k, v]) => (isToml ? `${k} = "${v}"\n` : `${k}: ${v}\n`)).join(''),
      document,
    ),
  };
  return { title, kind: 'quickfix', edits: added.length > 0 ? [insertion, ...replaced] : replaced };
}
