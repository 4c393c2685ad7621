import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** What makes reading in chunks exact, left out one at a time: each must be missed by the comparison, or it is not tested. */
const MUTANTS: readonly Mutant[] = [
  {
    name: 'a chunk of text begins after a blank line',
    file: 'chunks/boundary.ts',
    code: '!stands(TEXT, text, at) || !endsInBlankLine(before, end)',
    instead: '!stands(TEXT, text, at)',
  },
  {
    name: 'a boundary holds only when what follows stands there as a block of its own',
    file: 'parseMarkdown.ts',
    code: 'if (next !== undefined && !takeSentinel(root, next, text.length)) return undefined;',
    instead: 'if (next !== undefined) takeSentinel(root, next, text.length);',
  },
  {
    name: 'HTML that no blank line ends swallows what follows',
    file: 'commonLiterals.ts',
    code: 'return next < text.length || isEnd ? toHtml(text, start, end) : undefined;',
    instead: 'return toHtml(text, start, end);',
  },
  {
    name: 'a footnote closes what is open otherwise than a paragraph',
    file: 'chunks/boundary.ts',
    code: "isNote(text, at) ? 'note' : 'text'",
    instead: "'text'",
  },
  {
    name: 'no boundary lies inside front matter',
    file: 'chunks/spliceChunks.ts',
    code: 'Math.max(at + old.shortest, body)',
    instead: 'at + old.shortest',
  },
  {
    name: 'front matter that begins or ends elsewhere is read again',
    file: 'chunks/spliceChunks.ts',
    code: 'if (bodyStart !== (old.frontMatter?.span.end ?? 0)) touch(0);',
    instead: '',
  },
  {
    name: 'the labels of other chunks are known',
    file: 'chunks/labels.ts',
    code: 'return known.has(label);',
    instead: 'return false;',
  },
  {
    name: 'the labels of other chunks are known only inside of blocks',
    file: 'chunks/labels.ts',
    code: '(phase.inText && ask(label))',
    instead: 'ask(label)',
  },
  {
    name: 'a chunk is read again when a label that it asked about comes or goes',
    file: 'chunks/spliceChunks.ts',
    code: 'isStale(chunk, labels) || isUnderOther(chunk, followsTitle)',
    instead: 'isUnderOther(chunk, followsTitle)',
  },
  {
    name: 'a change at the start of a chunk puts the boundary before it in doubt',
    file: 'chunks/region.ts',
    code: 'chunk?.next && !opensAs(chunk.next, text, 0)',
    instead: 'false && chunk',
  },
  {
    name: 'a comment that is closed far below, or no longer is, is read again',
    file: 'chunks/spliceChunks.ts',
    code: 'chunk.unclosedFrom)) touch(index + i);',
    instead: 'chunk.unclosedFrom)) continueReading();',
    also: 'const continueReading = () => {};',
  },
  {
    name: 'a chunk is read again when the title above it comes or goes',
    file: 'chunks/spliceChunks.ts',
    code: 'return chunk.asksTitle && chunk.followsTitle !== followsTitle;',
    instead: 'return false;',
  },
  {
    name: 'a running header is found over the whole document',
    file: 'layout.ts',
    code: 'before?.marked === marked && ',
    instead: 'before && ',
  },
  {
    name: 'an item that is read alone is one, and ends where the next one begins',
    file: 'chunks/editPiece.ts',
    code: 'return stands ? { block, read } : undefined;',
    instead: 'return { block, read };',
  },
  {
    name: 'what may define something is not read alone',
    file: 'chunks/editPiece.ts',
    code: 'if (REACHES_FURTHER.test(text) || REACHES_FURTHER.test(old)) return undefined;',
    instead: '',
  },
  {
    name: 'the marker of an item is not changed by itself',
    file: 'chunks/piece.ts',
    code: ' || edit.start <= item.span.start + own.length',
    instead: '',
  },
  {
    name: 'lists and tables within an item keep their numbers',
    file: 'chunks/putPiece.ts',
    code: 'if (freshLists.length !== nested.count || fresh.block.tables.length !== tables.count) return undefined;',
    instead: '',
  },
  {
    name: 'a table that becomes a form is read again',
    file: 'chunks/editPiece.ts',
    code: "if (put.kind === 'table' && put.tables.some(({ header, rows }) => findForm(header, rows))) return undefined;",
    instead: '',
  },
  {
    name: 'rows and items of a template in a fence are not read alone',
    file: 'blocks.ts',
    code: "return block.kind === 'list' || block.kind === 'table' ? { ...block, kind: 'other' } : block;",
    instead: 'return block;',
  },
  {
    name: 'the levels in a group of chunks may rest on headings above the group',
    file: 'part.ts',
    code: ' && isSameLevels(a.levels, b.levels)',
    instead: '',
  },
  {
    name: 'whether a line in bold is a label may rest on headings above the group',
    file: 'part.ts',
    code: ' && a.takesSubheadings === b.takesSubheadings',
    instead: '',
  },
  {
    name: 'the level of a heading may rest on those above',
    file: 'buildModel.ts',
    code: 'a.level === b.level &&',
    instead: '',
  },
];

type Built = typeof import('../incremental/compareEdits') & typeof import('../incremental/randomEdits');

interface Mutant {
  readonly name: string;
  /** Under `server/src/core/document`. */
  readonly file: string;
  readonly code: string;
  readonly instead: string;
  /** Put at the end of the file. */
  readonly also?: string;
}

const SEEDS = Array.from({ length: 60 }, (_, i) => i + 1);
const EDITS = 200;
/** Milliseconds for one rule: most are seen within a few edits, some need ten thousand. */
const LONGEST = 1_200_000;

describe('leaving out a rule of exact reading', () => {
  for (const [index, mutant] of MUTANTS.entries()) {
    it(`is seen: ${mutant.name}`, async function () {
      this.timeout(LONGEST);
      const built = await buildMutant(mutant, `out/mutants/${index}.mjs`);
      const { compareEdits: compare, LINE_TEXTS, LABEL_TEXTS, ITEM_TEXTS } = built;
      const isSeen = SEEDS.some((seed) =>
        [{}, { texts: LINE_TEXTS }, { texts: LABEL_TEXTS }, { texts: ITEM_TEXTS }].some((more) =>
          fails(() => compare({ seed, edits: EDITS, shortest: 1, ...more })),
        ),
      );
      assert.ok(isSeen, 'no random edit showed the difference');
    });
  }
});

/** A difference, or an error, which is a difference too. */
function fails(run: () => readonly unknown[]): boolean {
  try {
    return run().length > 0;
  } catch {
    return true;
  }
}

async function buildMutant({ file, code, instead, also = '' }: Mutant, outfile: string): Promise<Built> {
  const path = resolve('server/src/core/document', file);
  const plugin: Plugin = {
    name: 'mutant',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async (args) => {
        if (args.path !== path) return undefined;
        const source = await readFile(path, 'utf8');
        assert.ok(source.includes(code), `the rule is no longer written as: ${code}`);
        return { contents: `${source.replace(code, instead)}\n${also}`, loader: 'ts' };
      });
    },
  };
  // Both of one bundle, so that texts and comparison are made by the same code.
  const contents = "export * from './compareEdits'; export * from './randomEdits';";
  const stdin = { contents, resolveDir: resolve('test/incremental') };
  const options = { bundle: true, platform: 'node', format: 'esm', packages: 'external' } as const;
  await build({ ...options, stdin, outfile, plugins: [plugin], logLevel: 'warning' });
  return import(pathToFileURL(outfile).href);
}
