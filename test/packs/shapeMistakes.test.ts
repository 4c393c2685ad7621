import { runPackCases } from '../support/packCases';

describe('a pack whose values have the wrong shape is told', () => {
  runPackCases([
    {
      it: 'of an unknown section of the pack',
      yaml: 'signal:\n  a: { terms: [x] }\n',
      problems: ['1:1 error: unknown key `signal` of the pack: did you mean `signals`?'],
    },
    {
      it: 'of an unknown key of a facet',
      yaml: `considerations:
  voice:
    title: Voice
    question: Who was asked?
    why: They know.
    guidance: Say who.
    facets:
      who: { title: Who, question: Who was asked?, colums: [group(s)], signals: [people] }
    present: [{ facets: [who] }]
signals:
  people: { terms: [people] }
`,
      problems: ['8:52 error: unknown key `colums` of facet `who` of consideration `voice`: did you mean `columns`?'],
    },
    {
      it: 'of a number where text is needed',
      yaml: 'section-kinds:\n  years: { title: Years, headings: [plan, 2030] }\n',
      problems: [
        '2:43 error: entry 2 of `headings` of section kind `years` must be text, not the number `2030`: put it in quotes if it is text',
      ],
    },
    {
      it: 'of text where a list is needed',
      yaml: 'signals:\n  a: { terms: residents }\n',
      problems: ['2:15 error: `terms` of signal `a` must be a list, not text'],
    },
    {
      it: 'of braces that were meant as text',
      yaml: 'signals:\n  a: { terms: [x], title: {b} }\n',
      problems: ['2:27 error: `title` of signal `a` must be text, not a map: a text that begins with `{` needs quotes'],
    },
    {
      it: 'of an empty list',
      yaml: 'signals:\n  a: { terms: [] }\n',
      problems: ['2:15 error: `terms` of signal `a` is an empty list: give at least one entry, or leave the key out'],
    },
    {
      it: 'of a blank text',
      yaml: 'signals:\n  a: { terms: [x, " "] }\n',
      problems: ['2:19 error: entry 2 of `terms` of signal `a` is blank: give it a text, or leave it out'],
    },
    {
      it: 'of a word that is not among those allowed, with the nearest one',
      yaml: 'signals:\n  a: { value: monye }\n',
      problems: ['2:15 error: unknown value `monye` of `value` of signal `a`: did you mean `money`?'],
    },
    {
      it: 'of a structure that there is not, with all that there are',
      yaml: 'signals:\n  a: { structure: heading }\n',
      problems: [
        '2:19 error: unknown value `heading` of `structure` of signal `a`: expected `link`, `footnote`, `citation` or `reference`',
      ],
    },
    {
      it: 'of a truth value in quotes',
      yaml: 'signals:\n  a: { terms: [x] }\n  b: { all: [a], ordered: "yes" }\n',
      problems: ['3:27 error: `ordered` of signal `b` must be `true` or `false`, not text'],
    },
    {
      it: 'of a part of a word count',
      yaml: 'signals:\n  a: { terms: [x] }\n  b: { all: [a], words: 2.5 }\n',
      problems: ['3:25 error: `words` of signal `b` must be a whole number, not the number `2.5`'],
    },
    {
      it: 'of an id in capitals',
      yaml: 'signals:\n  Target Group: { terms: [x] }\n',
      problems: [
        '2:3 error: the id `Target Group` must be lower-case words joined by hyphens, such as `case-for-change`',
      ],
    },
    {
      it: 'of reserved ids',
      yaml: `section-kinds:
  any: { title: Any }
  document: { title: Document }
signals:
  constructor: { terms: [x] }
`,
      problems: [
        '2:3 error: `any` cannot be the id of a section kind: the word is reserved; choose another',
        '3:3 error: `document` cannot be the id of a section kind: the word is reserved; choose another',
        '5:3 error: `constructor` cannot be the id of a signal: the word is reserved; choose another',
      ],
    },
    {
      it: 'of a section without entries',
      yaml: 'rules:\n',
      problems: ['1:7 error: `rules` must be a map of keys and values, not empty'],
    },
    {
      it: 'of an empty value that takes nothing away',
      yaml: 'signals:\n  a:\n    terms: [x]\n    title:\n',
      problems: [
        '4:5 error: `title` of signal `a` has no value. An empty value takes away what an extended pack says, and none says this: give a value, or leave the key out',
      ],
    },
    {
      it: 'of keys that are required, with their meaning',
      yaml: 'contexts:\n  maybe: { terms: [might] }\n',
      problems: [
        '2:3 error: context `maybe` lacks `title`: What it is, for people.',
        '2:3 error: context `maybe` lacks `effect`: `exclude`: words within reach do not count at all. `weaken`: they raise the consideration and no more. `defer`, `assert`, `placeholder`, `guidance`: as `weaken`, and the check of that name finds them.',
      ],
    },
    {
      it: 'of a required key of an entry of a map within an item',
      yaml: 'vocabularies:\n  groups:\n    title: Groups\n    items:\n      carers: { terms: [carers] }\n',
      problems: ['5:7 error: item `carers` of vocabulary `groups` lacks `label`: What it is called.'],
    },
    {
      it: 'of a date that is none',
      yaml: 'vocabularies:\n  rates: { title: R, items: { a: { label: A, values: [{ from: April 2024, value: 12, unit: £ }] } } }\n',
      problems: [
        '2:63 error: `from` of entry 1 of `values` of item `a` of vocabulary `rates` is `April 2024`: it must be a date such as `2024-04-01`, `2024-04` or `2024`',
      ],
    },
    {
      it: 'of a value that may have two shapes and has neither',
      yaml: 'document-types:\n  case: { title: Case, sections: [{ kind: end, required: soon }] }\nsection-kinds:\n  end: { title: End }\n',
      problems: [
        '2:58 error: `required` of entry 1 of `sections` of document type `case` must be `true` or `false` or a list, not text',
      ],
    },
  ]);
});
