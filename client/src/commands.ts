import { commands, Disposable, window } from 'vscode';
import { checkWorkspace } from './commands/checkWorkspace';
import { describeDocument } from './commands/describeDocument';
import { explainSection } from './commands/explainSection';
import { exportReport } from './commands/exportReport';
import { goToQuestion } from './commands/goToQuestion';
import { insertPrompts } from './commands/insertPrompts';
import { newDocument } from './commands/newDocument';
import { openGuidance } from './commands/openGuidance';
import { openSample } from './commands/openSample';
import { endSignalPreview, listSignalMatches, previewSignal } from './commands/previewSignal';
import { removeAnsweredPrompts } from './commands/removeAnsweredPrompts';
import { runExamples } from './commands/runExamples';
import { setSectionKind } from './commands/setSectionKind';
import { showActions } from './commands/showActions';
import { showPlace } from './commands/showPlace';
import { CoveragePanel } from './coveragePanel';
import type { Toolkit } from './toolkit';

// biome-ignore lint/suspicious/noExplicitAny: VS Code passes on whatever a key binding or another extension gives.
type Command = (toolkit: Toolkit, ...args: any[]) => Promise<unknown> | unknown;

/** Every command of the manifest, by name, and two that only our own views call. */
const table: Readonly<Record<string, Command>> = {
  'inclusiveGrowth.newDocument': newDocument,
  'inclusiveGrowth.openSample': openSample,
  'inclusiveGrowth.describeDocument': describeDocument,
  'inclusiveGrowth.checkWorkspace': checkWorkspace,
  'inclusiveGrowth.nextQuestion': (toolkit) => goToQuestion(toolkit, 'next'),
  'inclusiveGrowth.previousQuestion': (toolkit) => goToQuestion(toolkit, 'previous'),
  'inclusiveGrowth.insertPrompts': insertPrompts,
  'inclusiveGrowth.removeAnsweredPrompts': removeAnsweredPrompts,
  'inclusiveGrowth.setSectionKind': setSectionKind,
  'inclusiveGrowth.explainSection': explainSection,
  'inclusiveGrowth.showCoverage': (toolkit) => CoveragePanel.show(toolkit),
  'inclusiveGrowth.exportReport': exportReport,
  'inclusiveGrowth.openGuidance': openGuidance,
  'inclusiveGrowth.runExamples': runExamples,
  'inclusiveGrowth.previewSignal': previewSignal,
  'inclusiveGrowth.listSignalMatches': listSignalMatches,
  'inclusiveGrowth.endSignalPreview': endSignalPreview,
  'inclusiveGrowth.showLog': (toolkit) => toolkit.log.show(),
  'inclusiveGrowth.restart': (toolkit) => toolkit.client.restart(),
  'inclusiveGrowth.showActions': showActions,
  'inclusiveGrowth.showPlace': showPlace,
};

/** Registers them all. A command that fails says so in one sentence, with the way to the log. */
export function registerCommands(toolkit: Toolkit): Disposable {
  const registered = Object.entries(table).map(([name, command]) =>
    commands.registerCommand(name, async (...args: unknown[]) => {
      try {
        return await command(toolkit, ...args);
      } catch (error) {
        // Not waited for: whoever ran the command must not hang on an answer to the message.
        void tellFailure(toolkit, error);
        return undefined;
      }
    }),
  );
  return Disposable.from(...registered);
}

async function tellFailure(toolkit: Toolkit, error: unknown): Promise<void> {
  const words = error instanceof Error ? error.message : String(error);
  toolkit.log.error(words);
  const chosen = await window.showErrorMessage(`Inclusive Growth: ${words}`, 'Show Log');
  if (chosen) toolkit.log.show();
}
