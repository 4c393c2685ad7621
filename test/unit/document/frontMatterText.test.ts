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

  it('reads a list of maps as a table, whose columns are their keys, each cell in its place', () => {
    const text = `---\nmeasures:\n  - indicator: Wait at the door | in minutes\n    baseline: 9\n    target: 4 minutes by March 2027\n  - indicator: Callers who give up\n    source: the log of the desk\n    baseline: 0.4\n---\n`;
    const { sections } = parseDocument(text);
    const [table] = sections[0]?.tables ?? [];
    const cells = table?.rows.map((row) => row.cells.map((cell) => cell.text));
    assert.deepEqual(read(text), [
      [
        'Measures',
        2,
        8,
        'Wait at the door | in minutes | 9 | 4 minutes by March 2027 |  / Callers who give up | 0.4 |  | the log of the desk',
      ],
    ]);
    assert.deepEqual(
      table?.header.map((cell) => cell.text),
      ['Indicator', 'Baseline', 'Target', 'Source'],
    );
    assert.deepEqual(cells, [
      ['Wait at the door | in minutes', '9', '4 minutes by March 2027', ''],
      ['Callers who give up', '0.4', '', 'the log of the desk'],
    ]);
    const { prose } = sections[0]?.units[0] ?? { prose: undefined };
    const place = prose?.toSource(prose.text.indexOf('March'), prose.text.indexOf('March') + 10);
    assert.equal(text.slice(place?.start, place?.end), 'March 2027');
  });

  it('reads a map of short values as a list, and an account of figures', () => {
    const text = `---\ncosts:\n  boats: 400\n  crew: "Two hands for the winter"\n  note: ${WORDS}\naccount:\n  boats: 1\n  crew: 2\n  fuel: 3\n  pier: 4\n---\n`;
    assert.deepEqual(read(text), [
      ['Costs', 2, 5, `Boats: 400 / Crew: Two hands for the winter / Note: ${WORDS}`],
      ['Account', 6, 10, 'Boats: 1 / Crew: 2 / Fuel: 3 / Pier: 4'],
    ]);
    const single =
      '---\nresults:\n  - air: cleaner by a tenth of what it was\n  - noise: less of it at night than before\n---\n';
    assert.deepEqual(read(single), [
      ['Results', 2, 4, 'Air: cleaner by a tenth of what it was / Noise: less of it at night than before'],
    ]);
  });

  it('takes menus and maps about the page for no text', () => {
    const text =
      '---\nmenu:\n  - text: How we decide on ferries\n    url: /ferries/how-we-decide\n  - text: What it costs you to cross\n    url: /ferries/costs\nsite:\n  name: Ferries\n  year: 2027\n---\n\n# A\n\nText.\n';
    assert.deepEqual(read(text), [['A', 12, 14, 'Text.']]);
  });

  it('takes a shorter summary and a short sentence for text where the front matter is the paper', () => {
    const text = `---\nsummary: ${WORDS}\nneed: ${WORDS}\noffer: ${WORDS}\npayment: One half when the boats sail.\nlead: Ashby Town Council and three others\n---\n`;
    assert.deepEqual(
      read(text).map(([heading]) => heading),
      ['Summary', 'Need', 'Offer', 'Payment'],
    );
  });

  it('takes any answer for one where the key is a question of a form', () => {
    const text = `---\n"How many people will be reached?": 400\nIn which wards will you work?:\n  - Weir\nStill open?: yes\nIs anybody else part of the work?: ""\n---\n`;
    assert.deepEqual(read(text), [
      ['How many people will be reached?', 2, 2, '400'],
      ['In which wards will you work?', 3, 4, 'Weir'],
    ]);
  });

  it('takes short values and what is about the page for no text', () => {
    const text = `---\ntitle: ${WORDS}\nsummary: ${WORDS}\nauthor: J. Doe\nstage: OBC\n---\n\n# A\n\nText.\n`;
    assert.deepEqual(read(text), [['A', 8, 10, 'Text.']]);
  });

  describe('maps with titles', () => {
    const page = (...lines: readonly string[]) => `---\ntitle: The harbour fund\n${lines.join('\n')}\n---\n`;

    it('reads components of a page as sections under their titles, each from the line of its component', () => {
      const text = page(
        'components:',
        '- breadcrumbs:',
        '  - title: Home',
        '    url: /',
        '- intro:',
        '  - title: "Nets that *spare* the seals"',
        '    short_desc: >',
        `      ${WORDS}`,
        '    image: /nets.jpg',
        '    description: |',
        '      <p>The fund pays for nets &amp; crews.</p>',
        '    sidebar_menu: true',
        '- text_block:',
        '  body: >',
        '    <div><p>The council will go on with two works that it began:</p></div>',
        '- text_col_2:',
        `  - col: ${WORDS}`,
        `  - col: ${WORDS}`,
        '- grid:',
        '  - grid_title: More about the harbour',
        '  - card: /quays',
      );
      assert.deepEqual(read(text), [
        ['Nets that *spare* the seals', 7, 14, `${WORDS} / The fund pays for nets & crews.`],
        [undefined, 15, 17, 'The council will go on with two works that it began:'],
        [undefined, 18, 19, WORDS],
        [undefined, 20, 20, WORDS],
      ]);
      const [section] = parseDocument(text).sections;
      const { textSpan, span } = section?.heading ?? {};
      const place = section?.units[1]?.prose.toSource(23, 26);
      assert.equal(text.slice(textSpan?.start, textSpan?.end), 'Nets that *spare* the seals');
      assert.equal(text.slice(span?.start, span?.end), 'title: "Nets that *spare* the seals');
      assert.equal(text.slice(place?.start, place?.end), '&amp; c');
    });

    it('reads questions and answers, however short, and puts them below the key of their list', () => {
      const text = page(
        'faqs:',
        '  - q: who_can_apply?',
        '    a: Anyone who fishes from the harbour may apply.',
        '  - question: >',
        '      How is it',
        '      paid?',
        '    answer: "One half is paid\\nwhen the boats sail."',
      );
      assert.deepEqual(
        parseDocument(text).sections.map(({ heading, level }) => [heading?.text, level]),
        [
          ['Faqs', 2],
          ['Who can apply?', 3],
          ['How is it paid?', 3],
        ],
      );
      assert.deepEqual(read(text).slice(1), [
        ['Who can apply?', 4, 5, 'Anyone who fishes from the harbour may apply.'],
        ['How is it paid?', 6, 9, 'One half is paid when the boats sail.'],
      ]);
      const span = parseDocument(text).sections[2]?.heading?.span;
      assert.equal(text.slice(span?.start, span?.end), 'How is it');
    });

    it('reads a key that speaks as a heading below the title, and text keys as words of the title', () => {
      const text = page(
        'awards:',
        '  title: COVID-19',
        `  summary: ${WORDS}`,
        `  who_benefits: ${WORDS}`,
        '  image_url: /school.jpg',
        'rules:',
        '  summary: A note on rules',
      );
      assert.deepEqual(
        parseDocument(text).sections.map(({ heading, level, lineNumbers }) => [heading?.text, level, ...lineNumbers]),
        [
          ['COVID-19', 2, 3, 5],
          ['Who benefits', 3, 6, 7],
        ],
      );
    });

    it('takes a title alone for that of the text in the next component, and for nothing elsewhere', () => {
      const text = page(
        'sections:',
        '  - heading: Why now',
        '  - columns:',
        '    - text: |',
        '        <div>',
        '',
        '            <h5>Seals</h5>',
        '',
        `            <p>${WORDS}</p>`,
        '        </div>',
        `    - text: ${WORDS}`,
        '  - heading: Pictures',
        '    images: [a.png, b.png]',
        '  - heading: The end',
      );
      assert.deepEqual(read(text), [
        ['Why now', 3, 6, ''],
        ['Seals', 7, 12, WORDS],
        [undefined, 13, 13, WORDS],
      ]);
    });

    it('reads values with how they are shown as a table, also below an empty key', () => {
      const row = (name: string, share: number) => [
        `      - "": ${name}`,
        '        "Boats lost":',
        `          value: ${share}`,
        '          filter: percent',
      ];
      const text = page(
        'parts:',
        '  - table:',
        '    - title: Losses',
        '      columns:',
        ...row('North', 4),
        ...row('South', 9),
        ...row('Weir', 1),
        ...row('Isle', 2),
      );
      assert.deepEqual(read(text), [
        ['Parts', 3, 3, ''],
        ['Losses', 4, 22, 'North | 4 / South | 9 / Weir | 1 / Isle | 2'],
      ]);
    });

    it('reads short maps of more than a title and a text as a table', () => {
      const text = page(
        'actions:',
        ...['Nets', 'Wardens'].flatMap((name) => [
          `  - title: ${name}`,
          '    owner: The harbour master',
          `    description: Bought by the fund and lent to crews for each season of the year`,
        ]),
      );
      assert.deepEqual(
        read(text).map(([heading, first, last]) => [heading, first, last]),
        [['Actions', 3, 9]],
      );
    });

    it('takes lists of links, notes on the page and markup for no text', () => {
      const text = page(
        'resources:',
        '  - title: How to apply for a net',
        '    url: /apply',
        '    description: The form, and all that goes with it.',
        'video:',
        '  title: A day at the quay',
        '  body: <iframe src="https://video.example/a/b/c/d" width="400" height="300" title="x" allow="a b c d e f g h"></iframe>',
        `ogDescription: ${WORDS}`,
        `meta_description: ${WORDS}`,
        `custom-css: ${WORDS}`,
        `pictureAlt: ${WORDS}`,
      );
      assert.deepEqual(read(text), []);
    });
  });
});
