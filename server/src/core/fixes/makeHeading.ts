import type { DocumentModel, HeadingForm } from '../document/documentModel';
import type { Fix, FixEdit, FixInput } from './fix';
import { takesNoBlocks } from './place';

/** Makes what only looks like a heading one that Markdown sees: `**Costs**`, `##Costs` and `3 Costs` become `## Costs`. */
export function makeHeading(input: FixInput, section: number): Fix | undefined {
  const edit = headingEdit(section, input.analysis.document);
  const text = input.analysis.document.sections[section]?.heading?.text;
  if (!edit || text === undefined) return undefined;
  return { title: `Make “${text}” a real heading`, kind: 'quickfix', edits: [edit] };
}

/** Forms that one mark makes a real heading of. */
const MENDABLE: ReadonlySet<HeadingForm> = new Set(['bold', 'atx-no-space', 'plain']);

/** The edit for one section; undefined when its heading is a real one already, or a label that belongs to its paragraph. */
export function headingEdit(section: number, document: DocumentModel): FixEdit | undefined {
  const heading = document.sections[section]?.heading;
  if (!heading || !MENDABLE.has(heading.form)) return undefined;
  if (takesNoBlocks(section, document)) return undefined;
  const { text } = document;
  const words = text
    .slice(heading.textSpan.start, heading.textSpan.end)
    .replace(/[*_]{2,}/g, '')
    .trim();
  return { span: heading.span, newText: `${'#'.repeat(heading.level)} ${words}` };
}
