import type { JsonSchema } from './jsonSchema';
import { flag, ISO_DATE, id, KEBAB, list, map, record, ref, text, texts, word } from './jsonSchema';
import { source, within } from './shared';

const signalList = (description: string): JsonSchema => list(description, { type: 'string', pattern: KEBAB });

const TERM_NOTATION =
  'Never a regular expression. Plain words match whole words, in any case, across line breaks; a hyphen and a space match each other. `word*` stands for any ending; `resident(s)` and `care (home) staff` for optional letters and words; `{grants|loans}` or `<grants|loans>` for one of several; ` ... ` for up to four words between; `=PSED` for that spelling only. A term that begins with `{`, `*` or another sign of YAML needs quotes.';

/** Vocabularies, signals and contexts. */
export const signalDefinitions: Readonly<Record<string, JsonSchema>> = {
  vocabulary: record(
    'Vocabulary',
    'A list of things that texts name: groups, places, levers, data sources, metrics, dated values.',
    ['title', 'items'],
    {
      title: text('What the list is called.'),
      description: text('What it is for.'),
      source,
      items: map('The things, by id.', ref('vocabularyItem')),
    },
  ),
  vocabularyItem: record('VocabularyItem', 'One thing of a vocabulary.', ['label'], {
    label: text('What it is called.'),
    terms: texts(
      'Terms by which texts name it (notation: see `terms` of signals). The label counts too unless `terms` is given.',
    ),
    description: text('What it means.'),
    source,
    unit: text('For metrics: what it is measured in.'),
    frequency: text('For metrics: how often new figures appear.'),
    dataset: text('For metrics: where the figures are published.'),
    geography: text('For metrics: the smallest area for which there are figures.'),
    'decision-points': texts('For levers: when the decision can be made differently.'),
    holders: texts('For levers: who holds it.'),
    strong: text('For levers: what strong use of it sounds like.'),
    weak: text('For levers: what weak use of it sounds like.'),
    values: list('For dated values: what held from when, newest last.', ref('datedValue')),
  }),
  datedValue: record('DatedValue', 'A value and the day from which it holds.', ['from', 'value', 'unit'], {
    from: {
      description: 'The date, month or year from which it holds: `2024-04-01`, `2024-04` or `"2024"`.',
      type: 'string',
      pattern: ISO_DATE,
    },
    value: { description: 'The number.', type: 'number' },
    unit: text('What the number counts, such as `£ an hour`.'),
    area: text('Where it holds, if not everywhere.'),
    source,
  }),
  signal: record(
    'Signal',
    'Something observable with an exact place in the text. Exactly one of `terms`, `patterns`, `vocabulary`, `value`, `structure`, `any` and `all` is given.',
    [],
    {
      title: text('What it is, for people.'),
      source,
      terms: texts(`Terms. ${TERM_NOTATION}`),
      patterns: texts(
        'Regular expressions in the syntax of RE2, matched without regard to case. They run in linear time: there is no look-ahead, no look-behind and no back-reference.',
      ),
      vocabulary: id('Any item of this vocabulary.'),
      value: word(
        'A kind of value: `money` (£4.2m), `percentage` (12 per cent), `count` (40 residents), `date` (June 2027), `number` (any other), `change` (from 12% to 18%), `area-code` (a postcode or area code).',
        ['money', 'percentage', 'count', 'date', 'number', 'change', 'area-code'],
      ),
      units: texts('With `value: count`: terms for what is counted, which must follow the number within three words.'),
      structure: word(
        'A structure: `link` (to an address outside the document), `footnote`, `citation` ((ONS, 2024) or Source: …), `reference` (see section 5.2).',
        ['link', 'footnote', 'citation', 'reference'],
      ),
      any: signalList('Any one of these signals.'),
      all: signalList('All of these signals, found together.'),
      within,
      words: {
        description: 'With `all`: at most this many words between the first match and the last.',
        type: 'integer',
      },
      ordered: flag('With `all`: the matches must come in the order given.'),
      unless: signalList('Signals whose presence in the same sentence takes the match away.'),
      except: signalList('Signals that take the match away where they overlap it: the same words in another sense.'),
    },
  ),
  context: record(
    'Context',
    'Words that change what the words around them are worth. At least one of `terms` and `patterns` is given.',
    ['title', 'effect'],
    {
      title: text('What it is, for people.'),
      effect: word(
        '`exclude`: words within reach do not count at all. `weaken`: they raise the consideration and no more. `defer`, `assert`, `placeholder`, `guidance`: as `weaken`, and the check of that name finds them.',
        ['exclude', 'weaken', 'defer', 'assert', 'placeholder', 'guidance'],
      ),
      terms: texts('Terms (notation: see `terms` of signals).'),
      patterns: texts('Regular expressions in the syntax of RE2 (see `patterns` of signals).'),
      source,
      reach: word(
        '`sentence`: all of the sentence (in a table: the cell). `after`: what follows in the sentence. `unit`: the whole paragraph, item or row. `words`: only what overlaps the words themselves.',
        ['sentence', 'after', 'unit', 'words'],
        'sentence',
      ),
      'excused-by': signalList(
        'Signals that, found in the same sentence, make the context harmless; for `defer` all of them are needed, else one.',
      ),
      unless: signalList(
        'Signals that, found in the same sentence, take the context away: what it supposes is not so.',
      ),
    },
  ),
};
