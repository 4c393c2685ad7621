import { strict as assert } from 'node:assert';
import { parseDocument } from '../../../server/src/core/document/parseDocument';
import { readComments } from '../../../server/src/core/findings/readComments';

const WORDS =
  'Forty residents of the two wards who have been out of work for a year will be taken on by the contractor.';

/** Every section as its heading, its lines and its words. */
function read(text: string) {
  return parseDocument(text).sections.map(({ heading, lineNumbers, units }) => [
    heading?.text,
    ...lineNumbers,
    units.map((unit) => unit.prose.text).join(' / '),
  ]);
}

describe('text in front matter', () => {
  const [head, tail] = [WORDS.slice(0, 50).trim(), WORDS.slice(50).trim()];
  const forms: readonly (readonly [form: string, value: string])[] = [
    ['a folded block', `>-\n  ${head}\n  ${tail}`],
    ['a literal block', `|\n  ${head}\n  ${tail}`],
    ['double quotation marks', `"${head}\n  ${tail}"`],
    ['single quotation marks', `'${head}\n  ${tail}'`],
    ['plain lines', `${head}\n  ${tail}`],
  ];
  for (const [form, value] of forms) {
    for (const lineEnd of ['\n', '\r\n']) {
      it(`reads ${form} as a section, to the unit (${JSON.stringify(lineEnd)})`, () => {
        const text = `---\ntitle: Bid\nwho_benefits: ${value}\ndate: 2024-01-01\n---\n`.replace(/\n/g, lineEnd);
        const { sections } = parseDocument(text);
        const [section] = sections;
        const { prose } = section?.units[0] ?? { prose: undefined };
        const place = prose?.toSource(prose.text.indexOf('contractor'), prose.text.indexOf('contractor') + 10);
        const heading = section?.heading;
        assert.equal(sections.length, 1);
        assert.equal(heading?.text, 'Who benefits');
        assert.equal(text.slice(heading?.textSpan.start, heading?.textSpan.end), 'who_benefits');
        assert.equal(prose?.text, WORDS);
        assert.equal(text.slice(place?.start, place?.end), 'contractor');
        assert.equal(section?.lineNumbers[0], 3);
      });
    }
  }

  it('keeps metadata out of the sections before and after it, and the body apart', () => {
    const text = `---\ntitle: Bid\nneed: ${WORDS}\ntags: [a, b]\ncategory: x\noffer: ${WORDS}\nlayout: y\n---\n\nBody words.\n\n# A\n\nMore.\n`;
    assert.deepEqual(read(text), [
      ['Need', 3, 3, WORDS],
      ['Offer', 6, 6, WORDS],
      [undefined, 10, 11, 'Body words.'],
      ['A', 12, 14, 'More.'],
    ]);
  });

  const waiver = '<!-- inclusive-growth: waive voice because "Nobody to ask." -->';
  for (const [form, value] of [
    ['a folded block', `>-\n  ${WORDS}\n\n  ${waiver}\n`],
    ['single quotation marks', `'${WORDS} ${waiver}'`],
    ['double quotation marks', `"${WORDS} ${waiver.replaceAll('"', '\\"')}"`],
    ['a list', `\n  - ${WORDS}\n  - >\n    ${WORDS}\n    ${waiver}\n`],
  ] as const) {
    it(`finds a comment in ${form}, in its section and its place`, () => {
      const text = `---\ntitle: Bid\nfirst: ${WORDS}\nneed: ${value}\nlast: ${WORDS}\n---\n\n# A\n\nText.\n`;
      const document = parseDocument(text);
      const [comment, ...others] = document.comments;
      assert.equal(others.length, 0);
      assert.equal(document.sections[comment?.section ?? -1]?.heading?.text, 'Need');
      assert.match(text.slice(comment?.span.start, comment?.span.end), /^<!-- .*Nobody to ask\..* -->$/);
      const [read] = readComments(document, '2026-11-01');
      assert.deepEqual(read?.kind === 'waiver' && [read.waiver.targets[0]?.id, read.waiver.reason], [
        'voice',
        'Nobody to ask.',
      ]);
    });
  }

  it('takes a heading on the line right after the block for one', () => {
    for (const body of ['### A\n\nMore.\n', '<h3>A</h3>\n\nMore.\n']) {
      assert.deepEqual(read(`---\nneed: ${WORDS}\n---\n${body}`), [
        ['Need', 2, 2, WORDS],
        ['A', 4, 6, 'More.'],
      ]);
    }
  });

  it('reads lists of strings and nested maps', () => {
    const text = `---\nimpact:\n  howMany: ${WORDS}\n  steps:\n    - ${WORDS}\n    - "Then \\"more\\" of it."\n---\n`;
    assert.deepEqual(read(text), [
      ['Impact', 2, 2, ''],
      ['How many', 3, 3, WORDS],
      ['Steps', 4, 6, `${WORDS} / Then "more" of it.`],
    ]);
  });

  it('takes short values and what is about the page for no text', () => {
    const text = `---\ntitle: ${WORDS}\nsummary: ${WORDS}\nauthor: J. Doe\nstage: OBC\n---\n\n# A\n\nText.\n`;
    assert.deepEqual(read(text), [['A', 8, 10, 'Text.']]);
  });
});
