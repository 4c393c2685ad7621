import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import type { DocumentModel, TextUnit } from '../../../server/src/core/document/documentModel';
import { parseDocument } from '../../../server/src/core/document/parseDocument';
import { toPlainCharacter } from '../../../server/src/core/text/plainCharacter';
import { contains, type Span } from '../../../server/src/core/text/span';
import { documents } from '../../support/generateDocument';

/** Holds for every generated document; a failure prints the smallest one found. */
function holds(claim: (model: DocumentModel) => void): void {
  fc.assert(
    fc.property(documents, (text) => claim(parseDocument(text))),
    { numRuns: 60, seed: 20 },
  );
}

const unitsOf = (model: DocumentModel) => model.sections.flatMap((section) => section.units);
const sliceOf = (model: DocumentModel, span: Span) => model.text.slice(span.start, span.end);

/** Source words as prose writes them: only what the reader of plain words does, without the help of an offset map. */
function normalise(source: string): string {
  return [...source]
    .map((character) => [...character].map(toPlainCharacter).join(''))
    .join('')
    .replace(/ +/g, ' ')
    .trim();
}

/** No unit of the source is markup: what is left is white space, quotes and the like. */
function isPlain(model: DocumentModel, unit: TextUnit): boolean {
  return (
    unit.kind === 'paragraph' &&
    unit.marks.every((mark) => mark.kind === 'quotation') &&
    /^[^\\&*_`<>[\]!~{}|#\0]*$/.test(sliceOf(model, unit.span))
  );
}

describe('parseDocument, over generated documents', () => {
  it('gives headings that slice to one line', () =>
    holds((model) => {
      for (const { heading } of model.sections) {
        if (!heading) continue;
        assert.match(sliceOf(model, heading.span), /^[^\r\n]+$/);
        assert.match(sliceOf(model, heading.textSpan), /^[^\r\n]+$/);
        assert.ok(heading.text.includes(heading.title) && heading.title !== '');
        assert.ok(heading.level >= 1 && heading.level <= 6);
      }
    }));

  it('gives sections that part the lines after the front matter', () =>
    holds((model) => {
      const { sections, lines, text } = model;
      if (sections.length === 0) return assert.equal(text.slice(model.frontMatter?.span.end ?? 0).trim(), '');
      const first = sections[0]?.lineNumbers[0] ?? 0;
      assert.equal(text.slice(model.frontMatter?.span.end ?? 0, lines.startOf(first)).trim(), '');
      assert.equal(sections.at(-1)?.lineNumbers[1], lines.count);
      sections.forEach((section, at) => {
        assert.equal(section.index, at);
        assert.ok(section.lineNumbers[0] <= section.lineNumbers[1]);
        assert.equal(section.span.start, lines.startOf(section.lineNumbers[0]));
        if (at > 0) assert.equal(section.lineNumbers[0], (sections[at - 1]?.lineNumbers[1] ?? 0) + 1);
        if (at > 0) assert.equal(section.span.start, sections[at - 1]?.span.end);
      });
    }));

  it('gives a tree in which parents stand before their children', () =>
    holds((model) => {
      for (const section of model.sections) {
        for (const child of section.children) assert.equal(model.sections[child]?.parent, section.index);
        if (section.parent === undefined) continue;
        assert.ok(section.parent < section.index);
        assert.ok(model.sections[section.parent]?.children.includes(section.index));
        assert.ok((model.sections[section.parent]?.level ?? 9) < section.level);
      }
    }));

  it('keeps units, tables and lists inside their section, and indices inside their arrays', () =>
    holds((model) => {
      for (const section of model.sections) {
        for (const part of [...section.units, ...section.tables, ...section.lists]) {
          assert.ok(contains(section.span, part.span), JSON.stringify([section.span, part.span]));
        }
        for (const unit of section.units) {
          if (unit.item) assert.ok(section.lists[unit.item.list]?.items[unit.item.item]);
          if (unit.row) assert.ok(section.tables[unit.row.table]?.rows[unit.row.row]);
        }
        for (const item of section.lists.flatMap((list) => list.items)) {
          for (const unit of item.units) assert.ok(section.units[unit]);
        }
        for (const row of section.tables.flatMap((table) => table.rows)) {
          const { prose } = section.units[row.unit] ?? assert.fail('a row without a unit');
          for (const cell of row.cells) assert.equal(cell.text, prose.text.slice(cell.start, cell.end));
        }
      }
    }));

  it('gives sentences that cover the prose but for white space', () =>
    holds((model) => {
      for (const { prose, sentences } of unitsOf(model)) {
        let at = 0;
        for (const { start, end } of sentences) {
          assert.equal(prose.text.slice(at, start).trim(), '');
          assert.ok(end > start || prose.text === '');
          at = end;
        }
        assert.equal(prose.text.slice(at).trim(), '');
      }
    }));

  it('maps prose back to the source that it was read from', () =>
    holds((model) => {
      for (const unit of unitsOf(model)) {
        const { prose } = unit;
        const { text } = prose;
        for (const sentence of unit.sentences) {
          const span = prose.toSource(sentence.start, sentence.end);
          assert.ok(span.end >= span.start && span.start >= 0 && span.end <= model.text.length);
          if (unit.kind !== 'row') assert.ok(contains(unit.span, span), JSON.stringify([unit.span, span, text]));
        }
        for (let i = 0; i < text.length; i++) assertSameUnit(model, unit, i);
        if (isPlain(model, unit)) assert.equal(normalise(sliceOf(model, prose.toSource(0, text.length))), text);
      }
    }));

  it('gives marks whose places lie in the prose and in the text', () =>
    holds((model) => {
      for (const { prose, marks } of unitsOf(model)) {
        for (const mark of marks) {
          assert.ok(0 <= mark.start && mark.start <= mark.end && mark.end <= prose.text.length);
          assert.ok(mark.span.start <= mark.span.end && mark.span.end <= model.text.length);
        }
      }
    }));

  it('finds comments and footnotes with exact spans', () =>
    holds((model) => {
      for (const { span, textSpan, section } of model.comments) {
        assert.ok(sliceOf(model, span).startsWith('<!--'));
        assert.ok(contains(span, textSpan));
        assert.ok(contains(model.sections[section]?.span ?? span, { start: span.start, end: span.start }));
      }
      for (const note of model.footnotes) assert.ok(sliceOf(model, note.span).startsWith('[^'));
    }));
});

/** A unit of prose comes from the same unit of the source, or from an escape, a reference or white space. */
function assertSameUnit(model: DocumentModel, unit: TextUnit, i: number): void {
  const { text } = unit.prose;
  const source = sliceOf(model, unit.prose.toSource(i, i + 1));
  const prose = text.charAt(i);
  const same = source.length === 1 && toPlainCharacter(source) === prose;
  const stands =
    /^\\[!-~]$|^&[#\w]+;$/.test(source) ||
    (prose === ' ' && /^(?:\s+|\\?(?:\r\n|\r|\n)|[ ]*(?:\r\n|\r|\n)|<br.*>)$/is.test(source));
  const isSeparator = unit.kind === 'row' && /^ ?\|? ?$/.test(prose);
  const isReplaced = prose === '\ufffd' && source === '\0';
  assert.ok(same || stands || isSeparator || isReplaced, JSON.stringify({ prose, source, text, i }));
}
