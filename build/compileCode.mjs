// Runs the bundles once as their users would, and keeps the code that V8 compiled on the way beside them.
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import nodeModule from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';

/** A paper in which most of what the program knows is met. */
const PAPER = 'examples/outline-business-case.md';
/** A run that takes longer is stuck. */
const LONGEST_MILLISECONDS = 120_000;

/** Writes the compiled code of the bundles in a folder. Versions of Node that keep compiled code themselves need none. */
export async function compileCode(folder) {
  await Promise.all(globSync(`${folder}/*.code`).map((file) => rm(file)));
  if (nodeModule.enableCompileCache) return;
  await mkdir('out', { recursive: true });
  const runner = resolve(`out/keepCompiledCode-${process.pid}.cjs`);
  const entryPoints = ['server/src/host/keepCompiledCode.ts'];
  await build({ entryPoints, bundle: true, platform: 'node', target: 'node20', outfile: runner, logLevel: 'warning' });
  try {
    await run([runner, join(folder, 'commands.js'), 'runProcess', 'check', PAPER, '--fail-on', 'never'], (child) => {
      child.stdout.resume();
    });
    await run([runner, join(folder, 'languageServer.js'), 'startNodeServer', '--stdio'], talk);
  } finally {
    await rm(runner, { force: true });
  }
}

/** `watch` is given the process; the promise is refused where it does not end well. */
function run(args, watch) {
  const child = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
    timeout: LONGEST_MILLISECONDS,
  });
  const end = new Promise((settle, refuse) => {
    child.on('error', refuse);
    child.on('exit', (code) => {
      if (code === 0) settle();
      else refuse(new Error(`\`node ${args.slice(1).join(' ')}\` ended with ${code} while the program was built.`));
    });
  });
  watch(child);
  return end;
}

/** Opens a paper in the language server, waits for its diagnostics, and takes leave. */
async function talk({ stdin, stdout }) {
  const send = (message) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const uri = pathToFileURL(resolve(PAPER)).href;
  const document = { uri, languageId: 'markdown', version: 1, text: await readFile(PAPER, 'utf8') };
  const next = readSteps(stdout);
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  await next('"capabilities"');
  send({ method: 'initialized', params: {} });
  send({ method: 'textDocument/didOpen', params: { textDocument: document } });
  await next('publishDiagnostics');
  send({ id: 2, method: 'shutdown' });
  await next('"id":2');
  send({ method: 'exit' });
}

/** A function that waits until a stream has brought some text, after what it waited for last. */
function readSteps(stream) {
  let heard = '';
  let look = () => {};
  stream.on('data', (data) => {
    heard += data;
    look();
  });
  return (text) =>
    new Promise((settle) => {
      look = () => {
        const at = heard.indexOf(text);
        if (at < 0) return;
        heard = heard.slice(at + text.length);
        look = () => {};
        settle();
      };
      look();
    });
}
