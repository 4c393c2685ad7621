// Runs the suite inside a real VS Code: `node test/editor/run.mjs [--offline | --download] [--vsix <file>] [--extension <folder>] [--only <words>] [--keep]`.
// `--summary <file>` writes `{ passed, failed }`. `--keep` keeps the run's folder, with all that was printed in `console.log`. Without the first two, VS Code is downloaded where that is possible, and the offline one is used otherwise.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installVsix } from './installVsix.mjs';
import { judgeRun } from './judgeRun.mjs';
import { projectFolder } from './offline/paths.mjs';
import { canDownload, runDownloaded } from './runDownloaded.mjs';
import { runOffline } from './runOffline.mjs';
import { makeScratchFolder } from './scratchFolder.mjs';

const { values } = parseArgs({
  options: {
    offline: { type: 'boolean' },
    download: { type: 'boolean' },
    keep: { type: 'boolean' },
    vsix: { type: 'string' },
    extension: { type: 'string', default: projectFolder },
    tests: { type: 'string', default: join(projectFolder, 'out/test/editor/index.js') },
    only: { type: 'string' },
    summary: { type: 'string' },
  },
});

const download = values.download || (!values.offline && (await canDownload()));
const { scratch, workspace, extensionsFolder, carrier, remove } = makeScratchFolder();
const resultFile = join(scratch, 'result.json');
const env = { EDITOR_RESULT: resultFile, ...(values.only && { EDITOR_ONLY: values.only }) };
const run = { tests: values.tests, workspace, scratch, env, vsix: values.vsix };
try {
  const exitCode = download ? await runInDownloaded() : await runInOffline();
  report(judgeRun(resultFile, exitCode), download ? 'a downloaded VS Code' : 'the offline VS Code');
} catch (error) {
  report({ tests: [], problems: [String(error)], passed: 0, failed: 1 }, 'VS Code did not start');
} finally {
  if (values.keep) console.log(`kept ${scratch}`);
  else remove();
}

function runInOffline() {
  if (!values.vsix) return runOffline({ ...run, extension: values.extension, extensionsFolder });
  return runOffline({ ...run, extension: carrier, extensionsFolder: installVsix(values.vsix, scratch) });
}

function runInDownloaded() {
  if (!values.vsix) return runDownloaded({ ...run, extension: values.extension, extensionsFolder });
  return runDownloaded({ ...run, extension: carrier, extensionsFolder: join(scratch, 'extensions') });
}

function report({ tests, problems, passed, failed }, where) {
  for (const { title, error } of tests)
    console.log(error === undefined ? `ok      ${title}` : `FAILED  ${title}\n        ${error}`);
  for (const problem of problems) console.log(`FAILED  ${problem}`);
  console.log(`editor (${values.vsix ? 'packed' : 'sources'}, ${where}): ${passed} passed, ${failed} failed`);
  if (values.summary) writeFileSync(values.summary, JSON.stringify({ passed, failed }));
  process.exitCode = failed > 0 ? 1 : 0;
}
