import type { Diagnostic, DocumentDiagnosticReport, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { DocumentDiagnosticReportKind } from 'vscode-languageserver';

/** The last full answer for a document, and what has been written since. */
interface Given {
  /** The id that the client was given. */
  readonly id: string;
  /** Names the analysis that this answer was last found to hold for. */
  analysis: string;
  readonly items: readonly Diagnostic[];
  /** 0-based lines that were changed within; undefined once lines have come or gone. */
  touched: Set<number> | undefined;
}

/**
 * Remembers what each client was answered last, so that an answer that would say the same again need not be sent: most key presses change
 * nothing in what is found, and a list of hundreds costs more to send and to show than to find.
 */
export class GivenDiagnostics {
  readonly #given = new Map<string, Given>();

  /** A change that the client made to an open document. */
  touch(uri: string, change: TextDocumentContentChangeEvent): void {
    const given = this.#given.get(uri);
    if (!given) return;
    if (!('range' in change) || change.range.start.line !== change.range.end.line || /[\r\n]/.test(change.text))
      given.touched = undefined;
    else given.touched?.add(change.range.start.line);
  }

  /** The answer to a client that has the answer `previousId`. `id` names the analysis whose diagnostics `find` gives: not asked for again of the same one. */
  answer(
    uri: string,
    previousId: string | undefined,
    id: string,
    find: () => readonly Diagnostic[],
  ): DocumentDiagnosticReport {
    const given = this.#given.get(uri);
    const known = given?.id === previousId ? given : undefined;
    if (known?.analysis === id) return unchanged(known);
    const items = find();
    if (known && isUntouched(known) && isSame(known.items, items)) {
      known.analysis = id;
      return unchanged(known);
    }
    this.#given.set(uri, { id, analysis: id, items, touched: new Set() });
    return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...items] };
  }

  /** The document was closed. */
  forget(uri: string): void {
    this.#given.delete(uri);
  }
}

function unchanged({ id }: Given): DocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
}

/**
 * Whether no line with a diagnostic was written in. Editors move what they show along with the text, and drop it with the words that are
 * taken away: where those were written again, only a new answer brings it back.
 */
function isUntouched({ items, touched }: Given): boolean {
  if (!touched) return false;
  return items.every(({ range: { start, end } }) => {
    for (const line of touched) if (line >= start.line && line <= end.line) return false;
    return true;
  });
}

function isSame(before: readonly Diagnostic[], now: readonly Diagnostic[]): boolean {
  return before.length === now.length && before.every((one, index) => isEqual(one, now[index]));
}

/** Whether two values of JSON are equal. Makes nothing: with each key press, hundreds of diagnostics are compared. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isComposed(a) || !isComposed(b)) return false;
  let more = 0;
  for (const key in a) {
    if (!isEqual(a[key], b[key])) return false;
    more++;
  }
  for (const _ in b) more--;
  return more === 0;
}

function isComposed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
