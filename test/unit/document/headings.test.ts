import { strict as assert } from 'node:assert';
import { parseDocument } from '../../../server/src/core/document/parseDocument';
import { outline } from '../../support/outline';

/** Markdown, and what a reader sees as its sections: lines, level, form, [number] title. */
const CASES: readonly (readonly [what: string, markdown: string, expected: string])[] = [
  ['reads ATX and setext', '# One\n\ntext\n\nTwo\n---\n\ntext', '1-4 1 atx One\n5-8 2 setext Two'],
  [
    'reads ATX with closing marks and attributes',
    '## One ##\n\n## Two {#two}\n\n## Three {: .x}',
    '1-2 2 atx One\n3-4 2 atx Two\n5-5 2 atx Three',
  ],
  ['drops emphasis, links and a trailing colon from titles', '## **The** [need](a.md):', '1-1 2 atx The need'],
  [
    'takes a slot to fill in for text, and the end of a sentence above a rule',
    '# One\n\n## <INSERT THE PREFERRED OPTION>\n\n**<INPUT - RISKS>**\n\npeople without a home.\n---\n\ntext',
    '1-10 1 atx One',
  ],
  [
    'reads the labels of a form that are written in capitals, however little is said below each',
    '## Item\n\n**Subject:** Fares\n\n**ACTION ASKED FOR:**  \nA vote.\n\n**FISCAL IMPACT:**\nNone.\n\n**See also:**\nB\n\n**APPROVED BY:**\n\nC',
    '1-4 2 atx Item\n5-7 3 bold ACTION ASKED FOR\n8-13 3 bold FISCAL IMPACT\n14-16 3 bold APPROVED BY',
  ],
  [
    'reads the titles of slides, below a break, a page number or a picture of the same words',
    '## Talk\n\n![Aims](a.png)  \n**Aims**\n- a\n\n**Within**\n- b\n\n---\n\n**Costs**\n- c\n\n12\n\n![x](b.png)\n\n**Next**\n- d\n\n<!-- Page 9 -->\n**Close**\n- e\n\n**Page 9**',
    '1-3 2 atx Talk\n4-11 3 bold Aims\n12-18 3 bold Costs\n19-22 3 bold Next\n23-26 3 bold Close',
  ],
  ['leaves an empty heading to the section around it', '# One\n\n##\n\ntext', '1-5 1 atx One'],
  [
    'reads marks without a space',
    '##03 About\n\ntext\n\n####The need\ntext',
    '1-4 2 atx-no-space [03] About\n5-6 4 atx-no-space The need',
  ],
  [
    'reads marks without a space inside a paragraph',
    'text\n##Next part\nmore',
    '1-1 0 -\n2-3 2 atx-no-space Next part',
  ],
  [
    'asks one mark without a space for a capital and a paragraph of its own',
    '#Purpose\n\n#1 priority\n\n#hashtag\n\nas we say #Growth\nand\n#Growth',
    '1-9 1 atx-no-space Purpose',
  ],
  [
    'takes one for a heading right above its text as well, and tags and sentences for text',
    '#Our purpose\nWe help.\n\n#OurTown\nWe help.\n\n#Help comes.\nWe help.\n\n#Growth and\nmore\n\n#Growth #Jobs\nWe help.',
    '1-14 1 atx-no-space Our purpose',
  ],
  [
    'reads bold words before a note in brackets, and no others before words',
    '# A\n\n**Costs** (200 words)\n\nText.\n\n**Risks**(below)\n\n**Ann** (chair) was there',
    '1-2 1 atx A\n3-6 2 bold Costs (200 words)\n7-9 2 bold Risks(below)',
  ],
  [
    'reads bold words with spaces inside their marks, as converters leave them',
    '**Costs **\n\ntext\n\n** Next steps**:\nText.\n\n**Aims ** and\n\n** **\n\n__Risks __',
    '1-4 1 bold Costs\n5-11 1 bold Next steps\n12-12 1 bold Risks',
  ],
  [
    'reads a question of more words than other titles have',
    'text\n\n**Challenge 1: How can we make sure that each and every one of our neighbours in the valley is well served?**\n\ntext',
    '1-2 0 -\n3-5 1 bold Challenge 1: How can we make sure that each and every one of our neighbours in the valley is well served?',
  ],
  [
    'reads a paragraph that is only bold, one level below the heading above',
    '## A\n\n**2. Title**\n\ntext\n\n__Other:__\n\ntext\n\n**Third**:',
    '1-2 2 atx A\n3-6 3 bold [2] Title\n7-10 3 bold Other\n11-11 3 bold Third',
  ],
  [
    'sets numbered bold lines beside headings numbered alike',
    '# 4 A\n\n## 4.1 B\n\n### 4.1.1 C\n\n**4.2 D**\n\ntext',
    '1-2 1 atx [4] A\n3-4 2 atx [4.1] B\n5-6 3 atx [4.1.1] C\n7-9 2 bold [4.2] D',
  ],
  ['takes a number outside the bold words', '2.1 **Title**\n\ntext', '1-3 1 bold [2.1] Title'],
  ['takes the letter of a minute outside the bold words', 'b)  **Title**\n\ntext', '1-3 1 bold b) Title'],
  ['takes a small Roman number outside the bold words', '(iv) **Title**\n\ntext', '1-3 1 bold [(iv)] Title'],
  ['takes no word outside the bold words', 'vivid) **Title**\n\ntext', '1-3 0 -'],
  [
    'reads bold italics as a heading in the body',
    '# A\n\ntext\n\n***Why now***\n\ntext',
    '1-4 1 atx A\n5-7 2 bold Why now',
  ],
  ['takes a strap line for text', '---\ntitle: x\n---\n***Homes for all, near work***\n\n## A', '4-5 0 -\n6-6 2 atx A'],
  ['takes a strap line below the title for text', '# A\n\n***Homes for all, near work***\n\ntext', '1-5 1 atx A'],
  [
    'takes a bold sentence for text',
    '# A\n\n**This scheme will be good for everyone who lives here.**\n\ntext',
    '1-5 1 atx A',
  ],
  ['takes a bold link for an entry of a list', '# A\n\n**[Strategy](a.md)**\n\n**[Plan](b.md)**', '1-5 1 atx A'],
  ['takes bold lines of one paragraph for text', '# A\n\n**One**\n**Two**', '1-4 1 atx A'],
  ['takes a paragraph that only begins in bold for text', '# A\n\n**One** and two\n\n**One**\ntext', '1-6 1 atx A'],
  [
    'takes the caption of a table for text',
    '# A\n\n**Table 3: Benefits**\n\n| a | b |\n|---|---|\n| c | d |',
    '1-7 1 atx A',
  ],
  [
    'reads a line in bold right above its text, also among others of one paragraph',
    '# A\n\n**Finance:**\nThe Council pays.\n**2.1 Risks** \nThere are two.  \n__Next__\n3 of them.',
    '1-2 1 atx A\n3-4 2 bold Finance\n5-6 2 bold [2.1] Risks\n7-8 2 bold Next',
  ],
  [
    'takes a line in bold inside a sentence, or with nothing below it, for text',
    '## A\n\nThe Council pays\n**Harbour Trust**\nThe sum.\n**Last**\n\n**One** and\nTwo\n\n**Over\ntwo** lines\nThree',
    '1-13 2 atx A',
  ],
  ['takes a slot in bold for text', '# A\n\n**[Name of the scheme]**', '1-3 1 atx A'],
  [
    'takes several lines above a rule for text',
    'This text was wrapped\nover lines\n---\n\n# A',
    '1-4 0 -\n5-5 1 atx A',
  ],
  [
    'takes a sentence above a rule for text',
    '# A\n\nWe ask the Board to agree the outline case today.\n---\n\ntext',
    '1-6 1 atx A',
  ],
  ['takes a key and value between rules for text', '# A\n\n---\nlayout: page\n---\n\ntext', '1-7 1 atx A'],
  [
    'reads HTML headings on one and several lines',
    '<h1>One</h1>\n\ntext\n\n<h2 class="x">\n  Two &amp; three\n</h2>\n<p>text</p>',
    '1-4 1 html One\n5-8 2 html Two & three',
  ],
  [
    'reads a paragraph of HTML that is only bold',
    '# A\n\n<p><strong>Item 2: </strong><b>Need</b> :</p>\n<p>text</p>\n<p><strong>Offer</strong></p>\n<p>text</p>',
    '1-2 1 atx A\n3-4 2 bold Item 2: Need\n5-6 2 bold Offer',
  ],
  [
    'takes a paragraph of HTML that only begins in bold, or is a bold sentence, for text',
    '# A\n\n<p><strong>Panel:</strong> five people</p>\n<p></b><b>All of them came.</b></p>\n<li><b>One</b></li>',
    '1-5 1 atx A',
  ],
  [
    'reads the label of a box',
    '## A\n\ntext\n\n<div class="box">\n<header>\n  <div>Case study</div>\n</header>\n\n<p>words</p>\n</div>',
    '1-4 2 atx A\n5-11 3 label Case study',
  ],
  [
    'reads what folds the text below it away: a summary, a button, a button in a heading',
    '# A\n\n<details>\n<summary><strong>What will the ferry cost the people who take it to work and back?</strong>\n</summary>\n<p>Words.</p>\n</details>\n' +
      '<button class="accordion">Who pays for it, in the end and all told</button>\n<div>Words.</div>\n' +
      '<h3><button aria-expanded="true" class="usa-accordion__button">Who runs it?</button></h3>\n<p>Words.</p>\n<button type="submit">Send</button>',
    '1-2 1 atx A\n3-7 2 label What will the ferry cost the people who take it to work and back?\n8-9 2 label Who pays for it, in the end and all told\n10-12 3 html Who runs it?',
  ],
  [
    'reads titles of the items of a list, as of cards, and no lines in bold there',
    '# A\n\n<ul>\n<li>\n<h3>Boats</h3>\n<p>Two.</p>\n</li>\n<li>\n<details>\n<summary>[Name of the crew]</summary>\n<p>Four.</p>\n</details>\n</li>\n<li>\n<p><b>Fares</b></p>\n<p>None.</p>\n</li>\n</ul>',
    '1-2 1 atx A\n3-7 3 html Boats\n8-18 4 label [Name of the crew]',
  ],
  [
    'reads questions of a list of terms, and no terms',
    '# A\n\n<dl>\n<dt>Ferry</dt>\n<dd>A boat.</dd>\n<dt>Who may take it?</dt>\n<dd>All.</dd>\n</dl>',
    '1-5 1 atx A\n6-8 2 label Who may take it?',
  ],
  ['takes a centred line of HTML for text', '## A\n\n<div align="center">Not for sale</div>', '1-3 2 atx A'],
  [
    'reads parts in capitals',
    'PART A: STRATEGIC CASE\n\ntext\n\nAPPENDIX B\n\nPART OF THE STORY',
    '1-4 1 label [PART A] STRATEGIC CASE\n5-7 1 label [APPENDIX B] APPENDIX B',
  ],
  [
    'takes the rest of a sentence, or the sign of a point, that a converter set in large letters for text',
    '## A\n\nWe ask for\n\n### boats and their crews;\n\n## \u2022\n\nlower fares\n\n### f) any other matter.\n\n### the fleet\n\nIt is old.',
    '1-12 2 atx A\n13-15 3 atx the fleet',
  ],
  [
    'takes the number of a page, set in large letters or above the rule of a page, for none',
    '## A\n\nWe ask for\n\n## 12\n\nboats.\n\n7\n---\n\n## 2019\n\nWe asked.',
    '1-11 2 atx A\n12-14 2 atx 2019',
  ],
  [
    'reads several headings above text in what is set in like a quotation, and in a list within an item',
    `> ## A\n>\n> Text\n>\n> - b\n>\n> ## C\n>\n> Text\n\n- ## D\n\n  - **E**\n\n    ${'word '.repeat(30)}\n\n  - **F**\n\n    ${'word '.repeat(30)}\n\n  - **G**\n\n    ${'word '.repeat(30)}`,
    '1-6 2 atx A\n7-10 2 atx C\n11-12 2 atx D\n13-16 3 bold E\n17-20 3 bold F\n21-23 3 bold G',
  ],
  [
    'finds no sections in quotations, lists, tables and code',
    '> # A\n\n- # B\n\n```\n# C\n```\n\n| **D** | e |\n|---|---|\n| **F** | g |',
    '1-11 0 -',
  ],
];

describe('headings', () => {
  for (const [what, markdown, expected] of CASES) {
    it(what, () => assert.equal(outline(parseDocument(markdown)), expected));
    it(`${what}, with CRLF`, () => assert.equal(outline(parseDocument(markdown.replace(/\n/g, '\r\n'))), expected));
  }

  it('points at the heading and at its words', () => {
    const text = '  ## **2.1** Case &amp; change: ##\n\n**Bold** \n\n<h2>\n  In HTML\n</h2>\n';
    const slices = parseDocument(text).sections.map(({ heading }) => [
      heading && text.slice(heading.span.start, heading.span.end),
      heading && text.slice(heading.textSpan.start, heading.textSpan.end),
      heading?.text,
    ]);
    assert.deepEqual(slices, [
      ['## **2.1** Case &amp; change: ##', '2.1** Case &amp; change:', '2.1 Case & change:'],
      ['**Bold**', 'Bold', 'Bold'],
      ['<h2>', 'In HTML', 'In HTML'],
    ]);
  });
});
