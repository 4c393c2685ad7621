import { strict as assert } from 'node:assert';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  MarkupContent,
  SnippetTextEdit,
  TextDocumentEdit,
} from 'vscode-languageserver/node';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import type { Coverage, OpenQuestion, SectionExplanation } from '../../server/src/protocol/protocol';
import type { TestClient } from './support/testClient';
import { FULL, PLAIN, startClient } from './support/testClient';
import type { TestHost } from './support/testHost';
import { createTestHost, PACK_URI } from './support/testHost';
import { TEST_RULES } from './support/testRules';

const URI = 'file:///papers/case.md';
const CASE =
  '---\ndocument-type: business-case\n---\n\n# Case\n\n## Benefits\n\nWe help 🙂 care leavers.\n\n## Monitoring\n\nThe employment rate.\n';

describe('features', () => {
  let host: TestHost;
  let client: TestClient | undefined;
  beforeEach(() => {
    host = createTestHost(TEST_RULES);
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });
  const open = async (text = CASE, options: Parameters<typeof startClient>[1] = {}) => {
    client = await startClient(host, options);
    await client.open(URI, text);
    return client;
  };
  const actionsAt = (c: TestClient, line: number, diagnostics: readonly Diagnostic[] = [], context: object = {}) =>
    c.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: { start: { line, character: 0 }, end: { line, character: 0 } },
      context: { diagnostics, ...context },
    });
  const at = (line: number, character: number) => ({ textDocument: { uri: URI }, position: { line, character } });

  describe('code actions', () => {
    it('offers titles first and builds the edit when one is chosen: versioned, with tab stops', async () => {
      const c = await open();
      const { items } = await c.pull(URI);
      const actions = await actionsAt(c, 6, items);
      assert.ok(actions.every((action) => action.edit === undefined && action.data !== undefined));
      const how = actions.find((action) => action.title === 'Beneficiaries: ask “How many” here');
      assert.ok(how?.isPreferred);
      assert.equal(how.diagnostics?.[0]?.code, 'test/beneficiaries');
      const resolved = await c.connection.sendRequest<CodeAction>('codeAction/resolve', how);
      const change = resolved.edit?.documentChanges?.[0] as TextDocumentEdit;
      assert.deepEqual(change.textDocument, { uri: URI, version: 1 });
      const edit = change.edits[0] as SnippetTextEdit;
      assert.deepEqual(edit.range, { start: { line: 8, character: 24 }, end: { line: 8, character: 24 } });
      assert.match(edit.snippet.value, /prompt beneficiaries\/how-many\n[\s\S]*\$\{1:\[number\]\}/);
    });

    it('refuses to build for a version that the document has left', async () => {
      const c = await open();
      const [action] = await actionsAt(c, 6);
      await c.change(URI, 2, `${CASE}\nMore.\n`);
      await assert.rejects(
        c.connection.sendRequest('codeAction/resolve', action),
        (error: { code?: number }) => error.code === LSPErrorCodes.ContentModified,
      );
    });

    it('gives plain versioned edits to a client without snippets', async () => {
      const workspaceEdit = { documentChanges: true };
      const c = await open(CASE, { capabilities: { ...FULL, workspace: { ...FULL.workspace, workspaceEdit } } });
      const [action] = await actionsAt(c, 6);
      const resolved = await c.connection.sendRequest<CodeAction>('codeAction/resolve', action);
      const change = resolved.edit?.documentChanges?.[0] as TextDocumentEdit;
      assert.ok(change.edits.every((edit) => 'newText' in edit && !/\$\{\d/.test(edit.newText)));
      assert.equal(change.textDocument.version, 1);
    });

    it('gives whole edits at once, without versions, to a client that can neither resolve nor keep versions', async () => {
      const c = await open(CASE, { capabilities: PLAIN });
      const actions = await actionsAt(c, 6);
      assert.ok(actions.length > 0);
      assert.ok(actions.every((action) => action.edit?.changes?.[URI]?.length));
    });

    it('keeps to the line of an unasked light bulb, and to the kinds asked for', async () => {
      const c = await open();
      assert.deepEqual(await actionsAt(c, 8, [], { triggerKind: 2 }), []);
      assert.ok((await actionsAt(c, 8, [], { triggerKind: 1 })).length > 0);
      assert.deepEqual(await actionsAt(c, 6, [], { only: ['source.organizeImports'] }), []);
    });

    it('fixes all on request only', async () => {
      const c = await open(CASE.replace('## Monitoring', '##Monitoring'));
      assert.ok(!(await actionsAt(c, 6)).some((action) => action.kind?.startsWith('source.fixAll')));
      const [fixAll] = await actionsAt(c, 0, [], { only: ['source.fixAll'] });
      assert.equal(fixAll?.kind, 'source.fixAll.inclusiveGrowth');
    });

    it('lists the kinds that an unrecognised heading may be of when refactorings are asked for, and not before', async () => {
      const c = await open();
      assert.ok(!(await actionsAt(c, 4)).some((action) => action.kind?.startsWith('refactor')));
      const titles = (await actionsAt(c, 4, [], { only: ['refactor'] })).map((action) => action.title);
      assert.deepEqual(titles, ['Say that this section is “Summary”', 'Say that this section is “Costs”']);
    });

    it('offers a heading to be made real, a section to be added, and a waiver', async () => {
      const text =
        'The college pays for the course, and the council for the rooms in which it is held each week of the year.';
      const c = await open(`${CASE.slice(0, CASE.indexOf('## Monitoring'))}**Costs**\n\n${text}\n`);
      const titles = (await Promise.all([6, 10].map((line) => actionsAt(c, line))))
        .flat()
        .map((action) => action.title);
      assert.ok(titles.includes('Make “Costs” a real heading'), titles.join('\n'));
      assert.ok(titles.includes('Insert the section “Monitoring”'), titles.join('\n'));
      assert.ok(titles.includes('Beneficiaries: say why it does not apply to this section'), titles.join('\n'));
      assert.ok(titles.includes('Beneficiaries: insert a table of who benefits'), titles.join('\n'));
    });
  });

  describe('commands', () => {
    it('inserts the prompts for a section through the client', async () => {
      const c = await open();
      const done = await c.connection.sendRequest('workspace/executeCommand', {
        command: 'inclusiveGrowth.server.insertPrompts',
        arguments: [URI, 6],
      });
      assert.equal(done, true);
      const applied = c.requests.find((r) => r.method === 'workspace/applyEdit')?.params as {
        edit: { documentChanges: TextDocumentEdit[] };
      };
      assert.equal(applied.edit.documentChanges[0]?.textDocument.version, 1);
    });

    it('says in the front matter what a document is', async () => {
      const c = await open('# Business case\n');
      const args = [URI, 'business-case', 'OBC'];
      assert.equal(
        await c.connection.sendRequest('workspace/executeCommand', {
          command: 'inclusiveGrowth.server.setDocumentType',
          arguments: args,
        }),
        true,
      );
      const applied = c.requests.find((r) => r.method === 'workspace/applyEdit')?.params as {
        edit: { documentChanges: TextDocumentEdit[] };
      };
      const edit = applied.edit.documentChanges[0]?.edits[0];
      assert.equal(edit && 'newText' in edit && edit.newText, '---\ndocument-type: business-case\nstage: OBC\n---\n\n');
    });

    it('does nothing with arguments that make no sense', async () => {
      const c = await open();
      const bad = [[], ['file:///other.md', 3], [URI], [URI, 'x']];
      for (const args of bad) {
        assert.equal(
          await c.connection.sendRequest('workspace/executeCommand', {
            command: 'inclusiveGrowth.server.insertPrompts',
            arguments: args,
          }),
          false,
        );
      }
    });
  });

  describe('hover', () => {
    it('tells on a heading what it is taken for, each state, and the words found', async () => {
      const c = await open();
      const found = await c.connection.sendRequest<Hover>('textDocument/hover', at(6, 4));
      const { value } = found.contents as MarkupContent;
      assert.match(value, /taken for “Benefits”, in a Business case \(Outline business case\)/);
      assert.match(value, /\*\*Beneficiaries\*\*: thin, lacking how many/);
      assert.match(value, /who: “care leavers” \(line 9\)/);
      assert.match(value, /\*\*Measures\*\*: missing/);
    });

    it('tells on words what they count for, behind an emoji', async () => {
      const c = await open();
      const found = await c.connection.sendRequest<Hover>('textDocument/hover', at(8, 12));
      assert.match(
        (found.contents as MarkupContent).value,
        /\*\*Beneficiaries\*\*: this shows “Who”\. Still lacking here: How many/i,
      );
      assert.deepEqual(found.range, { start: { line: 8, character: 11 }, end: { line: 8, character: 23 } });
      assert.equal(await c.connection.sendRequest('textDocument/hover', at(8, 2)), null);
    });

    it('is plain text for a client that knows no Markdown', async () => {
      const c = await open(CASE, { capabilities: PLAIN });
      const found = await c.connection.sendRequest<Hover>('textDocument/hover', at(6, 4));
      assert.equal((found.contents as MarkupContent).kind, 'plaintext');
      assert.doesNotMatch((found.contents as MarkupContent).value, /\*\*/);
    });
  });

  describe('completion', () => {
    const labels = async (text: string, line: number, character: number) => {
      const c = await open(text);
      const items = await c.connection.sendRequest<CompletionItem[]>('textDocument/completion', at(line, character));
      return items.map((item) => item.label);
    };

    it('knows types and stages in front matter, and keys that are not there', async () => {
      assert.deepEqual(await labels('---\ndocument-type: \n---\n# A\n', 1, 15), ['business-case']);
      await client?.stop();
      assert.deepEqual(await labels('---\ndocument-type: business-case\nstage: \n---\n# A\n', 2, 7), ['SOC', 'OBC']);
      await client?.stop();
      assert.deepEqual(await labels('---\ndocument-type: business-case\nst\n---\n# A\n', 2, 2), ['stage', 'title']);
    });

    it('offers groups in a cell under “Group”, and nothing in running text', async () => {
      const text = `${CASE}\n| Group | Number |\n| --- | --- |\n|  |  |\n`;
      assert.deepEqual(await labels(text, 16, 2), ['care leavers', 'carers']);
      await client?.stop();
      assert.deepEqual(await labels(text, 8, 5), []);
    });

    it('offers metrics with their unit over the slot of a prompt', async () => {
      const text = CASE.replace(
        'The employment rate.',
        '<!-- inclusive-growth: prompt measures/indicator\nWhich indicator? -->\nWe measure [indicator].',
      );
      const c = await open(text);
      const [item] = await c.connection.sendRequest<CompletionItem[]>('textDocument/completion', at(14, 13));
      assert.equal(item?.label, 'employment rate');
      assert.deepEqual(item.textEdit, {
        range: { start: { line: 14, character: 11 }, end: { line: 14, character: 22 } },
        newText: 'employment rate (%)',
      });
      assert.match(String(item.documentation), /Source: Annual survey/);
    });

    it('names considerations in a waiver', async () => {
      assert.deepEqual(await labels(`${CASE}\n<!-- inclusive-growth: waive  -->\n`, 14, 29), [
        'beneficiaries',
        'measures',
      ]);
    });
  });

  it('shows code lenses as a setting, in words', async () => {
    const c = await open(CASE, { settings: { codeLens: true } });
    const lenses = await c.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: URI } });
    assert.deepEqual(
      lenses.map((lens) => lens.command?.title),
      ['Beneficiaries thin (lacks how many) · Measures missing', '1 dealt with'],
    );
    await c.configure({ codeLens: false });
    assert.deepEqual(await c.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: URI } }), []);
  });

  it('links waivers to guidance, and sources of packs to their pages', async () => {
    const c = await open(`${CASE}\n<!-- inclusive-growth: waive measures because "x" -->\n`);
    const [link] = await c.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: URI },
    });
    assert.equal(link?.target, 'inclusive-growth:/guidance/measures.md');
    const page = await c.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', {
      uri: link.target,
    });
    assert.match(page.text, /^# Measures\n/);
    await c.open(PACK_URI, 'considerations:\n  a:\n    source: [S1, ours]\n', 'yaml');
    const [source] = await c.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: PACK_URI },
    });
    assert.equal(source?.target, 'https://example.org/page');
    assert.deepEqual(source.range, { start: { line: 2, character: 13 }, end: { line: 2, character: 15 } });
  });

  it('gives an outline and folds', async () => {
    const c = await open();
    const [top] = await c.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: URI },
    });
    assert.equal(top?.name, 'Case');
    assert.deepEqual(
      top.children?.map((child) => child.name),
      ['Benefits', 'Monitoring'],
    );
    const folds = await c.connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', {
      textDocument: { uri: URI },
    });
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 2],
        [4, 12],
        [6, 8],
        [10, 12],
      ],
    );
  });

  it('answers its own messages: coverage, questions, explanation, guidance, templates, kinds', async () => {
    const c = await open();
    const coverage = await c.connection.sendRequest<Coverage>('inclusiveGrowth/coverage', { uri: URI });
    const benefits = coverage.sections.find((s) => s.heading === 'Benefits');
    assert.deepEqual(
      benefits?.cells.map((cell) => [cell.state, cell.words]),
      [
        ['thin', 'thin, lacking how many'],
        ['missing', 'missing'],
      ],
    );
    const questions = await c.connection.sendRequest<OpenQuestion[]>('inclusiveGrowth/questions', { uri: URI });
    assert.deepEqual(
      questions.map((q) => q.ruleId),
      ['test/beneficiaries', 'test/measures'],
    );
    const explained = await c.connection.sendRequest<SectionExplanation>('inclusiveGrowth/explainSection', {
      uri: URI,
      position: { line: 4, character: 0 },
    });
    assert.match(explained.markdown, /Nothing is asked here: its heading is not recognised/);
    const guidance = await c.connection.sendRequest<{ text: string }>('inclusiveGrowth/guidance', {
      uri: URI,
      ruleId: 'test/beneficiaries',
    });
    assert.match(guidance.text, /Name the group and count it/);
    assert.deepEqual(await c.connection.sendRequest('inclusiveGrowth/templates', {}), [
      { id: 'case', title: 'A case', documentType: 'business-case', documentTypeTitle: 'Business case' },
    ]);
    const template = await c.connection.sendRequest<{ text: string }>('inclusiveGrowth/template', { id: 'case' });
    assert.match(template.text, /prompt beneficiaries\n/);
    const kinds = await c.connection.sendRequest<{ id: string }[]>('inclusiveGrowth/sectionKinds', {
      uri: URI,
      position: { line: 4, character: 0 },
    });
    assert.deepEqual(
      kinds.map((kind) => kind.id),
      ['summary', 'costs'],
    );
  });
});
