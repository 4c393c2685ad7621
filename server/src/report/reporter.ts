import type { DocumentView } from './documentView';
import type { FailOn, Run } from './run';
import type { TerminalOptions } from './terminal';

/** How a report is written. */
export interface ReportOptions extends TerminalOptions {
  readonly failOn: FailOn;
  /** Ids of all rules in use, in the order of `Run.rules`. */
  readonly ruleIds: readonly string[];
}

/**
 * A report format. A report is written piece by piece, `begin`, one text for each document, `end`, so that no run has to hold all that it found:
 * what documents have to say is written where they are checked, and what `begin` and `end` need of them is in `Run.documents`.
 */
export interface Reporter {
  /** What the report says of one document, by itself: it holds nothing of other documents. Empty when it says nothing. */
  readonly writeDocument: (view: DocumentView, options: ReportOptions) => string;
  /** What stands before the documents. */
  readonly begin: (run: Run, options: ReportOptions) => string;
  /** What stands after them. */
  readonly end: (run: Run, options: ReportOptions) => string;
  /** Stands between the texts of two documents. */
  readonly between: string;
  /** Stands between `begin`, the documents and `end`, too, where none of the two is empty. */
  readonly betweenAll?: true;
  /** True when `begin` speaks of what is only known once every document has been checked. */
  readonly beginsLast: (options: ReportOptions) => boolean;
  /** Gives the text of a document its place in the report: `index` counts documents from 0. */
  readonly place?: (text: string, index: number) => string;
}

/** Puts the pieces of a report together, in order. */
export class ReportJoiner {
  readonly #reporter: Reporter;
  #documents = 0;
  #texts = 0;
  #hasBegun = false;

  constructor(reporter: Reporter) {
    this.#reporter = reporter;
  }

  /** The words of `begin`, as they are to be written. */
  begin(text: string): string {
    this.#hasBegun = text !== '';
    return text;
  }

  /** The text of the next document, with what stands between it and the piece before. */
  add(text: string): string {
    const { between, betweenAll, place } = this.#reporter;
    const index = this.#documents++;
    if (text === '') return '';
    const joins = this.#texts++ > 0 || (betweenAll && this.#hasBegun);
    return `${joins ? between : ''}${place ? place(text, index) : text}`;
  }

  /** The words of `end`, with what stands before them. */
  end(text: string): string {
    const joins = this.#reporter.betweenAll && text !== '' && (this.#texts > 0 || this.#hasBegun);
    return `${joins ? this.#reporter.between : ''}${text}`;
  }
}
