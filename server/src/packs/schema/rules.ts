import type { JsonSchema } from './jsonSchema';
import { flag, id, KEBAB, list, map, NAME, NOT_BLANK, record, ref, text, word } from './jsonSchema';
import { severityByStage, source } from './shared';

const ids = (description: string): JsonSchema => list(description, { type: 'string', pattern: KEBAB });
const stages = (description: string): JsonSchema => list(description, { type: 'string', pattern: NOT_BLANK });

export const CHECK_KINDS = [
  'consideration',
  'placeholder',
  'deferral',
  'assertion',
  'guidance',
  'empty-section',
  'empty-cells',
  'required-sections',
  'heading-form',
  'reference',
  'thread',
  'inputs',
  'prompt',
  'waiver',
];

/** Rules, expectations and examples. */
export const ruleDefinitions: Readonly<Record<string, JsonSchema>> = {
  rule: record(
    'Rule',
    'What is looked for, how loudly it is said, and the passages that prove it.',
    ['check', 'title', 'why', 'severity', 'examples'],
    {
      check: word('The kind of check that evaluates the rule.', CHECK_KINDS),
      title: text('What holds where the rule is satisfied.'),
      why: text('Why it matters.'),
      help: text('What to do about a finding.'),
      source,
      severity: severityByStage,
      consideration: id('For `consideration`: the one that is asked for.'),
      expect: list(
        'For `consideration`: where it is asked for. The first entry that fits a section decides.',
        ref('expectation'),
      ),
      'by-stage': map(
        'For `deferral`: what putting off counts as at each stage, with a `default`.',
        word('What it counts as.', ['accepted', 'thin', 'missing']),
        NAME,
      ),
      vocabulary: id('For `thread`: the vocabulary whose items are followed.'),
      from: ids('For `thread`: section kinds that name the items.'),
      to: ids('For `thread`: section kinds in at least one of which each item must be met again.'),
      signals: ids('For `inputs`: signals, at least one of which the whole document must hold.'),
      'document-types': ids('Only for these document types.'),
      examples: list(
        'Passages with the judgement expected of each: at least one that passes and one that fails. They are the rule’s tests.',
        ref('example'),
      ),
    },
  ),
  expectation: record('Expectation', 'Where a consideration is asked for.', ['in', 'when'], {
    in: ids('Section kinds; `any` for every section of role `body`, `document` for the document as a whole.'),
    'document-types': ids('Only in these document types.'),
    stages: stages('Only at these stages.'),
    when: {
      description:
        '`always`: whatever the section says. `raised`: once the section raises it. `never`: not at all. A list of signals: once one of them is found.',
      anyOf: [
        { type: 'string', enum: ['always', 'raised', 'never'] },
        { type: 'array', items: { type: 'string', pattern: KEBAB }, minItems: 1 },
      ],
    },
    provided: ids(
      'Signals, one of which the section must show somewhere, unless it is `always` asked or its heading names the matter: what only tells of the world is asked nothing.',
    ),
    facets: ids(
      'Facets that a passage here should hold; those that lack are named even where the section is `present`. Left out: those of the first `present` alternative.',
    ),
    unless: ids(
      'Facets, one of which, found, leaves nothing to ask, unless the section is `always` asked: a reviewer is content with half an answer where the matter does not belong.',
    ),
    home: flag(
      'The section is where this belongs: dealt with in one such section, it is asked for nowhere else; and while one is there, it is asked for only there.',
    ),
    each: flag('Asked for in each such section, even where another one deals with it.'),
    once: flag(
      'Asked for in a section that does not raise the matter itself only where no other section has raised and not dealt with it.',
    ),
  }),
  example: record('Example', 'A passage with the judgement expected of it.', ['text', 'expect'], {
    title: text('What the passage shows.'),
    'document-type': id('The document type it stands in.'),
    stage: text('The stage of the document.'),
    kind: id('The kind of the section whose body the text is. Without it the text is a whole document.'),
    text: text('The passage, in Markdown.'),
    expect: word('For `consideration`: the state. For other checks: `pass` (no finding) or `fail` (at least one).', [
      'present',
      'thin',
      'missing',
      'not-expected',
      'waived',
      'pass',
      'fail',
    ]),
    finds: map(
      'For `consideration`: facets (or `mention`), each with words that must be among its evidence.',
      text('Words of the passage.'),
    ),
    lacking: ids('Facets that must be said to lack.'),
    words: text('For other checks: words that the finding must rest on.'),
  }),
};
