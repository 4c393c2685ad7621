import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits } from '../../../server/src/core';
import { OpenDocument } from '../../../server/src/lsp/openDocument';

const URI = 'file:///a.md';
interface Texts {
  /** What texts, and what is written into them, are put together from. */
  readonly parts: readonly string[];
  readonly written: readonly string[];
}
const LONG = 'x'.repeat(17_000);
const ANY = [
  'a',
  'é',
  '😀',
  '\n',
  '\r',
  '\r\n',
  '\n\r',
  '\r\r',
  '',
  'words of a line\n',
  `${LONG}\n`,
  'line\r\n'.repeat(3000),
];
const SETS: Readonly<Record<string, Texts>> = {
  'anything anywhere': { parts: ANY, written: ANY },
  // A piece ends with each of these lines: what is written or taken away is mostly an end of theirs, or stands beside one.
  'the ends of pieces': {
    parts: [`${LONG}\r`, `${LONG}\r\n`, `${LONG}\n`, '\n', '\r', 'b'],
    written: ['', '\n', '\r', '\r\n', 'b', `${LONG}\r`],
  },
};
const toText = (parts: readonly string[]) =>
  fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map((chosen) => chosen.join(''));
/** A line as a share of all, some beyond them. */
const arbitraryPlace = fc.record({
  line: fc.nat({ max: 44 }).map((share) => share / 40),
  character: fc.constantFrom(0, 0, 1, 5, 1e6),
});

describe('OpenDocument', () => {
  for (const [name, { parts, written }] of Object.entries(SETS)) {
    it(`finds places as the library of the protocol does after each change, and says it as an edit: ${name}`, () => {
      const arbitraryChange = fc.record({
        start: arbitraryPlace,
        end: arbitraryPlace,
        reach: fc.constantFrom('none', 'line', 'any'),
        text: fc.oneof(fc.constantFrom(...written), toText(written)),
      });
      fc.assert(
        fc.property(toText(parts), fc.array(arbitraryChange, { maxLength: 6 }), (text, changes) => {
          const ours = new OpenDocument(URI, 'markdown', 1, text);
          let theirs = TextDocument.create(URI, 'markdown', 1, text);
          for (const change of changes) {
            const place = ({ line, character }: { line: number; character: number }) => ({
              line: Math.floor(line * theirs.lineCount),
              character,
            });
            const start = place(change.start);
            const below = { line: start.line + 1, character: change.end.character };
            const end = { none: start, line: below, any: place(change.end) }[change.reach] ?? start;
            const [one, other] = [theirs.offsetAt(start), theirs.offsetAt(end)];
            const edit = { start: Math.min(one, other), end: Math.max(one, other), text: change.text };
            assert.deepEqual(ours.change({ range: { start, end }, text: change.text }), edit);
            // Made anew: after a change beyond its end, the library's own document counts lines that are not there.
            theirs = TextDocument.create(URI, 'markdown', 1, applyEdits(theirs.getText(), [edit]));
            assertSame(ours, theirs);
          }
        }),
        { numRuns: 300, seed: 12 },
      );
    });
  }

  it('takes a whole new text', () => {
    const document = new OpenDocument(URI, 'markdown', 1, 'one\ntwo');
    assert.deepEqual(document.change({ text: 'three' }), { start: 0, end: 7, text: 'three' });
    assertSame(document, TextDocument.create(URI, 'markdown', 1, 'three'));
  });
});

function assertSame(ours: OpenDocument, theirs: TextDocument): void {
  // The places first: they must not rest on a text that was put together.
  assert.equal(ours.lineCount, theirs.lineCount);
  const { length } = theirs.getText();
  for (const offset of [-1, 0, 1, length >> 2, length >> 1, length - 1, length, length + 9]) {
    for (const near of [offset, offset + 1]) {
      const position = theirs.positionAt(near);
      assert.deepEqual(ours.positionAt(near), position);
      for (const character of [-1, position.character, position.character + 3, 1e6])
        assert.equal(ours.offsetAt({ ...position, character }), theirs.offsetAt({ ...position, character }));
    }
  }
  assert.equal(ours.offsetAt({ line: 1e6, character: 0 }), length);
  assert.ok(ours.getText() === theirs.getText());
  const range = { start: theirs.positionAt(length >> 2), end: theirs.positionAt(length >> 1) };
  assert.ok(ours.getText(range) === theirs.getText(range));
}
