import type { CheckFile, CheckPlan } from './checkTask';

/** What checking many files needs of the machine. */
export interface BatchHost {
  /** Names this very build of the program: another build may find other things. */
  readonly engine: () => Promise<string>;
  /** Changes whenever a file is written, moved or replaced; undefined when it is not there, or so new that a further change could go unseen. */
  readonly stamp: (path: string) => Promise<string | undefined>;
  /** In bytes; 0 of what is no file. */
  readonly sizeOf: (path: string) => Promise<number>;
  /** Room for texts that are too many for memory. */
  readonly openScratch: () => Scratch;
  /** Opens a file to be written from its beginning; a reason when it cannot be. Missing folders are made. */
  readonly createFile: (path: string) => Promise<FileSink | string>;
  /** The lines of a text file; throws when it cannot be read. */
  readonly readLines: (path: string) => AsyncIterable<string>;
  /** How many threads can run at once. */
  readonly threads: number;
  /** Starts a thread that checks files; undefined where there are none. */
  readonly startWorker?: (plan: CheckPlan) => CheckWorker;
}

/** A thread that checks files. */
export interface CheckWorker {
  readonly check: CheckFile;
  readonly stop: () => Promise<void>;
}

/** Holds texts in order. */
export interface Scratch {
  readonly add: (text: string) => Promise<void>;
  readonly texts: () => AsyncIterable<string>;
  readonly close: () => Promise<void>;
}

/** A file that is being written. */
export interface FileSink {
  /** False when it could not be written. */
  readonly write: (text: string) => Promise<boolean>;
  readonly close: () => Promise<boolean>;
}
