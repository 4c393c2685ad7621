import { strict as assert } from 'node:assert';
import { parseDocument } from '../../../server/src/core/document/parseDocument';
import { setType } from '../../../server/src/core/fixes/setType';
import { applyEdits } from '../../../server/src/core/text/textEdit';

const page = (...lines: readonly string[]) => `+++\n${lines.join('\n')}\n+++\n\n# A\n\nText.\n`;

/** Every section as its heading, its level, its lines and its words. */
function read(text: string) {
  return parseDocument(text).sections.map(({ heading, level, lineNumbers, units }) => [
    heading?.text,
    level,
    ...lineNumbers,
    units.map((unit) => unit.prose.text).join(' / '),
  ]);
}

describe('front matter in TOML', () => {
  it('reads each key with its place and its value', () => {
    const text = page(
      '# A page',
      'title = "The \\"harbour\\" fund" # as it is called',
      "'document-type' = 'policy-paper'",
      'date = 2027-01-02 10:00:00Z',
      'draft = false',
      'weight = 1_000',
      'tags = [ "a", # one',
      "  'b', ]",
      'site.menu = { name = "x", at = 2 }',
    );
    const { frontMatter, title } = parseDocument(text);
    assert.equal(frontMatter?.language, 'toml');
    assert.equal(title, 'The "harbour" fund');
    assert.deepEqual(
      frontMatter?.entries.map(({ key, keySpan, value, valueSpan }) => [
        key,
        text.slice(keySpan.start, keySpan.end),
        value,
        text.slice(valueSpan.start, valueSpan.end),
      ]),
      [
        ['title', 'title', 'The "harbour" fund', 'The \\"harbour\\" fund'],
        ['document-type', "'document-type'", 'policy-paper', 'policy-paper'],
        ['date', 'date', '2027-01-02 10:00:00Z', '2027-01-02 10:00:00Z'],
        ['draft', 'draft', false, 'false'],
        ['weight', 'weight', 1000, '1_000'],
        ['tags', 'tags', ['a', 'b'], `[ "a", # one\n  'b', ]`],
        ['site', 'site', { menu: { name: 'x', at: 2 } }, ''],
      ],
    );
  });

  it('reads long texts, lists of tables and tables as sections, to the unit', () => {
    const text = page(
      'who_benefits = """',
      'Forty crews of the north harbour get nets that do no harm, \\',
      '    and two wardens count what they lose.',
      '',
      '- Crews who lost a season',
      '  - and their families"""',
      '[params]',
      'weight = 3',
      '[[faqs]]',
      'q = "Who can apply?"',
      'a = "Anyone who fishes from the harbour may apply."',
      '[[faqs]]',
      "q = 'How is it paid?'",
      "a = '''",
      "<p>One half is paid when the 'boats' sail.</p>'''",
      '[impact]',
      'how_measured = "The wardens count the losses of each boat at the quay every week and publish them all."',
      'figures = { north = 4, south = 9, weir = 1, isle = 2.5 }',
    );
    assert.deepEqual(read(text), [
      [
        'Who benefits',
        2,
        2,
        7,
        'Forty crews of the north harbour get nets that do no harm, and two wardens count what they lose. / Crews who lost a season / and their families',
      ],
      ['Faqs', 2, 10, 10, ''],
      ['Who can apply?', 3, 11, 12, 'Anyone who fishes from the harbour may apply.'],
      ['How is it paid?', 3, 13, 16, "One half is paid when the 'boats' sail."],
      ['Impact', 2, 17, 17, ''],
      [
        'How measured',
        3,
        18,
        18,
        'The wardens count the losses of each boat at the quay every week and publish them all.',
      ],
      ['Figures', 3, 19, 19, 'North: 4 / South: 9 / Weir: 1 / Isle: 2.5'],
      ['A', 1, 22, 24, 'Text.'],
    ]);
    const { prose } = parseDocument(text).sections[0]?.units[0] ?? {};
    const place = prose?.toSource(prose.text.indexOf('wardens'), prose.text.indexOf('wardens') + 7);
    assert.equal(text.slice(place?.start, place?.end), 'wardens');
  });

  for (const [what, lines] of [
    ['a quotation mark that is never closed', 'title = "a'],
    ['a key that stands twice', 'a = 1\na = 2'],
    ['a key without a value', 'a ='],
    ['a key without a sign', 'a = 1\nb'],
    ['two keys on a line', 'a = 1 b = 2'],
    ['a list that is never closed', 'a = [1, 2'],
    ['a table that is a value already', 'a = 1\n[a.b]\nc = 2'],
    ['a name without its bracket', '[a\nb = 1'],
    ['brackets without end', `a = ${'['.repeat(50_000)}`],
  ] as const) {
    it(`says what is wrong with ${what} and reads on`, () => {
      const text = page(...lines.split('\n'));
      const { frontMatter } = parseDocument(text);
      assert.deepEqual(frontMatter?.entries, []);
      assert.match(frontMatter?.problems[0]?.message ?? '', /^The front matter cannot be read as TOML: /);
      const { start, end } = frontMatter?.problems[0]?.span ?? { start: 0, end: 0 };
      assert.ok(start >= 4 && end <= 5 + lines.length && start <= end);
      assert.deepEqual(
        read(text).map(([heading]) => heading),
        ['A'],
      );
    });
  }

  it('takes words between two such lines, and a block that is never closed, for text', () => {
    for (const text of ['+++\n\nA paragraph.\n\n+++\n', '+++\ntitle = "a"\n\nText.\n'])
      assert.equal(parseDocument(text).frontMatter, undefined);
  });

  it('is told the type of the document in its own language', () => {
    const text = page('title = "a"', 'stage = "SOC"');
    const fixed = applyEdits(
      text,
      setType(parseDocument(text), 'business-case', 'OBC').edits.map(({ span, newText }) => ({
        ...span,
        text: newText,
      })),
    );
    assert.equal(fixed, page('document-type = "business-case"', 'title = "a"', 'stage = "OBC"'));
    assert.deepEqual(parseDocument(fixed).frontMatter?.problems, []);
  });
});
