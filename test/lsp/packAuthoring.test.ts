import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CodeLens,
  CompletionItem,
  Hover,
  Location,
  MarkupContent,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { createNodeServerHost } from '../../server/src/node/nodeServerHost';
import type { Page, SignalMatches } from '../../server/src/protocol/protocol';
import type { ClientOptions, TestClient } from './support/testClient';
import { FULL, PLAIN, startClient } from './support/testClient';

const HEAD = `id: base
version: 1.0.0
engine: ">=0.1 <1"
title: Base
description: For tests.
licence: MIT
sources: { S1: { title: A source } }
`;
const FILES: Readonly<Record<string, string>> = {
  'packs/base/pack.yaml': `${HEAD}include: [items.yaml, rules.yaml]
document-types: { note: { title: Note, stages: { draft: { title: Draft } }, sections: [{ kind: plan }], template: note } }
section-kinds: { plan: { title: Plan, headings: [plan] } }
templates:
  note:
    title: A note
    document-type: note
    text: |
      # [Title]

      {{prompt:people/who}}
`,
  'packs/base/items.yaml': `considerations:
  people:
    title: People
    question: Who gains?
    why: It matters.
    guidance: Say who.
    source: S1
    facets:
      who: { title: Who, question: Who?, signals: [groups] }
    present: [{ facets: [who] }]
signals:
  groups: { any: ["named", careful] }
  named: { terms: [carers, lone parents] }
  careful: { terms: [care leavers], unless: [named] }
`,
  'packs/base/rules.yaml': `rules:
  people:
    check: consideration
    consideration: people
    title: People are named
    why: It matters.
    severity: { default: warning, draft: hint }
    expect: [{ in: [plan], when: always, facets: [who] }]
    examples:
      - { title: Named, kind: plan, text: We train carers., expect: present, finds: { who: carers } }
      - { title: Nobody, kind: plan, text: We train., expect: missing, lacking: [who] }
`,
  'packs/local/pack.yaml':
    `${HEAD.replace('id: base', 'id: local').replace('sources: { S1: { title: A source } }', 'sources: {}')}extends: [base]
signals:
  named: { terms: [foster carers] }
rules:
  people: { severity: error }
  base/people: { source: S1 }
`.replace('  base/people: { source: S1 }\n', ''),
  'packs/other/pack.yaml': `${HEAD.replace('id: base', 'id: other')}signals:
  named: { terms: [something else] }
`,
  'packs/base/tests/note.md': `---
document-type: note
about: base/people
---

# Note

## Plan
^^^^^^^ base/people: People

Nothing.
`,
  'packs/base/tests/more.yaml':
    'rules:\n  people:\n    examples: [{ kind: plan, text: Lone parents., expect: present, finds: { who: parents } }]\n',
  'packs/base/tests/unmissed.yaml': 'careful: So.\n',
  '.inclusive-growth.yaml':
    'packs: [packs/local]\nseverities: { base/people: hint }\ndocuments: [{ path: notes/*.md, type: note }]\n',
  '.vscode/settings.json':
    '{\n  // "inclusiveGrowth.severities": { "base/people": "off" },\n  "inclusiveGrowth.severities": { /* { */ "base/people": "off", "x/people": "off" },\n  "other": { "base/people": { "base/people": "base/people" } },\n}\n',
  'note.md': `---
document-type: note
---

# Note

## Plan

<!-- inclusive-growth: waive base/people because "no people are concerned" -->

<!-- inclusive-growth: prompt people/who -->

Lone parents and care leavers.
`,
  'compose.yaml': 'services: { signals: { image: groups } }\n',
};

const START = { line: 0, character: 0 };

