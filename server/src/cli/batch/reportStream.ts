import type { Reporter, ReportOptions, Run } from '../../report';
import { ReportJoiner } from '../../report';
import type { Scratch } from './batchHost';

/** Where a report goes, piece by piece. */
export type WriteText = (text: string) => Promise<void>;

/**
 * Writes a report while its documents are still being checked. A format that begins with what is only known at the end has its documents
 * laid aside until then.
 */
export class ReportStream {
  readonly #reporter: Reporter;
  readonly #options: ReportOptions;
  readonly #write: WriteText;
  readonly #joiner: ReportJoiner;
  readonly #scratch: Scratch | undefined;

  constructor(reporter: Reporter, options: ReportOptions, write: WriteText, openScratch: () => Scratch) {
    this.#reporter = reporter;
    this.#options = options;
    this.#write = write;
    this.#joiner = new ReportJoiner(reporter);
    this.#scratch = reporter.beginsLast(options) ? openScratch() : undefined;
  }

  /** Before the first document; `run` is what is known by then. */
  async begin(run: Run): Promise<void> {
    if (!this.#scratch) await this.#put(this.#joiner.begin(this.#reporter.begin(run, this.#options)));
  }

  /** What the report says of the next document. */
  async add(text: string): Promise<void> {
    if (this.#scratch) await this.#scratch.add(text);
    else await this.#put(this.#joiner.add(text));
  }

  /** After the last document, with all that is known. */
  async end(run: Run): Promise<void> {
    if (this.#scratch) {
      await this.#put(this.#joiner.begin(this.#reporter.begin(run, this.#options)));
      for await (const text of this.#scratch.texts()) await this.#put(this.#joiner.add(text));
      await this.#scratch.close();
    }
    await this.#put(this.#joiner.end(this.#reporter.end(run, this.#options)));
  }

  async #put(text: string): Promise<void> {
    if (text !== '') await this.#write(text);
  }
}
