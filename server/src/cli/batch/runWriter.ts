import type { FileToCheck } from '../../host/findFiles';
import type { DocumentSummary, Format, ReportOptions, Run, RunProblem, UncheckedDocument } from '../../report';
import { printProblem, REPORTERS } from '../../report';
import { decideExitCode } from '../exitCode';
import type { Io } from '../io';
import type { ReportTarget } from '../openReport';
import { openReport } from '../openReport';
import { describeTerminal } from '../terminal';
import type { TaskOutcome } from './checkTask';
import type { RunHead } from './gatherRun';
import { ReportStream } from './reportStream';

/** How and where a report is written. */
export interface ReportPlan {
  readonly format: Format;
  readonly report: ReportOptions;
}

/** Takes what came of each file, in order, tells problems at once, writes the report, and decides the exit code. */
export class RunWriter {
  readonly #head: RunHead;
  readonly #plan: ReportPlan;
  readonly #io: Io;
  readonly #target: ReportTarget;
  readonly #stream: ReportStream;
  readonly #documents: DocumentSummary[] = [];
  readonly #notChecked: UncheckedDocument[] = [];
  readonly #fileProblems: RunProblem[] = [];

  private constructor(head: RunHead, plan: ReportPlan, target: ReportTarget, io: Io) {
    this.#head = head;
    this.#plan = plan;
    this.#io = io;
    this.#target = target;
    this.#stream = new ReportStream(REPORTERS[plan.format], plan.report, target.write, io.batch.openScratch);
  }

  /** Opens the file or stream that the report goes to; `inputs` are files that must not be written to. */
  static async open(
    head: RunHead,
    plan: ReportPlan,
    where: { readonly output?: string; readonly quiet: boolean },
    inputs: readonly FileToCheck[],
    io: Io,
  ): Promise<RunWriter> {
    return new RunWriter(head, plan, await openReport(where, inputs, io), io);
  }

  async begin(): Promise<void> {
    await this.#tell(this.#head.problems);
    await this.#stream.begin(this.#run(0));
  }

  async add({ document, notChecked, problems }: TaskOutcome): Promise<void> {
    await this.#tell(problems);
    this.#fileProblems.push(...problems);
    if (notChecked) this.#notChecked.push(notChecked);
    if (!document) return;
    this.#documents.push(document.summary);
    await this.#stream.add(document.text);
  }

  /** Ends the report; resolves with the exit code. */
  async end(milliseconds: number): Promise<number> {
    const run = this.#run(milliseconds);
    await this.#stream.end(run);
    return (await this.#target.close()) ? decideExitCode(run) : 2;
  }

  /** Leaves the report where it stands. */
  async stop(): Promise<void> {
    await this.#target.stop();
  }

  #run(milliseconds: number): Run {
    return {
      ...this.#head,
      documents: this.#documents,
      notChecked: this.#notChecked,
      fileProblems: this.#fileProblems,
      milliseconds,
    };
  }

  /** Problems go to standard error whatever the format. */
  async #tell(problems: readonly RunProblem[]): Promise<void> {
    const terminal = { ...this.#plan.report, ...describeTerminal(this.#io, false, this.#io.messages) };
    for (const problem of problems) {
      await this.#io.messages.write(`${printProblem(problem, terminal).join('\n')}\n\n`);
    }
  }
}
