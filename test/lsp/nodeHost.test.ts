import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createNodeServerHost } from '../../server/src/node/nodeServerHost';
import { startClient } from './support/testClient';

const BODY = '# Tram stop\n\n## Benefits\n\nIt will help local people.\n';
const CONFIG =
  'documents:\n  - { path: "cases/*.md", type: business-case, stage: OBC }\nseverities:\n  inclusive-growth/beneficiaries: error\nignore: ["cases/old.md"]\n';

describe('createNodeServerHost', () => {
  const host = createNodeServerHost({ rulesFolder: resolve('rules') });
  let folder = '';
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const noOverlay = { overlay: () => undefined };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'growth (é) '));
    mkdirSync(join(folder, 'cases'));
    writeFileSync(join(folder, 'cases', 'tram.md'), BODY);
    writeFileSync(join(folder, 'cases', 'old.md'), BODY);
    writeFileSync(join(folder, '.inclusive-growth.yaml'), CONFIG);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('maps documents, severities and ignored files as the configuration says', async () => {
    const loaded = await host.loadFolder(pathToFileURL(folder).href, noOverlay);
    assert.deepEqual(loaded.problems, []);
    const { type, stage, ignored, severities } = loaded.resolve(uriOf('cases/tram.md'));
    assert.deepEqual([type, stage, ignored], ['business-case', 'OBC', false]);
    assert.equal(severities['inclusive-growth/beneficiaries'], 'error');
    assert.equal(loaded.resolve(uriOf('cases/old.md')).ignored, true);
    assert.equal(loaded.resolve(uriOf('notes.md')).type, undefined);
    assert.deepEqual(await host.findDocuments(pathToFileURL(folder).href), [uriOf('cases/tram.md')]);
  });

  it('places faults in the configuration’s own file, also before it is saved, and however its address is written', async () => {
    const text = CONFIG.replace('type: business-case', 'type: busines-case');
    const written = uriOf('.inclusive-growth.yaml').replace('(', '%28').replace(')', '%29');
    const loaded = await host.loadFolder(pathToFileURL(folder).href, {
      overlay: (key) => (key === host.keyOf(written) ? text : undefined),
    });
    assert.equal(loaded.problems.length, 1);
    assert.equal(host.keyOf(loaded.problems[0]?.uri ?? ''), host.keyOf(written));
    assert.equal(loaded.problems[0]?.problem.line, 2);
    assert.ok(loaded.sources.includes(host.keyOf(written)));
  });

  it('serves a document that has no front matter and is mapped', async () => {
    const client = await startClient(host, { folders: [pathToFileURL(folder).href] });
    await client.open(uriOf('cases/tram.md'), BODY);
    const { items } = await client.pull(uriOf('cases/tram.md'));
    assert.equal(items?.find((item) => item.code === 'inclusive-growth/beneficiaries')?.severity, 1);
    await client.stop();
  });
});

describe('a question asked and answered, with the packs that ship', () => {
  it('goes from finding to prompt to answer to nothing open', async () => {
    const uri = 'file:///nowhere/case.md';
    const text = `---\ndocument-type: business-case\nstage: OBC\n---\n\n${BODY}`;
    const client = await startClient(createNodeServerHost({ rulesFolder: resolve('rules') }));
    await client.open(uri, text);
    const isOpen = async () =>
      (await client.pull(uri)).items?.some((item) => item.code === 'inclusive-growth/beneficiaries') ?? false;
    assert.ok(await isOpen());
    const { items } = await client.pull(uri);
    const range = { start: { line: 7, character: 0 }, end: { line: 7, character: 0 } };
    type Action = {
      title: string;
      edit?: { documentChanges: { edits: { range: typeof range; snippet: { value: string } }[] }[] };
    };
    const actions = await client.connection.sendRequest<Action[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: items },
    });
    const insert = actions.find(
      (action) =>
        /: insert the question and a skeleton$/.test(action.title) && action.title.startsWith('Beneficiaries'),
    );
    assert.ok(insert, actions.map((action) => action.title).join('\n'));
    const { edit } = await client.connection.sendRequest<Action>('codeAction/resolve', insert);
    const snippet = edit?.documentChanges[0]?.edits[0];
    assert.ok(snippet);
    const lines = text.split('\n');
    const offset = lines.slice(0, snippet.range.start.line).join('\n').length + 1 + snippet.range.start.character;
    const put = (words: string) => text.slice(0, offset) + words + text.slice(offset);
    const untouched = snippet.snippet.value.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace('$0', '');
    await client.change(uri, 2, put(untouched));
    assert.ok(await isOpen(), 'a skeleton by itself answers nothing');
    const comment = /^[\s\S]*?-->\n/.exec(untouched)?.[0] ?? '';
    const answer =
      'At least 40 care leavers from Walsall start a job, recruited through a six-week course at the college.';
    await client.change(uri, 3, put(`${comment}${answer}`));
    assert.equal(await isOpen(), false);
    await client.stop();
  });
});
