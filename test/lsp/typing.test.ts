import { strict as assert } from 'node:assert';
import type { TestClient } from './support/testClient';
import { PLAIN, startClient } from './support/testClient';
import type { TestHost } from './support/testHost';
import { createTestHost } from './support/testHost';
import { TEST_RULES } from './support/testRules';

const URI = 'file:///papers/case.md';
const HEAD = '---\ndocument-type: business-case\n---\n\n# Case\n';
const SECTION = '\n## Benefits\n\nWe help care leavers.\n';
const THIN = `${HEAD}${SECTION}`;
/** Long enough for many steps. */
const LONG = `${HEAD}${SECTION.repeat(40)}`;

/** One key press: `text` written at a place. */
const type = (client: TestClient, version: number, line: number, character: number, text: string) =>
  client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: URI, version },
    contentChanges: [{ range: { start: { line, character }, end: { line, character } }, text }],
  });
const hover = (client: TestClient, line: number, character: number) =>
  client.connection.sendRequest<{ contents: { value: string } | string; range?: unknown } | null>(
    'textDocument/hover',
    { textDocument: { uri: URI }, position: { line, character } },
  );

describe('typing', () => {
  let host: TestHost;
  let client: TestClient | undefined;
  beforeEach(() => {
    host = createTestHost(TEST_RULES);
  });
  afterEach(async () => {
    host.slowness = 0;
    await client?.stop();
    client = undefined;
  });
  const start = async (options: Parameters<typeof startClient>[1] = {}) => {
    client = await startClient(host, options);
    return client;
  };

  it('is followed at once where the work is short, whatever the delay', async () => {
    const c = await start({ capabilities: PLAIN, settings: { delay: 5000 } });
    await c.open(URI, THIN);
    await c.waitFor(({ published }) => published.at(-1));
    await type(c, 2, 8, 8, '40 ');
    const next = await c.waitFor(({ published }) => published.find((p) => p.version === 2));
    assert.ok(next.diagnostics.length < (c.published[0]?.diagnostics.length ?? 0));
    assert.equal(host.timers, 0);
  });

  it('gives what a first reading of the same text gives, after edits at the start, in the middle and at the end', async () => {
    const c = await start();
    await c.open(URI, LONG);
    await c.pull(URI);
    let text = LONG.split('\n');
    const edits = [
      [8, 8, '40 '],
      [6, 12, ' and more'],
      [88, 0, '| a | b |\n| - | - |\n'],
      [20, 0, '```\n'],
      [20, 0, '> '],
      [160, 0, '```\n'],
      [0, 0, '\n'],
    ] as const;
    for (const [at, [line, character, added]] of edits.entries()) {
      await type(c, at + 2, line, character, added);
      const own = text[line] ?? '';
      text = [...text.slice(0, line), own.slice(0, character) + added + own.slice(character), ...text.slice(line + 1)];
      text = text.join('\n').split('\n');
      const { items = [] } = await c.pull(URI);
      const other = `file:///papers/other-${at}.md`;
      await c.open(other, text.join('\n'));
      const { items: fresh = [] } = await c.pull(other);
      const plain = (list: typeof items) =>
        list.map(({ range, message, code, severity }) => ({ range, message, code, severity }));
      assert.deepEqual(plain(items), plain(fresh), `after edit ${at + 1}`);
    }
  });

  it('answers a request that comes in during a slice before the next but one', async () => {
    const c = await start();
    host.slowness = 11;
    await c.open(URI, LONG);
    let isOpened = false;
    const opened = c.pull(URI).then(() => {
      isOpened = true;
    });
    const looks: number[] = [];
    while (!isOpened) {
      const before = host.looks;
      // Unknown to the server, which says so as soon as it looks at its messages.
      await assert.rejects(c.connection.sendRequest('test/nothing'));
      looks.push(host.looks - before);
    }
    assert.ok(looks.length > 20, `the paper was read in many slices: ${looks}`);
    // Every slice looks at the clock when it begins and when it has taken its step.
    assert.ok(Math.max(...looks) <= 5, `looks at the clock while a request waited: ${looks}`);
    host.slowness = 0;
    await opened;
  });

  it('replays many edits at once, several in one message, and a text that is sent whole', async () => {
    const c = await start();
    await c.open(URI, THIN);
    await c.pull(URI);
    for (let version = 2; version < 300; version++) await type(c, version, 8, 8, 'x');
    await c.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: 300 },
      contentChanges: [
        { text: THIN },
        { range: { start: { line: 8, character: 8 }, end: { line: 8, character: 8 } }, text: '40 ' },
      ],
    });
    const { items: changed } = await c.pull(URI);
    await c.open('file:///papers/other.md', THIN.replace('help care', 'help 40 care'));
    const { items: fresh } = await c.pull('file:///papers/other.md');
    assert.deepEqual(
      changed?.map((d) => d.message),
      fresh?.map((d) => d.message),
    );
  });

  it('lets a newer version call off the work on an older one', async () => {
    const c = await start({ capabilities: PLAIN, settings: { delay: 0 } });
    host.slowness = 30;
    const whole = await countLooks(c, LONG);
    const before = host.looks;
    await c.open(URI, LONG);
    await type(c, 2, 8, 8, '40 ');
    await c.waitFor(({ published }) => published.find((p) => p.uri === URI && p.version === 2));
    assert.deepEqual(
      c.published.filter((p) => p.uri === URI).map((p) => p.version),
      [2],
    );
    assert.ok(host.looks - before < 1.5 * whole, `${host.looks - before} steps, and ${whole} for one reading`);
  });

  it('drops the work on a document that is closed', async () => {
    const c = await start({ capabilities: PLAIN, settings: { delay: 0 } });
    host.slowness = 30;
    const whole = await countLooks(c, LONG);
    const before = host.looks;
    await c.open(URI, LONG);
    while (host.looks < before + 3) await new Promise((resolve) => setImmediate(resolve));
    await c.close(URI);
    await c.open('file:///papers/other.md', THIN);
    await c.waitFor(({ published }) => published.find((p) => p.uri.endsWith('other.md')));
    assert.ok(c.published.every((p) => p.uri !== URI || p.diagnostics.length === 0));
    // Had the work gone on, it would have had the time to end.
    for (let turn = 0; turn < 2 * whole; turn++) await new Promise((resolve) => setImmediate(resolve));
    assert.ok(host.looks - before < whole / 2, `${host.looks - before} steps, and ${whole} for one reading`);
  });

  /** How often the clock is looked at while a text is read and judged as a whole. */
  async function countLooks(c: TestClient, text: string): Promise<number> {
    const before = host.looks;
    await c.open('file:///papers/whole.md', text);
    await c.waitFor(({ published }) => published.find((p) => p.uri.endsWith('whole.md')));
    return host.looks - before;
  }

  it('answers a hover from the text before while a long text is read again, and completion with a promise', async () => {
    const c = await start({ settings: { delay: 0 } });
    await c.open(URI, LONG);
    await c.pull(URI);
    // From now on every step takes a slice of its own; no timer but those of the test fires.
    host.slowness = 30;
    const whole = await whileReading(c, () => hover(c, 7, 5));
    assert.match(JSON.stringify(whole), /Benefits|Beneficiaries/);
    assert.equal(whole?.range, undefined);
    const completion = await whileReading(c, () =>
      c.connection.sendRequest('textDocument/completion', {
        textDocument: { uri: URI },
        position: { line: 8, character: 3 },
      }),
    );
    assert.deepEqual(completion, { isIncomplete: true, items: [] });
  });

  /** Types a line at the start, asks, and lets the time go by for which the answer is waited for. */
  async function whileReading<T>(c: TestClient, ask: () => Promise<T>): Promise<T> {
    version++;
    await type(c, version, 5, 0, '\n');
    const before = host.timers;
    const asked = ask();
    while (host.timers === before) await new Promise((resolve) => setImmediate(resolve));
    host.tick();
    return asked;
  }
  let version = 1;

  it('sends at most so many diagnostics, and says in words how many more there are', async () => {
    const c = await start({ settings: { maxDiagnostics: 3 } });
    await c.open(URI, LONG);
    const { items = [] } = await c.pull(URI);
    assert.equal(items.length, 4);
    assert.match(String(items.at(-1)?.message), /^\d+ more findings are not shown here\./);
  });
});
