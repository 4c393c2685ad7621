import { strict as assert } from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic, DocumentLink, Hover, MarkupContent } from 'vscode-languageserver/node';
import { createNodeServerHost } from '../../server/src/node/nodeServerHost';
import type { Page, SectionExplanation } from '../../server/src/protocol/protocol';
import { buildPackOf, HOSTILE, PAPER } from '../support/hostilePack';
import { assertPlainMarkdown } from '../support/markup';
import { withFolder } from '../support/withFolder';
import type { TestClient } from './support/testClient';
import { FULL, startClient } from './support/testClient';

const SOURCE = 'https://example.org/page';

/** Runs a test with the paper and the pack open, whose every text is hostile. */
function withPaper(
  test: (client: TestClient, uriOf: (path: string) => string) => Promise<void>,
  source = SOURCE,
): Promise<void> {
  return withFolder(async (folder) => {
    const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
    const text = (buildPackOf(HOSTILE)['shown/pack.yaml'] ?? '').replace(SOURCE, source);
    mkdirSync(join(folder, 'shown'));
    writeFileSync(join(folder, 'shown/pack.yaml'), text);
    writeFileSync(join(folder, '.inclusive-growth.yaml'), 'packs: [shown]\n');
    const host = createNodeServerHost({ rulesFolder: resolve('rules') });
    const client = await startClient(host, { folders: [pathToFileURL(folder).href] });
    try {
      await client.open(uriOf('paper.md'), PAPER);
      await client.open(uriOf('shown/pack.yaml'), text, 'yaml');
      await test(client, uriOf);
    } finally {
      await client.stop();
    }
  });
}

/** The hover at each word of a text, where there is one. */
async function hoverAll(client: TestClient, uri: string, text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [line, words] of text.split('\n').entries()) {
    for (const { index } of words.matchAll(/[\w-]+/g)) {
      const params = { textDocument: { uri }, position: { line, character: index } };
      const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', params);
      if (hover) found.push((hover.contents as MarkupContent).value);
    }
  }
  return [...new Set(found)];
}

const PACK = buildPackOf(HOSTILE)['shown/pack.yaml'] ?? '';

describe('a pack of hostile words in an editor', () => {
  it('is plain words in hovers over a document', () =>
    withPaper(async (client, uriOf) => {
      const hovers = await hoverAll(client, uriOf('paper.md'), PAPER);
      assert.ok(hovers.length >= 4 && hovers.every((text) => text.includes('alert(1)')), hovers.join('\n'));
      for (const hover of hovers) assertPlainMarkdown(hover);
    }));

  it('is plain words in hovers over the pack', () =>
    withPaper(async (client, uriOf) => {
      const keys = PACK.split('\n').map((line) => line.replace(/: .*/, ''));
      const hovers = await hoverAll(client, uriOf('shown/pack.yaml'), keys.join('\n'));
      assert.ok(hovers.some((text) => text.includes('alert(1)')));
      for (const hover of hovers) assertPlainMarkdown(hover);
    }));

  it('is plain words on the pages that are shown beside a document, whose only links are the sources', () =>
    withPaper(async (client, uriOf) => {
      const uri = uriOf('paper.md');
      const page = (method: string, params: object) => client.connection.sendRequest<Page>(method, params);
      const pages = [
        await page('inclusiveGrowth/guidance', { uri, consideration: 'people' }),
        await page('inclusiveGrowth/guidance', { uri, ruleId: 'shown/sections' }),
        await page('inclusiveGrowth/runExamples', { uri: uriOf('shown/pack.yaml'), ruleId: 'shown/people' }),
      ];
      const { markdown } = await client.connection.sendRequest<SectionExplanation>('inclusiveGrowth/explainSection', {
        uri,
        position: { line: 7, character: 0 },
      });
      for (const text of [...pages.map((shown) => shown.text), markdown]) {
        assert.ok(text.includes('alert(1)'), text);
        assertPlainMarkdown(text, [SOURCE]);
      }
    }));

  it('can open nothing but addresses of the web', () =>
    withPaper(async (client, uriOf) => {
      const packUri = uriOf('shown/pack.yaml');
      const links = await client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', {
        textDocument: { uri: packUri },
      });
      const guidance = { uri: uriOf('paper.md'), consideration: 'people' };
      const { text } = await client.connection.sendRequest<Page>('inclusiveGrowth/guidance', guidance);
      const { items = [] } = await client.pull(uriOf('paper.md'));
      const targets = [...links.map(({ target }) => target), ...items.map((item) => item.codeDescription?.href)];
      assert.doesNotMatch(JSON.stringify(targets), /evil/);
      assertPlainMarkdown(text);
    }, 'command:evil'));

  it('links a finding to no command where the client shows no pages', () =>
    withFolder(async (folder) => {
      const text = (buildPackOf(HOSTILE)['shown/pack.yaml'] ?? '').replace(SOURCE, 'command:evil');
      mkdirSync(join(folder, 'shown'));
      writeFileSync(join(folder, 'shown/pack.yaml'), text);
      writeFileSync(join(folder, '.inclusive-growth.yaml'), 'packs: [shown]\n');
      const { workspace: { textDocumentContent: _pages, ...workspace } = {}, ...rest } = FULL as typeof FULL & {
        workspace: { textDocumentContent?: object };
      };
      const client = await startClient(createNodeServerHost({ rulesFolder: resolve('rules') }), {
        folders: [pathToFileURL(folder).href],
        capabilities: { ...rest, workspace },
      });
      const uri = pathToFileURL(join(folder, 'paper.md')).href;
      await client.open(uri, PAPER);
      const { items = [] } = await client.pull(uri);
      await client.stop();
      assert.ok(items.length > 0);
      assert.deepEqual(
        items.map((item: Diagnostic) => item.codeDescription),
        items.map(() => undefined),
      );
    }));

  it('inserts no variables of the editor with a prompt', () =>
    withPaper(async (client, uriOf) => {
      const uri = uriOf('paper.md');
      const { items = [] } = await client.pull(uri);
      const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: { line: 7, character: 0 }, end: { line: 12, character: 0 } },
        context: { diagnostics: items },
      });
      const resolved = await Promise.all(
        actions.map((action) => client.connection.sendRequest<CodeAction>('codeAction/resolve', action)),
      );
      const snippets = [
        ...JSON.stringify(resolved).matchAll(/"snippet":\{"kind":"snippet","value":("(?:[^"\\]|\\.)*")/g),
      ];
      const values = snippets.map(([, value]) => JSON.parse(value ?? '""') as string);
      assert.ok(
        values.some((value) => value.includes('CLIPBOARD')),
        JSON.stringify(resolved).slice(0, 2000),
      );
      for (const value of values) assert.doesNotMatch(value, /(?<!\\)\$CLIPBOARD/);
    }));
});
