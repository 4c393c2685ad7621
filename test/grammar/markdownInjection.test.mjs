import { strict as assert } from 'node:assert';
import { installOfflineVscode } from '../editor/offline/install.mjs';
import { checkMarkers } from './checkMarkers.mjs';
import { loadGrammar } from './loadGrammar.mjs';

describe('the grammar for prompts, waivers and placeholders', () => {
  let tokenise;
  before(async function () {
    this.timeout(240_000);
    installOfflineVscode();
    tokenise = await loadGrammar();
  });
  const holds = (marked) => assert.deepEqual(checkMarkers(marked, tokenise), []);

  it('marks a waiver: its ids, reason, author and dates', () => {
    holds(`<!-- inclusive-growth: waive good-work, place because "No staff are funded." by “A. Rahman” on 2026-10-01 until 2027-04-01 -->
^^^^ comment.block.html
     ^^^^^^^^^^^^^^^^ support.type
                       ^^^^^ keyword.control.waive
                             ^^^^^^^^^ entity.name.tag.consideration
                                        ^^^^^ entity.name.tag.consideration
                                              ^^^^^^^ keyword.control
                                                      ^^^^^^^^^^^^^^^^^^^^^^ string.quoted.double
                                                                                ^^^^^^^^^^^ string.quoted.double
                                                                                               ^^^^^^^^^^ constant.numeric.date
                                                                                                          ^^^^^ keyword.control
                                                                                                                ^^^^^^^^^^ constant.numeric.date`);
  });

  it('marks a waiver of several lines, and what follows it is Markdown again', () => {
    holds(`<!-- inclusive-growth: waive
levers because "The levers are
^^^^^^ entity.name.tag.consideration
chosen in the programme case." -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ string.quoted.double

# A heading
  ^^^^^^^^^ entity.name.section.markdown`);
  });

  it('ends a waiver whose reason lacks its closing quote at the end of the comment', () => {
    holds(`<!-- inclusive-growth: waive place because "never closed -->

Some **bold** text
       ^^^^ markup.bold.markdown
       ^^^^ !string.quoted`);
  });

  it('marks a prompt: consideration, facet, question and reason', () => {
    holds(`<!-- inclusive-growth: prompt beneficiaries/how-many
                       ^^^^^^ keyword.control.prompt
                              ^^^^^^^^^^^^^ entity.name.tag.consideration
                                            ^^^^^^^^ entity.other.attribute-name.facet
How many people are there, and how many will the scheme reach?
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ string.unquoted.question
Why: a number can be checked later. -->
^^^^ support.type.why
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comment.block.why
                                   ^^^^ meta.prompt
| Group | Number |
| --- | --- |
| [which group] | [how many] |
  ^^^^^^^^^^^^^ variable.parameter.placeholder
                  ^^^^^^^^^^ variable.parameter.placeholder`);
  });

  it('marks placeholders in paragraphs, lists and headings', () => {
    holds(`# [Title]
  ^^^^^^^ variable.parameter.placeholder

We will reach [number] people by [date].
              ^^^^^^^^ variable.parameter.placeholder
                                 ^^^^^^ variable.parameter.placeholder

- [Who holds the lever]
  ^^^^^^^^^^^^^^^^^^^^^ variable.parameter.placeholder`);
  });

  it('leaves links, references, definitions, footnotes, check boxes and images alone', () => {
    holds(`See [the survey](https://example.org), [the table][one] and a note.[^note] ![a plan](plan.png)
    ^^^^^^^^^^^^ !variable.parameter.placeholder
                                       ^^^^^^^^^^^ !variable.parameter.placeholder
                                                                      ^^^^^^^ !variable.parameter.placeholder
                                                                            ^^^^^^^^ !variable.parameter.placeholder

- [ ] to do
  ^^^ !variable.parameter.placeholder
- [x] done
  ^^^ !variable.parameter.placeholder

[one]: https://example.org
^^^^^ !variable.parameter.placeholder`);
  });

  it('leaves code, front matter and other comments alone', () => {
    holds(`---
title: "[Title]"
       ^^^^^^^^^ !variable.parameter.placeholder
---

Write \`[name]\` here.
       ^^^^^^ !variable.parameter.placeholder

\`\`\`text
[not a placeholder]
^^^^^^^^^^^^^^^^^^^ !variable.parameter.placeholder
\`\`\`

<!-- a note [of mine] -->
            ^^^^^^^^^ !variable.parameter.placeholder`);
  });
});
