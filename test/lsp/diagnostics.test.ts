import { strict as assert } from 'node:assert';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import type { TestClient } from './support/testClient';
import { FULL, PLAIN, startClient } from './support/testClient';
import type { TestHost } from './support/testHost';
import { CONFIG_URI, createTestHost, PACK_URI } from './support/testHost';
import { CHANGED_RULES, TEST_RULES } from './support/testRules';

const URI = 'file:///papers/case.md';
const THIN =
  '---\ndocument-type: business-case\n---\n\n# Case\n\n## Benefits\n\nWe help 🙂 care leavers.\n\n## Monitoring\n\nThe employment rate.\n';
const GOOD = THIN.replace('We help 🙂 care leavers.', 'We help 40 care leavers. The employment rate.');

/** Writes `text` from a place to another (0-based line and character), or into the place. */
async function write(
  { connection }: TestClient,
  version: number,
  [line, character]: readonly [number, number],
  text: string,
  to: readonly [number, number] = [line, character],
): Promise<void> {
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: URI, version },
    contentChanges: [{ range: { start: { line, character }, end: { line: to[0], character: to[1] } }, text }],
  });
}

describe('diagnostics', () => {
  let host: TestHost;
  let client: TestClient | undefined;
  beforeEach(() => {
    host = createTestHost(TEST_RULES);
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });
  const start = async (options: Parameters<typeof startClient>[1] = {}) => {
    client = await startClient(host, options);
    return client;
  };

  it('answers a pull with findings on the heading line, a link, a question and data for the way back', async () => {
    const c = await start();
    await c.open(URI, THIN);
    const report = await c.pull(URI);
    const thin = report.items?.find((d) => d.code === 'test/beneficiaries');
    assert.ok(thin);
    assert.deepEqual(thin.range, { start: { line: 6, character: 0 }, end: { line: 6, character: 11 } });
    assert.match(String(thin.message), /^Beneficiaries: .*Lacking: how many\.\nWho gains, and how many\?$/);
    assert.equal(thin.codeDescription?.href, 'inclusive-growth:/guidance/beneficiaries.md');
    assert.deepEqual(Object.keys(thin.data as object), ['fingerprint']);
  });

  it('points related information at the very words, behind an emoji of two UTF-16 units', async () => {
    const c = await start();
    await c.open(URI, THIN);
    const { items } = await c.pull(URI);
    const related = items?.find((d) => d.code === 'test/beneficiaries')?.relatedInformation?.[0];
    assert.deepEqual(related?.location.range, { start: { line: 8, character: 11 }, end: { line: 8, character: 23 } });
    assert.equal('We help 🙂 care leavers.'.slice(11, 23), 'care leavers');
  });

  it('says unchanged for the same version and rules, and no longer after a change', async () => {
    const c = await start();
    await c.open(URI, THIN);
    const first = await c.pull(URI);
    assert.deepEqual(await c.pull(URI, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await c.change(URI, 2, GOOD);
    const next = await c.pull(URI, first.resultId);
    assert.equal(next.kind, 'full');
    assert.deepEqual(next.items, []);
  });

  it('says unchanged after an edit that changes nothing of what is found, and keeps the id', async () => {
    const c = await start();
    await c.open(URI, THIN);
    const first = await c.pull(URI);
    assert.equal(first.kind, 'full');
    await write(c, 2, [12, 0], 'And ');
    assert.deepEqual(await c.pull(URI, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await write(c, 3, [8, 3], 'all ');
    const third = await c.pull(URI, first.resultId);
    assert.equal(third.kind, 'full', 'words moved that the finding points at');
    await write(c, 4, [12, 0], 'So ');
    assert.deepEqual(await c.pull(URI, third.resultId), { kind: 'unchanged', resultId: third.resultId });
    assert.equal((await c.pull(URI, first.resultId)).kind, 'full', 'the client has another answer than the last one');
  });

  it('answers in full where a line with a finding was written in, or lines came or went, though the list is the same', async () => {
    const c = await start();
    await c.open(URI, THIN);
    const first = await c.pull(URI);
    await write(c, 2, [6, 3], 'x');
    await write(c, 3, [6, 3], '', [6, 4]);
    const same = await c.pull(URI, first.resultId);
    assert.deepEqual([same.kind, same.items], ['full', first.items]);
    await write(c, 4, [0, 0], '\n');
    await write(c, 5, [0, 0], '', [1, 0]);
    const again = await c.pull(URI, same.resultId);
    assert.deepEqual([again.kind, again.items], ['full', first.items]);
    await c.change(URI, 6, THIN);
    assert.equal((await c.pull(URI, again.resultId)).kind, 'full');
  });

  it('applies incremental changes', async () => {
    const c = await start();
    await c.open(URI, THIN);
    await c.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [
        { range: { start: { line: 8, character: 8 }, end: { line: 8, character: 10 } }, text: '40' },
        {
          range: { start: { line: 8, character: 23 }, end: { line: 8, character: 24 } },
          text: '. The employment rate.',
        },
      ],
    });
    assert.deepEqual((await c.pull(URI)).items, []);
  });

  it('says nothing about a document without a type, and tells why in the status', async () => {
    const c = await start();
    await c.open(URI, '# Business case\n\n## Benefits\n');
    assert.deepEqual((await c.pull(URI)).items, []);
    const status = await c.waitFor(({ statuses }) => statuses.at(-1));
    assert.equal(status.state, 'not-checked');
    assert.deepEqual(status.looksLike, { type: 'business-case', title: 'Business case' });
  });

  it('says where a type is not known', async () => {
    const c = await start();
    await c.open(URI, '---\ndocument-type: busines-case\n---\n\n# A\n');
    const { items } = await c.pull(URI);
    assert.equal(items?.[0]?.code, 'unknown-document-type');
    assert.match(String(items?.[0]?.message), /“busines-case”.*Known: business-case/);
  });

  it('says nothing about ignored and switched-off documents', async () => {
    const c = await start({ settings: { enable: false } });
    await c.open(URI, THIN);
    assert.deepEqual((await c.pull(URI)).items, []);
    await c.configure({ enable: true });
    await c.open('file:///papers/ignored.md', THIN);
    assert.deepEqual((await c.pull('file:///papers/ignored.md')).items, []);
    assert.notEqual((await c.pull(URI)).items?.length, 0);
  });

  it('rejects a pull that was cancelled while packs were loading: never an empty list', async () => {
    let release = () => {};
    host.gate = new Promise((resolve) => {
      release = resolve;
    });
    const c = await start();
    await c.open(URI, THIN);
    const source = new CancellationTokenSource();
    const pulled = c.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } }, source.token);
    source.cancel();
    const failed = assert.rejects(pulled, (error: { code?: number }) => error.code === LSPErrorCodes.RequestCancelled);
    release();
    await failed;
  });

  it('answers other cancelled requests as cancelled too', async () => {
    let release = () => {};
    host.gate = new Promise((resolve) => {
      release = resolve;
    });
    const c = await start();
    await c.open(URI, THIN);
    const source = new CancellationTokenSource();
    const asked = c.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: URI } }, source.token);
    source.cancel();
    const failed = assert.rejects(asked, (error: { code?: number }) => error.code === LSPErrorCodes.RequestCancelled);
    await processed(c);
    release();
    await failed;
  });

  it('answers a pull that waited for the quiet with the newest text', async () => {
    const c = await start({ settings: { delay: 200 } });
    host.slowness = 30;
    await c.open(URI, THIN);
    await c.pull(URI);
    await c.change(URI, 2, GOOD);
    let answered = false;
    const pulled = c.pull(URI).finally(() => {
      answered = true;
    });
    await processed(c);
    assert.equal(answered, false, 'the answer waits for the quiet');
    await c.change(URI, 3, THIN.replace('care leavers', 'local people'));
    await processed(c);
    assert.equal(answered, false, 'a change begins a new quiet');
    host.tick();
    const report = await pulled;
    assert.match(report.resultId ?? '', /^0\.3\./);
  });

  it('pushes to a client without pull, with the version, and empties the list on close', async () => {
    const c = await start({ capabilities: PLAIN });
    assert.equal(c.initialized.capabilities.diagnosticProvider, undefined);
    await c.open(URI, THIN);
    const first = await c.waitFor(({ published }) => published[0]);
    assert.equal(first.version, 1);
    assert.equal(first.diagnostics.length, 2);
    assert.equal(first.diagnostics[0]?.relatedInformation, undefined);
    await c.close(URI);
    const last = await c.waitFor(({ published }) => published[1]);
    assert.deepEqual(last.diagnostics, []);
  });

  it('pushes only the newest of several versions typed within the quiet', async () => {
    const c = await start({ capabilities: PLAIN, settings: { delay: 200 } });
    host.slowness = 30;
    await c.open(URI, THIN);
    await c.waitFor(({ published }) => published[0]);
    for (const version of [2, 3, 4]) await c.change(URI, version, version === 4 ? GOOD : THIN);
    await processed(c);
    assert.equal(c.published.length, 1);
    host.tick();
    const next = await c.waitFor(({ published }) => published[1]);
    assert.equal(next.version, 4);
    assert.deepEqual(next.diagnostics, []);
  });

  it('never publishes a version that the document has left while packs were loading', async () => {
    let release = () => {};
    host.gate = new Promise((resolve) => {
      release = resolve;
    });
    const c = await start({ capabilities: PLAIN });
    await c.open(URI, THIN);
    await c.change(URI, 2, GOOD);
    await c.open('file:///papers/other.md', THIN);
    await processed(c);
    release();
    await c.waitFor(({ published }) => published.find((p) => p.uri.endsWith('other.md')));
    assert.ok(!c.published.some((p) => p.uri === URI && p.version === 1));
  });

  it('shows faults of a pack in its own file, keeps the last good one, and takes the faults back', async () => {
    const c = await start({ folders: ['file:///papers'] });
    await c.open(URI, THIN);
    await c.pull(URI);
    host.ruleSet = CHANGED_RULES;
    host.problems = [
      {
        uri: PACK_URI,
        problem: {
          code: 'bad',
          message: 'broken',
          path: 'pack.yaml',
          line: 3,
          column: 5,
          words: 'oops',
          severity: 'error',
        },
      },
    ];
    await changedOnDisk(c, PACK_URI);
    const shown = await c.waitFor(({ published }) => published.find((p) => p.uri === PACK_URI));
    assert.deepEqual(shown.diagnostics[0]?.range, { start: { line: 2, character: 4 }, end: { line: 2, character: 8 } });
    assert.match(String((await c.pull(URI)).items?.[0]?.message), /^Beneficiaries: /);
    host.problems = [];
    await changedOnDisk(c, PACK_URI);
    await c.waitFor(({ published }) => published.find((p) => p.uri === PACK_URI && p.diagnostics.length === 0));
    await c.waitFor(({ requests }) => requests.filter((r) => r.method === 'workspace/diagnostic/refresh').at(1));
    assert.match(String((await c.pull(URI)).items?.[0]?.message), /^Beneficiaries \(new\): /);
  });

  it('reloads when a pack is edited and not yet saved', async () => {
    const c = await start({ folders: ['file:///papers'] });
    await c.open(URI, THIN);
    await c.pull(URI);
    await c.open(PACK_URI, 'id: x', 'yaml');
    const loads = host.loads;
    await c.change(PACK_URI, 2, 'id: y');
    await c.waitFor(({ requests }) => requests.find((r) => r.method === 'workspace/diagnostic/refresh'));
    assert.equal(host.loads, loads + 1);
  });

  it('loads a configuration that appears', async () => {
    const c = await start({ folders: ['file:///papers'] });
    await c.open(URI, THIN);
    await c.pull(URI);
    const loads = host.loads;
    await changedOnDisk(c, CONFIG_URI);
    await c.waitFor(({ requests }) => requests.find((r) => r.method === 'workspace/diagnostic/refresh'));
    assert.equal(host.loads, loads + 1);
  });

  it('checks unopened documents as a setting, with progress, and leaves them to the editor once opened', async () => {
    host.files.set(URI, THIN).set('file:///papers/notes.md', '# Notes\n');
    const c = await start({ folders: ['file:///papers'], settings: { workspaceDiagnostics: true } });
    const pushed = await c.waitFor(({ published }) => published.find((p) => p.uri === URI));
    assert.equal(pushed.diagnostics.length, 2);
    assert.ok(c.requests.some((r) => r.method === 'window/workDoneProgress/create'));
    assert.ok(!c.published.some((p) => p.uri.endsWith('notes.md')));
    await c.open(URI, THIN);
    await c.waitFor(({ published }) => published.find((p) => p.uri === URI && p.diagnostics.length === 0));
    assert.equal((await c.pull(URI)).items?.length, 2);
  });

  it('stops a workspace check when its progress is cancelled', async () => {
    for (let at = 0; at < 200; at++) host.files.set(`file:///papers/${at}.md`, THIN);
    const c = await start({ folders: ['file:///papers'] });
    const running = c.connection.sendRequest<{ cancelled: boolean; checked: number }>('workspace/executeCommand', {
      command: 'inclusiveGrowth.server.checkWorkspace',
    });
    const created = await c.waitFor(({ requests }) =>
      requests.find((r) => r.method === 'window/workDoneProgress/create'),
    );
    await c.connection.sendNotification('window/workDoneProgress/cancel', {
      token: (created.params as { token: string }).token,
    });
    const result = await running;
    assert.equal(result.cancelled, true);
    assert.ok(result.checked < 200);
  });

  it('asks a slow client once, waits for it, and answers for the text as it is then', async () => {
    let answer = () => {};
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const c = await start({ slow });
    await c.open(URI, THIN);
    const pulled = c.pull(URI);
    await c.change(URI, 2, GOOD);
    await processed(c);
    answer();
    const settled = await pulled.then(
      ({ resultId = '' }) => resultId,
      (error: { code?: number }) => error.code,
    );
    assert.ok(settled === LSPErrorCodes.ServerCancelled || /^0\.2\./.test(String(settled)), String(settled));
    assert.deepEqual((await c.pull(URI)).items, []);
  });

  it('says nothing of a version as unchanged that belongs to another opening of the document', async () => {
    const c = await start();
    await c.open(URI, THIN);
    const first = await c.pull(URI);
    await c.close(URI);
    await c.open(URI, GOOD);
    const second = await c.pull(URI, first.resultId);
    assert.deepEqual([second.kind, second.items], ['full', []]);
  });

  it('uses the rules of the innermost folder that holds a document', async () => {
    const asked: string[] = [];
    const { loadFolder } = host;
    host.loadFolder = (folder, options) => {
      asked.push(folder);
      return loadFolder(folder, options);
    };
    const c = await start({ folders: ['file:///papers', 'file:///papers/inner'] });
    await c.open('file:///papers/inner/a.md', THIN);
    await c.pull('file:///papers/inner/a.md');
    await c.open('file:///else/b.md', THIN);
    await c.pull('file:///else/b.md');
    assert.deepEqual([...new Set(asked)].sort(), ['file:///else', 'file:///papers', 'file:///papers/inner']);
  });

  it('logs an exception without a word of the document, and goes on', async () => {
    const c = await start();
    await c.open(URI, THIN);
    await c.pull(URI);
    const today = host.today;
    host.today = () => {
      throw new Error('care leavers');
    };
    await assert.rejects(c.pull(URI), /log of the language server/);
    const logged = await c.waitFor((client) => client.logged.find((line) => line.includes('diagnostics failed')));
    assert.ok(!logged.includes('care leavers'));
    host.today = today;
    assert.equal((await c.pull(URI)).items?.length, 2);
  });

  it('caps the list and says how many more there are', async () => {
    const c = await start({ settings: { maxDiagnostics: 1 } });
    await c.open(URI, THIN);
    const { items } = await c.pull(URI);
    assert.equal(items?.length, 2);
    assert.match(String(items?.[1]?.message), /^1 more finding is not shown/);
  });

  it('offers outline and folding to editors other than VS Code only', async () => {
    const c = await start({ name: 'Visual Studio Code', capabilities: FULL });
    assert.equal(c.initialized.capabilities.documentSymbolProvider, undefined);
    await c.stop();
    const other = await start({ name: 'Neovim' });
    assert.ok(other.initialized.capabilities.documentSymbolProvider);
  });
});

function changedOnDisk(client: TestClient, uri: string): Promise<void> {
  return client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
}

/** Resolves when the server has taken in every message before. */
async function processed(client: TestClient): Promise<void> {
  await client.connection.sendRequest('workspace/executeCommand', {
    command: 'inclusiveGrowth.server.removeAnsweredPrompts',
  });
}
