import * as fc from 'fast-check';

// Everything that real papers bring, in one text: what a word processor leaves behind, what Markdown allows, what people mistype.
const words = fc.constantFrom(
  'care leavers',
  'Walsall',
  '£2.4m',
  'by March 2029',
  '“affordable” homes',
  'residents’ panel',
  'Dr. Shah agreed.',
  'e.g. buses',
  '40\u00a0jobs',
  'well\u2011paid',
  'co\u00adoperative',
  '😀 emoji',
  '👩‍🔧',
  'R&D and A&amp;E',
  '5 * 3 < 20',
  'snake_case_name',
  'a\\*b',
  '[a slot to fill in]',
  'see section 5.2',
  'No. 5 of 12.',
  'What works? We ask.',
  '{curly}',
  'tab\there',
  '#hashtag',
  '&#8217;',
);
const inline = fc.oneof(
  { weight: 6, arbitrary: words },
  words.map((w) => `**${w}**`),
  words.map((w) => `*${w}*`),
  words.map((w) => `\`${w.replace(/`/g, '')}\``),
  words.map((w) => `[${w.replace(/[[\]]/g, '')}](https://example.org/a)`),
  words.map((w) => `![${w.replace(/[[\]]/g, '')}](a.png)`),
  words.map((w) => `${w}[^n1]`),
  words.map((w) => `${w} <!-- note: ${w.replace(/-/g, ' ')} -->`),
  words.map((w) => `${w}<br>`),
  words.map((w) => `~~${w}~~`),
);
const sentence = fc.array(inline, { minLength: 1, maxLength: 8 }).map((parts) => `${parts.join(' ')}.`);
const wrapped = fc.array(sentence, { minLength: 1, maxLength: 4 });

const paragraph = fc
  .tuple(wrapped, fc.constantFrom('\n', ' ', '  \n', '\\\n'))
  .map(([lines, wrap]) => lines.join(wrap));
const title = fc
  .tuple(fc.constantFrom('', '2.1 ', '3) ', 'A1.1 ', 'PART B: ', 'Appendix C: ', '04 '), words)
  .map((t) => t.join(''));
const heading = fc
  .tuple(title, fc.integer({ min: 1, max: 4 }), fc.constantFrom('', ':', ' {#anchor}', ' ##'))
  .chain(([text, level, tail]) =>
    fc.constantFrom(
      `${'#'.repeat(level)} ${text}${tail}`,
      `${'#'.repeat(level)}${text}`,
      `${text}\n${level === 1 ? '===' : '---'}`,
      `**${text}**`,
      `__${text}__${tail.startsWith(':') ? ':' : ''}`,
      `***${text}***`,
      `<h${level} class="a">${text}</h${level}>`,
      `<h${level}>\n  ${text}\n</h${level}>\n<p>${text}</p>`,
      `<div class="box">\n<header>\n  <div>${text}</div>\n</header>\n<p>${text}</p>\n</div>`,
    ),
  );
const item = fc.tuple(
  fc.constantFrom('- ', '1. ', '- [ ] ', '- [x] ', '* '),
  sentence,
  fc.option(sentence, { nil: undefined }),
);
const list = fc
  .array(item, { minLength: 1, maxLength: 5 })
  .map((items) =>
    items.map(([mark, text, inner]) => `${mark}${text}${inner === undefined ? '' : `\n    - ${inner}`}`).join('\n'),
  );
const cell = fc.oneof(inline, fc.constantFrom('', 'TBC', 'a \\| b', ' '));
const table = fc
  .array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .map((rows) =>
    ['| Group | Target | Source |', '| --- | ---: | :-- |', ...rows.map((r) => `| ${r.join(' | ')} |`)].join('\n'),
  );
const htmlBlock = fc.constantFrom(
  '<table>\n<tr><th>Group</th><th>Number</th></tr>\n<tr><td>Carers</td><td>40 &amp; more</td></tr>\n</table>',
  '<div>\n<p>First &#8211; part</p><p>Second</p>',
  '<details><summary>More</summary>\n\nInside it\n\n</details>',
  '<script>if (a < b) {}</script>',
  '</div>',
  '<p>unclosed <b>bold',
);
const comment = fc.constantFrom(
  '<!-- a comment\nover two lines -->',
  '<!-- inclusive-growth: waive place because "x y" -->',
  '<!---->',
);
const furniture = fc.constantFrom(
  'Page 3 of 12',
  '14',
  '---',
  '\\newpage',
  '<div style="page-break-after: always"></div>',
  '{: .fig}',
);
const code = fc.constantFrom('```yaml\n# not a heading\n<!-- shown -->\n```', '    indented\n    # code', '~~~\nopen');
const quote = paragraph.map((text) => text.replace(/^/gm, '> '));
const footnote = sentence.map((text) => `[^n1]: ${text}\n    And more.`);
const oddity = fc.constantFrom(
  '<!-- never closed',
  '\0',
  '\ud83d',
  '\u2028',
  '>'.repeat(40),
  '| a |\n|---|',
  '[ref]: https://example.org',
  '***',
  '"A whole quotation."',
);
const block = fc.oneof(
  { weight: 6, arbitrary: paragraph },
  { weight: 5, arbitrary: heading },
  { weight: 2, arbitrary: list },
  { weight: 2, arbitrary: table },
  htmlBlock,
  comment,
  furniture,
  code,
  quote,
  footnote,
  oddity,
);
const frontMatter = fc.constantFrom(
  '',
  '---\ntitle: A scheme\ndocument-type: business-case\nstage: OBC\n---\n',
  '---\r\ntitle: "Ein ‘Ü’ 😀"\r\n---\r\n',
  '---\ntitle: [broken\n---\n',
  '---\nnever: closed\n\n',
);

/** Documents as they come: every construct that the model reads, all kinds of line ends, and some that nobody means. */
export const documents: fc.Arbitrary<string> = fc
  .tuple(
    frontMatter,
    fc.array(block, { maxLength: 14 }),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.constantFrom('\n\n', '\n\n\n', '\n'),
  )
  .map(([front, blocks, lineEnd, gap]) => `${front}${blocks.join(gap)}\n`.replace(/\r\n|\r|\n/g, lineEnd));
