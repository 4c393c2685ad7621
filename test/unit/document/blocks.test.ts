import { strict as assert } from 'node:assert';
import type { DocumentModel, Table } from '../../../server/src/core/document/documentModel';
import { parseDocument } from '../../../server/src/core/document/parseDocument';
import { marks, units } from '../../support/outline';

const first = (model: DocumentModel) => model.sections[0] ?? assert.fail('no section');
/** Cells of a table, in the source and as read. */
function cells(model: DocumentModel, table: Table | undefined): readonly string[] {
  const rows = [{ span: table?.span, cells: table?.header ?? [] }, ...(table?.rows ?? [])];
  return rows.map(({ span: { start } = { start: 0 }, cells }) =>
    cells.map(({ span, text }) => `${model.text.slice(start + span.start, start + span.end)}=${text}`).join('; '),
  );
}

describe('tables', () => {
  it('reads a row as one unit, with the place of each cell', () => {
    const text = '| **Group** | Number |\n|---|---|\n| Carers \\| all | `40` |\n|  | TBC |\n{: .wide}\n\ntext';
    const model = parseDocument(text);
    assert.equal(units(model), 'row 0.0: Carers | all | 40\nrow 0.1:  | TBC\nparagraph: text');
    assert.deepEqual(cells(model, first(model).tables[0]), [
      '**Group**=Group; Number=Number',
      'Carers \\| all=Carers | all; `40`=40',
      '  =; TBC=TBC',
    ]);
    assert.deepEqual(
      first(model).tables[0]?.rows.map((row) => [row.unit, ...row.cells.map((c) => [c.start, c.end])]),
      [
        [0, [0, 12], [15, 17]],
        [1, [0, 0], [3, 6]],
      ],
    );
  });

  it('reads tables without outer pipes and rows that are too short', () => {
    const model = parseDocument('Group | Number\n--- | ---\nCarers\nRenters | 12');
    assert.equal(units(model), 'row 0.0: Carers\nrow 0.1: Renters | 12');
  });

  it('reads what stands in angle brackets for somebody to fill in as words, and tags as tags', () => {
    const text = '<INSERT>\n\nBy <Name of partner> or<br disabled> <kbd data-key>us</kbd> <Benefit value />.';
    assert.equal(units(parseDocument(text)), 'paragraph: <INSERT>\nparagraph: By <Name of partner> or us .');
    const table = '<table><tr><td nowrap><Benefit value/rate></td><td>4</td></tr></table>';
    assert.equal(units(parseDocument(table)), 'row 0.0: <Benefit value/rate> | 4');
  });

  it('reads tables in HTML', () => {
    const model = parseDocument(
      '<table>\n<tr><th>Group</th><th>Number</th></tr>\n<tr>\n<td>Carers &amp; <b>all</b></td><td></td>\n</tr>\n</table>\n',
    );
    assert.equal(units(model), 'row 0.0: Carers & all | ');
    assert.deepEqual(cells(model, first(model).tables[0]), [
      'Group=Group; Number=Number',
      'Carers &amp; <b>all=Carers & all; =',
    ]);
  });

  it('counts tables within their section', () => {
    const table = '| a | b |\n|---|---|\n| c | d |';
    const model = parseDocument(`# A\n\n${table}\n\ntext\n\n${table}\n\n# B\n\n${table}`);
    assert.deepEqual(
      model.sections.map((s) => s.tables.map((t) => t.rows.map((r) => r.unit))),
      [[[0], [2]], [[0]]],
    );
    assert.deepEqual(
      model.sections.map((s) => s.units.map((u) => u.row?.table)),
      [[0, undefined, 1], [0]],
    );
  });
});

describe('lists', () => {
  it('reads one unit per paragraph of an item, nested items included', () => {
    const model = parseDocument('- a\n\n  b\n- [x] c\n    1. d\n- [ ] e\n\nf');
    assert.equal(units(model), 'item 0.0: a\nitem 0.0: b\nitem 0.1: c\nitem 1.0: d\nitem 0.2: e\nparagraph: f');
    assert.deepEqual(
      first(model).lists.map((list) => [list.ordered, ...list.items.map((i) => [i.checked, ...i.units])]),
      [
        [false, [undefined, 0, 1], [true, 2, 3], [false, 4]],
        [true, [undefined, 3]],
      ],
    );
    assert.equal(marks(model), 'check-box <> <[x]> checked\ncheck-box <> <[ ]> unchecked');
  });

  it('sees a box before a word in bold or a link, alone or among other items', () => {
    for (const text of ['- [x] **Yes**\n- [ ] [No](x)\n', '-\n- [x] **Yes**\n- [ ] [No](x)\n']) {
      const found = marks(parseDocument(text)).split('\n');
      const boxes = found.filter((mark) => mark.startsWith('check-box'));
      assert.deepEqual(boxes, ['check-box <> <[x]> checked', 'check-box <> <[ ]> unchecked']);
    }
  });

  it('reads tables and quotations in items, and headings there as words', () => {
    const model = parseDocument('- # A\n- > b\n- | c | d |\n  |---|---|\n  | e | f |');
    assert.equal(units(model), 'item 0.0: A\n>item 0.1: b\nrow 0.2: e | f');
  });
});

describe('footnotes', () => {
  it('reads a definition where it stands', () => {
    const text = '# A\n\nb[^n]\n\n[^n]: See *c*.\n\n    And d.\n\n# E\n';
    const model = parseDocument(text);
    assert.deepEqual(
      model.footnotes.map(({ id, text: words, section, span }) => [
        id,
        words,
        section,
        text.slice(span.start, span.end),
      ]),
      [['n', 'See c. And d.', 0, '[^n]: See *c*.\n\n    And d.']],
    );
    assert.equal(units(model), 'paragraph: b\nfootnote: See c.\nfootnote: And d.');
  });
});

describe('comments', () => {
  it('finds them between, inside and below words, not in code', () => {
    const text =
      '<!-- a\nb -->\n\n# C\n\nd <!--e--> f <!---->\n\n`<!-- g -->`\n\n```\n<!-- h -->\n```\n\n<div><!-- i --><p>j</p></div>\n';
    const model = parseDocument(text);
    assert.deepEqual(
      model.comments.map(({ span, textSpan, section }) => [
        text.slice(span.start, span.end),
        text.slice(textSpan.start, textSpan.end),
        section,
      ]),
      [
        ['<!-- a\nb -->', ' a\nb ', 0],
        ['<!--e-->', 'e', 1],
        ['<!---->', '', 1],
        ['<!-- i -->', ' i ', 1],
      ],
    );
    assert.equal(units(model), 'paragraph: d f\nparagraph: <!-- g -->\nparagraph: j');
  });

  it('ends an unclosed comment with its paragraph and reads on', () => {
    const text = '# A\n\n<!-- open\nmore\n\n# B\n\ntext\n';
    const model = parseDocument(text);
    assert.deepEqual(
      model.comments.map(({ span }) => text.slice(span.start, span.end)),
      ['<!-- open\nmore'],
    );
    assert.deepEqual(
      model.sections.map((s) => s.heading?.title),
      ['A', 'B'],
    );
    assert.equal(units(model), 'paragraph: text');
  });
});
