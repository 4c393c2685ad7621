import type { DocumentModel } from '../document/documentModel';
import type { Span } from '../text/span';
import type { Fix, FixEdit, FixInput } from './fix';

/** Removes the comments of answered prompts, in one section or the whole document; the answers stay. */
export function removeAnsweredPrompts(input: FixInput, section?: number): Fix | undefined {
  const { document, prompts } = input.analysis;
  const answered = prompts.filter((p) => p.answered && (section === undefined || p.section === section));
  if (answered.length === 0) return undefined;
  const where = section === undefined ? 'in the document' : 'in this section';
  return {
    title: `Remove the answered questions ${where}`,
    kind: section === undefined ? 'source' : 'quickfix',
    edits: answered.map((prompt) => removeComment(prompt.span, document)),
  };
}

/** Removes one prompt that nobody means to answer, with the skeleton below it. */
export function discardPrompt(input: FixInput, prompt: number): Fix | undefined {
  const { document, prompts } = input.analysis;
  const unwanted = prompts[prompt];
  if (!unwanted) return undefined;
  const end = endOfBlock(unwanted.span.end, unwanted.section, document);
  return {
    title: 'Remove this question and its skeleton',
    kind: 'quickfix',
    edits: [removeComment({ start: unwanted.span.start, end }, document)],
  };
}

/** Takes a waiver out. */
export function removeWaiver(input: FixInput, waiver: number): Fix | undefined {
  const unwanted = input.analysis.waivers[waiver];
  if (!unwanted) return undefined;
  return {
    title: 'Take this waiver out',
    kind: 'quickfix',
    edits: [removeComment(unwanted.span, input.analysis.document)],
  };
}

/** Removes a comment; with its line, and the blank line below it, where nothing else stands there. */
export function removeComment(span: Span, document: DocumentModel): FixEdit {
  const { text, lines } = document;
  const start = lines.startOf(lines.placeAt(span.start).line);
  const last = lines.placeAt(Math.max(span.start, span.end - 1)).line;
  const alone = text.slice(start, span.start).trim() === '' && text.slice(span.end, lines.endOf(last)).trim() === '';
  if (!alone) return { span, newText: '' };
  const isBlank = (line: number) =>
    line >= 1 && line <= lines.count && text.slice(lines.startOf(line), lines.endOf(line)).trim() === '';
  const before = isBlank(lines.placeAt(start).line - 1) || start === 0;
  const until = before && isBlank(last + 1) ? last + 1 : last;
  return { span: { start, end: until < lines.count ? lines.startOf(until + 1) : text.length }, newText: '' };
}

/** The end of the block that follows a comment directly; the comment's own end when there is none. */
function endOfBlock(offset: number, section: number, document: DocumentModel): number {
  const { text, lines } = document;
  const limit = document.sections[section]?.span.end ?? text.length;
  const from = lines.placeAt(offset).line + 1;
  let end = offset;
  for (let line = from; line <= lines.count && lines.startOf(line) < limit; line++) {
    if (text.slice(lines.startOf(line), lines.endOf(line)).trim() === '') break;
    end = Math.min(lines.endOf(line), limit);
  }
  return end;
}