describe('writing packs', () => {
  let folder = '';
  let client: TestClient | undefined;
  const uri = (path: string) => pathToFileURL(join(folder, path)).href;
  const pathOf = (at: string) => at.slice(uri('').length + 1);

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'packs-')));
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens one file, with `|` where the cursor is, and gives the place. */
  const open = async (path: string, marked = FILES[path] ?? '', options: ClientOptions = {}) => {
    const host = createNodeServerHost({ rulesFolder: resolve('rules') });
    client ??= await startClient(host, { folders: [pathToFileURL(folder).href], ...options });
    const offset = marked.indexOf('|cursor|');
    const text = marked.replace('|cursor|', '');
    await client.open(uri(path), text, 'yaml');
    const before = text.slice(0, Math.max(offset, 0)).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    return { client, at: { textDocument: { uri: uri(path) }, position } };
  };
  /** The text of a file with a mark before the nth time that the words stand in it. */
  const mark = (path: string, words: string) => (FILES[path] ?? '').replace(words, `|cursor|${words}`);
  const ask = async <T>(
    method: string,
    path: string,
    marked: string,
    more: object = {},
    options: ClientOptions = {},
  ) => {
    const opened = await open(path, marked, options);
    return opened.client.connection.sendRequest<T>(method, { ...opened.at, ...more });
  };
  /** `path:line:column`, 1-based. */
  const show = ({ uri: at, range }: Location) => `${pathOf(at)}:${range.start.line + 1}:${range.start.character + 1}`;

  describe('validation', () => {
    const problemsOf = async (path: string, text: string) => {
      const { client: c } = await open(path, text);
      const published = await c.waitFor((t) =>
        t.published.find((p) => p.uri === uri(path) && p.diagnostics.length > 0),
      );
      return published.diagnostics.map(
        ({ range, message }) =>
          `${range.start.line + 1}:${range.start.character + 1}-${range.end.character + 1} ${message}`,
      );
    };

    it('tells of an unsaved fault at its words, with what was meant, in a part of a pack', async () => {
      const text = (FILES['packs/base/items.yaml'] ?? '').replace('signals: [groups]', 'signals: [gruops]');
      assert.deepEqual(await problemsOf('packs/base/items.yaml', text), [
        '9:52-58 unknown signal `gruops` in facet `who` of consideration `people`: did you mean `groups`?',
      ]);
    });

    it('tells of it in a pack that no configuration names, and takes it back', async () => {
      const path = 'packs/other/pack.yaml';
      const broken = (FILES[path] ?? '').replace('terms:', 'trems:');
      const problems = await problemsOf(path, broken);
      assert.ok(
        problems.includes('9:12-17 unknown key `trems` of signal `named`: did you mean `terms`?'),
        problems.join('\n'),
      );
      await client?.change(uri(path), 2, FILES[path] ?? '');
      await client?.waitFor((t) =>
        t.published.filter((p) => p.uri === uri(path)).at(-1)?.diagnostics.length === 0 ? true : undefined,
      );
    });

    describe('of a pack that extends one from elsewhere', () => {
      const path = 'packs/outside/pack.yaml';
      const text = `${HEAD.replace('id: base', 'id: outside')}extends: [ELSEWHERE]\nsignals:\n  here: { any: [town-hall, town-hal] }\n`;
      const problem = 'unknown signal `town-hal` in signal `here`: did you mean `town-hall`?';
      const elsewhere = `${HEAD.replace('id: base', 'id: ELSEWHERE')}signals:\n  town-hall: { terms: [x] }\n`;
      const write = (at: string, content: string) => {
        mkdirSync(dirname(join(folder, at)), { recursive: true });
        writeFileSync(join(folder, at), content);
      };
      beforeEach(() => write(path, text));
      const manifest = {
        publisher: 'council',
        name: 'rules',
        contributes: { inclusiveGrowthPacks: [{ id: 'contributed', path: './packs/contributed' }] },
      };

      it('knows the packs of installed extensions', async () => {
        write('installed/packs/contributed/pack.yaml', elsewhere.replace('ELSEWHERE', 'contributed'));
        const own = text.replace('ELSEWHERE', 'contributed');
        const marked = own.replace('[town-hall', '[|cursor|town-hall');
        const settings = { contributingExtensions: [{ folder: join(folder, 'installed'), manifest }] };
        const { client: c, at } = await open(path, marked, { settings, folders: [uri('packs')] });
        const published = await c.waitFor((t) => t.published.find((p) => p.uri === uri(path)));
        assert.deepEqual(
          published.diagnostics.map(({ message }) => message),
          [problem],
        );
        const found = await c.connection.sendRequest<Location[]>('textDocument/definition', at);
        assert.deepEqual(found.map(show), ['installed/packs/contributed/pack.yaml:9:3']);
        await assert.rejects(
          c.connection.sendRequest('textDocument/prepareRename', at),
          /belongs to pack `contributed`, which is not in this workspace/,
        );
      });

      it('hears of an extension that is installed meanwhile', async () => {
        write('installed/packs/contributed/pack.yaml', elsewhere.replace('ELSEWHERE', 'contributed'));
        const { client: c } = await open(path, text.replace('ELSEWHERE', 'contributed'));
        await c.waitFor((t) =>
          t.published.find((p) =>
            p.diagnostics.some(({ message }) => String(message).includes('unknown pack `contributed`')),
          ),
        );
        const extensions = [{ folder: join(folder, 'installed'), manifest }];
        await c.connection.sendNotification('inclusiveGrowth/contributingExtensions', extensions);
        await c.waitFor((t) => {
          const last = t.published.filter((p) => p.uri === uri(path)).at(-1);
          return last?.diagnostics.length === 1 && last.diagnostics[0]?.message === problem ? true : undefined;
        });
      });

      it('knows what the configuration names', async () => {
        write('node_modules/council/package.json', '{ "inclusiveGrowthPack": "./pack" }');
        write('node_modules/council/pack/pack.yaml', elsewhere.replace('ELSEWHERE', 'council'));
        write('.inclusive-growth.yaml', 'packs: [npm:council, packs/outside]\n');
        const { client: c } = await open(path, text.replace('ELSEWHERE', 'council'));
        const published = await c.waitFor((t) => t.published.find((p) => p.uri === uri(path)));
        assert.deepEqual(
          published.diagnostics.map(({ message }) => message),
          [problem],
        );
      });
    });

    it('is quiet for YAML that is no pack', async () => {
      const { client: c, at } = await open('compose.yaml', FILES['compose.yaml']);
      assert.equal(await c.connection.sendRequest('textDocument/hover', at), null);
      assert.deepEqual(await c.connection.sendRequest('textDocument/completion', at), []);
      assert.deepEqual(await c.connection.sendRequest('textDocument/codeLens', at), []);
      assert.equal(await c.connection.sendRequest('textDocument/definition', at), null);
      assert.ok(!c.published.some((published) => published.uri === uri('compose.yaml')));
    });
  });

  describe('completion', () => {
    const labels = async (path: string, marked: string) =>
      (await ask<CompletionItem[]>('textDocument/completion', path, marked)).map((item) => item.label);

    it('offers the keys of a signal that are not there yet, with their meaning', async () => {
      const marked = (FILES['packs/base/items.yaml'] ?? '').replace('careful: { terms', 'careful: { wi|cursor|, terms');
      const items = await ask<CompletionItem[]>('textDocument/completion', 'packs/base/items.yaml', marked);
      const within = items.find((item) => item.label === 'within');
      assert.equal((within?.textEdit as TextEdit | undefined)?.newText, 'within:');
      assert.match(String(within?.documentation), /How near together/);
      assert.ok(items.some((item) => item.label === 'any') && !items.some((item) => item.label === 'terms'));
    });

    it('offers ids where they may stand, though the file is not valid at the moment', async () => {
      const path = 'packs/base/items.yaml';
      const { client: c } = await open(path);
      await c.connection.sendRequest('textDocument/completion', { textDocument: { uri: uri(path) }, position: START });
      const text = `${FILES[path]}  more:\n    any: [na`;
      await c.change(uri(path), 2, `${text}\n`);
      const position = { line: text.split('\n').length - 1, character: '    any: [na'.length };
      const items = await c.connection.sendRequest<CompletionItem[]>('textDocument/completion', {
        textDocument: { uri: uri(path) },
        position,
      });
      assert.deepEqual(
        items.map(({ label }) => label),
        ['groups', 'named', 'careful'],
      );
    });

    it('offers facets of the rule’s own consideration, section kinds, states and severities', async () => {
      const path = 'packs/base/rules.yaml';
      const text = FILES[path] ?? '';
      const at = async (from: string, to: string) => {
        const found = await labels(path, text.replace(from, to));
        await client?.close(uri(path));
        return found;
      };
      assert.deepEqual(await at('lacking: [who]', 'lacking: [|cursor|]'), ['who']);
      assert.deepEqual(await at('in: [plan]', 'in: [|cursor|]'), ['any', 'document', 'plan']);
      assert.deepEqual(await at('finds: { who', 'finds: { |cursor|who'), ['mention', 'who']);
      assert.ok((await at('expect: present', 'expect: |cursor|')).includes('thin'));
      assert.ok((await at('default: warning', 'default: |cursor|')).includes('information'));
      assert.deepEqual(await at('consideration: people', 'consideration: p|cursor|'), ['people']);
    });

    it('offers vocabularies', async () => {
      const path = 'packs/base/items.yaml';
      const text = (FILES[path] ?? '').replace(
        'named: { terms: [carers, lone parents] }',
        'named: { vocabulary: |cursor| }',
      );
      const more = 'vocabularies: { groups-of-people: { title: Groups, items: { carers: { label: carers } } } }\n';
      assert.deepEqual(await labels(path, `${text}${more}`), ['groups-of-people']);
    });

    it('offers what can be overridden, packs to extend, and sources', async () => {
      const path = 'packs/local/pack.yaml';
      const text = FILES[path] ?? '';
      const keys = await labels(path, text.replace('  people: { severity: error }', '  |cursor|'));
      assert.deepEqual(keys, ['base/people']);
      await client?.close(uri(path));
      assert.deepEqual(await labels(path, text.replace('[base]', '[|cursor|]')), ['base']);
      await client?.close(uri(path));
      const sources = await labels(path, text.replace('{ severity: error }', '{ severity: error, source: |cursor| }'));
      assert.deepEqual(sources, ['ours', 'S1']);
    });

    it('offers what a list of an extended pack can be changed by', async () => {
      const path = 'packs/local/pack.yaml';
      const text = (FILES[path] ?? '').replace('named: { terms: [foster carers] }', 'groups: { any: { |cursor| } }');
      assert.deepEqual(await labels(path, text), ['add', 'remove']);
      await client?.close(uri(path));
      assert.deepEqual(await labels(path, text.replace('{ |cursor| }', '{ remove: [|cursor|] }')), [
        'groups',
        'named',
        'careful',
      ]);
      await client?.close(uri(path));
      const rule = (FILES[path] ?? '').replace('{ severity: error }', '{ expect: { |cursor| } }');
      assert.deepEqual(await labels(path, rule), ['first', 'add', 'remove']);
      await client?.close(uri(path));
      assert.deepEqual(await labels(path, rule.replace('{ |cursor| }', '{ first: [{ in: [plan], |cursor| }] }')), [
        'document-types',
        'stages',
        'when',
        'provided',
        'facets',
        'unless',
        'home',
        'each',
        'once',
      ]);
      await client?.close(uri(path));
      assert.deepEqual(await labels(path, rule.replace('{ |cursor| }', '{ remove: [{ in: [|cursor|] }] }')), [
        'any',
        'document',
        'plan',
      ]);
    });

    it('offers nothing in words', async () => {
      assert.deepEqual(await labels('packs/base/items.yaml', mark('packs/base/items.yaml', 'matters')), []);
    });
  });

  describe('hover', () => {
    const hover = async (path: string, marked: string, options?: ClientOptions) => {
      const found = await ask<Hover | null>('textDocument/hover', path, marked, {}, options);
      return (found?.contents as MarkupContent | undefined)?.value ?? '';
    };

    it('tells of a key what it means and what it comes to after inheritance', async () => {
      const text = await hover('packs/local/pack.yaml', mark('packs/local/pack.yaml', 'severity'));
      assert.match(text, /\*\*`severity` of rule `people`\*\*/);
      assert.match(text, /In effect, from pack local, over base:/);
      assert.match(text, /```yaml\nerror\n```/);
    });

    it('tells of a change to a list what it does and what the list comes to', async () => {
      const path = 'packs/local/pack.yaml';
      const marked = (FILES[path] ?? '').replace(
        '{ terms: [foster carers] }',
        '{ terms: { |cursor|add: [foster carers] } }',
      );
      const text = await hover(path, marked);
      assert.match(text, /\*\*`add` of `terms` of signal `named`\*\*/);
      assert.match(text, /Entries that come after those of the extended pack/);
      assert.match(
        text,
        /In effect, from pack local, over base:\n\n```yaml\n\["carers","lone parents","foster carers"\]/,
      );
    });

    it('tells of an id what it stands for', async () => {
      const text = await hover('packs/base/items.yaml', mark('packs/base/items.yaml', 'careful]'));
      assert.match(text, /\*\*signal `careful`\*\*/);
      assert.match(text, /terms: \["care leavers"\]/);
    });

    it('keeps markup of a pack literal, and is plain for a client without Markdown', async () => {
      const path = 'packs/other/pack.yaml';
      const nasty = '"[run](command:evil) ```"';
      const marked = (FILES[path] ?? '').replace(
        '  named: { terms: [something else] }',
        `  |cursor|named: { terms: [${nasty}] }`,
      );
      const text = await hover(path, marked);
      assert.match(text, /````yaml\nterms: \["\[run\]\(command:evil\) ```"\]\n````$/);
      await client?.stop();
      client = undefined;
      assert.doesNotMatch(await hover(path, marked, { capabilities: PLAIN }), /\*\*|````/);
    });
  });

  describe('definition and references', () => {
    it('goes to where an id is defined, and to what a dependant says of it', async () => {
      const found = await ask<Location[]>(
        'textDocument/definition',
        'packs/base/items.yaml',
        mark('packs/base/items.yaml', 'groups]'),
      );
      assert.deepEqual(found.map(show), ['packs/base/items.yaml:12:3']);
      const base = await ask<Location[]>(
        'textDocument/definition',
        'packs/local/pack.yaml',
        mark('packs/local/pack.yaml', 'base]'),
      );
      assert.deepEqual(base.map(show), ['packs/base/pack.yaml:1:5']);
      await client?.close(uri('packs/local/pack.yaml'));
      const rule = await ask<Location[]>(
        'textDocument/definition',
        'packs/local/pack.yaml',
        mark('packs/local/pack.yaml', 'people:'),
      );
      assert.deepEqual(rule.map(show), ['packs/base/rules.yaml:2:3', 'packs/local/pack.yaml:12:3']);
      const part = await ask<Location[]>(
        'textDocument/definition',
        'packs/base/pack.yaml',
        mark('packs/base/pack.yaml', 'rules.yaml'),
      );
      assert.deepEqual(part.map(show), ['packs/base/rules.yaml:1:1']);
    });

    it('finds every place in the workspace, and none of a pack that has a thing of its own by that name', async () => {
      const more = { context: { includeDeclaration: true } };
      const found = await ask<Location[]>(
        'textDocument/references',
        'packs/base/items.yaml',
        mark('packs/base/items.yaml', 'named:'),
        more,
      );
      assert.deepEqual(found.map(show), [
        'packs/base/items.yaml:13:3',
        'packs/local/pack.yaml:10:3',
        'packs/base/items.yaml:12:20',
        'packs/base/items.yaml:14:46',
      ]);
      await client?.close(uri('packs/base/items.yaml'));
      const facet = await ask<Location[]>(
        'textDocument/references',
        'packs/base/items.yaml',
        mark('packs/base/items.yaml', 'who:'),
        more,
      );
      assert.deepEqual(facet.map(show), [
        'packs/base/items.yaml:9:7',
        'packs/base/items.yaml:10:26',
        'packs/base/rules.yaml:8:51',
        'packs/base/rules.yaml:10:87',
        'packs/base/rules.yaml:11:82',
        'packs/base/pack.yaml:18:23',
        'packs/base/tests/more.yaml:3:77',
      ]);
    });
  });

  describe('rename', () => {
    const rename = async (path: string, words: string, newName: string, options?: ClientOptions) => {
      const edit = await ask<WorkspaceEdit>('textDocument/rename', path, mark(path, words), { newName }, options);
      const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
      return Object.fromEntries(
        changes.map(({ textDocument, edits }) => [
          pathOf(textDocument.uri),
          apply(textDocument.uri, edits as TextEdit[]),
        ]),
      );
    };
    /** The file after the edits, as lines that changed. */
    const apply = (at: string, edits: readonly TextEdit[]) => {
      const before = (FILES[pathOf(at)] ?? '').split('\n');
      const after = [...before];
      for (const { range, newText } of [...edits].sort((a, b) => b.range.start.character - a.range.start.character)) {
        const line = after[range.start.line] ?? '';
        after[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
      }
      return after.filter((line, index) => line !== before[index]).map((line) => line.trim());
    };

    it('changes a rule in its pack, its dependants, tests, configuration and waivers', async () => {
      assert.deepEqual(await rename('packs/base/rules.yaml', 'people:', 'beneficiaries'), {
        'packs/base/rules.yaml': ['beneficiaries:'],
        'packs/local/pack.yaml': ['beneficiaries: { severity: error }'],
        'packs/base/tests/more.yaml': ['beneficiaries:'],
        'note.md': ['<!-- inclusive-growth: waive base/beneficiaries because "no people are concerned" -->'],
        'packs/base/tests/note.md': ['about: base/beneficiaries', '^^^^^^^ base/beneficiaries: People'],
        '.inclusive-growth.yaml': ['severities: { base/beneficiaries: hint }'],
        '.vscode/settings.json': [
          '"inclusiveGrowth.severities": { /* { */ "base/beneficiaries": "off", "x/people": "off" },',
        ],
      });
    });

    it('changes a signal, quoted or not, and its reason among the tests', async () => {
      assert.deepEqual(await rename('packs/base/items.yaml', 'named:', 'groups-named'), {
        'packs/base/items.yaml': [
          'groups: { any: ["groups-named", careful] }',
          'groups-named: { terms: [carers, lone parents] }',
          'careful: { terms: [care leavers], unless: [groups-named] }',
        ],
        'packs/local/pack.yaml': ['groups-named: { terms: [foster carers] }'],
      });
      await client?.close(uri('packs/base/items.yaml'));
      const careful = await rename('packs/base/items.yaml', 'careful:', 'leavers');
      assert.deepEqual(careful['packs/base/tests/unmissed.yaml'], ['leavers: So.']);
    });

    it('changes a facet and a document type in documents that the pack governs', async () => {
      const facet = await rename('packs/base/items.yaml', 'who:', 'whom');
      assert.deepEqual(facet['note.md'], ['<!-- inclusive-growth: prompt people/whom -->']);
      assert.deepEqual(facet['packs/base/pack.yaml'], ['{{prompt:people/whom}}']);
      const type = await rename('packs/base/pack.yaml', 'note: {', 'memo');
      assert.deepEqual(type['note.md'], ['document-type: memo']);
      assert.deepEqual(type['.inclusive-growth.yaml'], ['documents: [{ path: notes/*.md, type: memo }]']);
    });

    it('changes a vocabulary, section kind, stage and source', async () => {
      assert.deepEqual(await rename('packs/base/pack.yaml', 'plan: {', 'delivery'), {
        'packs/base/pack.yaml': [
          'document-types: { note: { title: Note, stages: { draft: { title: Draft } }, sections: [{ kind: delivery }], template: note } }',
          'section-kinds: { delivery: { title: Plan, headings: [plan] } }',
        ],
        'packs/base/rules.yaml': [
          'expect: [{ in: [delivery], when: always, facets: [who] }]',
          '- { title: Named, kind: delivery, text: We train carers., expect: present, finds: { who: carers } }',
          '- { title: Nobody, kind: delivery, text: We train., expect: missing, lacking: [who] }',
        ],
        'packs/base/tests/more.yaml': [
          'examples: [{ kind: delivery, text: Lone parents., expect: present, finds: { who: parents } }]',
        ],
      });
      await client?.close(uri('packs/base/pack.yaml'));
      const stage = await rename('packs/base/pack.yaml', 'draft: {', 'first');
      assert.deepEqual(stage['packs/base/rules.yaml'], ['severity: { default: warning, first: hint }']);
      await client?.close(uri('packs/base/pack.yaml'));
      const source = await rename('packs/base/pack.yaml', 'S1:', 'N1');
      assert.deepEqual(source['packs/base/items.yaml'], ['source: N1']);
    });

    it('changes an id in the entries by which a dependant changes a list', async () => {
      const path = 'packs/local/pack.yaml';
      writeFileSync(
        join(folder, path),
        (FILES[path] ?? '').replace('named: { terms: [foster carers] }', 'groups: { any: { remove: [careful] } }'),
      );
      const edit = await ask<WorkspaceEdit>(
        'textDocument/rename',
        'packs/base/items.yaml',
        mark('packs/base/items.yaml', 'careful:'),
        { newName: 'leavers' },
      );
      const changed = (edit.documentChanges as TextDocumentEdit[]).find(
        ({ textDocument }) => textDocument.uri === uri(path),
      );
      assert.deepEqual(
        changed?.edits.map(({ range }) => range),
        [{ start: { line: 9, character: 28 }, end: { line: 9, character: 35 } }],
      );
    });

    it('gives plain changes to a client without versions', async () => {
      const path = 'packs/base/rules.yaml';
      const edit = await ask<WorkspaceEdit>(
        'textDocument/rename',
        path,
        mark(path, 'people:'),
        { newName: 'x' },
        { capabilities: PLAIN },
      );
      assert.equal(edit.documentChanges, undefined);
      assert.equal(edit.changes?.[uri('packs/local/pack.yaml')]?.length, 1);
    });

    const refused = [
      [
        'a name that is taken',
        'packs/base/items.yaml',
        'named:',
        'careful',
        /there is a signal `careful` already: pack `base` defines it/,
      ],
      [
        'a name that is no id',
        'packs/base/items.yaml',
        'named:',
        'Two words',
        /`Two words` cannot be an id: it must be lower-case words/,
      ],
      [
        'a word that means something',
        'packs/base/items.yaml',
        'who:',
        'mention',
        /`mention` cannot be the id of a facet/,
      ],
      ['a place without an id', 'packs/base/items.yaml', 'title:', 'x', /there is no id here that can be renamed/],
      ['the id of a pack', 'packs/base/pack.yaml', 'base', 'x', /the id of a pack cannot be renamed here/],
    ] as const;
    for (const [what, path, words, newName, message] of refused) {
      it(`refuses ${what}, and says why`, async () => {
        await assert.rejects(ask('textDocument/rename', path, mark(path, words), { newName }), message);
      });
    }

    it('refuses what a pack outside the workspace defines, before a name is asked for', async () => {
      const path = 'packs/other/pack.yaml';
      const text = `${HEAD.replace('id: base', 'id: other')}extends: [inclusive-growth]\nsignals:\n  |cursor|money: { value: money }\n`;
      await assert.rejects(
        ask('textDocument/prepareRename', path, text),
        /belongs to pack `inclusive-growth`, which is not in this workspace/,
      );
    });

    it('refuses to change the locked copy of a pack from outside', async () => {
      const copy = '.inclusive-growth/packs/shared/pack.yaml';
      const text = (FILES['packs/other/pack.yaml'] ?? '').replace('id: other', 'id: shared');
      mkdirSync(dirname(join(folder, copy)), { recursive: true });
      writeFileSync(join(folder, copy), text);
      writeFileSync(
        join(folder, 'packs/local/pack.yaml'),
        (FILES['packs/local/pack.yaml'] ?? '').replace('[base]', '[base, shared]'),
      );
      const { client: c } = await open(copy, text);
      const params = { textDocument: { uri: uri(copy) }, position: { line: 8, character: 4 }, newName: 'x' };
      await assert.rejects(
        c.connection.sendRequest('textDocument/rename', params),
        /not in this workspace|no pack in this workspace/,
      );
    });

    it('offers the features for YAML alone to a client that can be told so', async () => {
      const dynamic = { dynamicRegistration: true };
      const textDocument = { ...FULL.textDocument, definition: dynamic, references: dynamic, rename: dynamic };
      const { client: c } = await open('compose.yaml', '', { capabilities: { ...FULL, textDocument } });
      const registered = await c.waitFor((t) => {
        const all = t.requests.filter(({ method }) => method === 'client/registerCapability');
        const text = JSON.stringify(all);
        return text.includes('textDocument/rename') ? text : undefined;
      });
      assert.match(registered, /"documentSelector":\[\{"pattern":"\*\*\/\*\.\{yaml,yml\}"\}\]/);
      assert.equal(c.initialized.capabilities.renameProvider, undefined);
    });
  });

  describe('lenses and trials', () => {
    it('says above each rule and signal on how many examples it fires', async () => {
      const path = 'packs/base/rules.yaml';
      const { client: c, at } = await open(path);
      const lenses = await c.connection.sendRequest<CodeLens[]>('textDocument/codeLens', at);
      const resolved = await Promise.all(
        lenses.map((lens) => c.connection.sendRequest<CodeLens>('codeLens/resolve', lens)),
      );
      assert.deepEqual(
        resolved.map(({ range, command }) => [range.start.line, command?.title, command?.command, command?.arguments]),
        [
          [1, 'fires on 1 of 2 examples', 'inclusiveGrowth.runExamples', [uri(path), 'base/people']],
          [1, 'Run examples', 'inclusiveGrowth.runExamples', [uri(path), 'base/people']],
        ],
      );
      const items = await open('packs/base/items.yaml');
      const signals = await c.connection.sendRequest<CodeLens[]>('textDocument/codeLens', items.at);
      const first = await c.connection.sendRequest<CodeLens>('codeLens/resolve', signals[0]);
      assert.equal(first.command?.title, 'matches in 1 of 2 examples');
    });

    it('says of what is laid over an extended pack that it is', async () => {
      const path = 'packs/local/pack.yaml';
      const { client: c, at } = await open(path);
      const lenses = await c.connection.sendRequest<CodeLens[]>('textDocument/codeLens', at);
      const resolved = await Promise.all(
        lenses.map((lens) => c.connection.sendRequest<CodeLens>('codeLens/resolve', lens)),
      );
      assert.deepEqual(
        resolved.map(({ command }) => command?.title),
        [
          'matches in 0 of 2 examples · over base',
          'Show what it matches',
          'fires on 2 of 2 examples · 1 not as expected · over base',
          'Run examples',
        ],
      );
    });

    it('counts examples that do not hold, in the text as it stands', async () => {
      const path = 'packs/base/rules.yaml';
      const { client: c, at } = await open(path, (FILES[path] ?? '').replace('We train carers.', 'We train nobody.'));
      const [lens] = await c.connection.sendRequest<CodeLens[]>('textDocument/codeLens', at);
      const { command } = await c.connection.sendRequest<CodeLens>('codeLens/resolve', lens);
      assert.equal(command?.title, 'fires on 2 of 2 examples · 1 not as expected');
    });

    it('runs the examples of a rule and shows what each facet saw, failures first', async () => {
      const path = 'packs/base/rules.yaml';
      const { client: c } = await open(path, (FILES[path] ?? '').replace('We train.,', 'We train lone parents.,'));
      const page = await c.connection.sendRequest<Page>('inclusiveGrowth/runExamples', {
        uri: uri(path),
        ruleId: 'base/people',
      });
      assert.equal(
        page.text,
        `# Examples of base/people

1 of 2 examples do not hold.

## ✗ Nobody

- expected missing, saw present (who: “lone parents”)
- expected \\\`who\\\` to lack

> We train lone parents.

Seen:

- who: “lone parents”
- mention: nothing

## ✓ Named

As expected: present.

> We train carers.

Seen:

- who: “carers”
- mention: nothing
`,
      );
    });

    it('shows which words of a document a signal matches, by its place or its id, unsaved', async () => {
      const path = 'packs/base/items.yaml';
      const text = mark(path, 'terms: [carers').replace('lone parents', 'care leavers');
      const { client: c, at } = await open(path, text);
      const params = { uri: uri(path), position: at.position, sample: uri('note.md') };
      const found = await c.connection.sendRequest<SignalMatches>('inclusiveGrowth/signalMatches', params);
      assert.deepEqual(found.signal, 'named');
      assert.deepEqual(
        found.matches.map(({ words, range }) => [words, range.start.line, range.start.character]),
        [['care leavers', 12, 17]],
      );
      const groups = await c.connection.sendRequest<SignalMatches>('inclusiveGrowth/signalMatches', {
        uri: uri(path),
        signal: 'groups',
        sample: uri('note.md'),
      });
      assert.deepEqual(
        groups.matches.map(({ words }) => words),
        ['care leavers'],
      );
    });
  });
});
