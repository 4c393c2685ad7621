import type { JsonSchema } from './jsonSchema';
import { flag, KEBAB, list, map, record, ref, text, texts } from './jsonSchema';
import { source, within } from './shared';

/** Considerations and their facets; frameworks. */
export const considerationDefinitions: Readonly<Record<string, JsonSchema>> = {
  consideration: record(
    'Consideration',
    'What a section is expected to deal with.',
    ['title', 'question', 'why', 'guidance', 'facets', 'present'],
    {
      title: text('Its name, with which every message about it begins.'),
      question: text('What it asks, as one question.'),
      why: text('Why it matters, in a sentence or two.'),
      guidance: text('Markdown: what a good passage holds, and what a weak one sounds like.'),
      example: text('An invented passage that answers the question.'),
      source,
      facets: map('Its parts, by id.', ref('facet')),
      mentions: list(
        'Signals that raise the consideration without dealing with it. The signals of facets raise it too, unless the facet says `raises: false`.',
        {
          type: 'string',
          pattern: KEBAB,
        },
      ),
      'mentions-needed': {
        description:
          'So many mentions raise the consideration where nothing but mentions does: a word in passing is no matter of the section. Default 1.',
        type: 'integer',
      },
      'mentions-beside': list(
        'Signals, one of which must stand in the sentence of a mention, apart from it, for the mention to raise the consideration in a section that is not `always` asked.',
        {
          type: 'string',
          pattern: KEBAB,
        },
      ),
      names: list(
        'Signals that, in a heading, say that the section is about the consideration: a section that is asked only once it raises the matter is asked then too. Default: those of `mentions`.',
        {
          type: 'string',
          pattern: KEBAB,
        },
      ),
      present: list(
        'Alternatives: a passage that satisfies any one of them deals with the consideration.',
        ref('presentWhen'),
      ),
      prompt: ref('prompt'),
    },
  ),
  facet: record('Facet', 'A part of a consideration.', ['title', 'question'], {
    title: text('What it is called in messages.'),
    question: text('What it asks, as one question.'),
    source,
    signals: list('Any one of these signals shows the facet.', { type: 'string', pattern: KEBAB }),
    columns: texts('Terms for header cells of tables: a filled cell beneath such a header shows the facet.'),
    raises: {
      ...flag('`false` for common things, such as a number or a date, that alone do not raise the consideration.'),
      default: true,
    },
    begins: {
      ...flag(
        '`false` for words found in papers on anything: only many of them together make an answer, two of them are no beginning of one where a section must deal with the matter, and beside a mention they do not say more of it.',
      ),
      default: true,
    },
    beside: list(
      'Facets of this consideration, one of which must stand in the same sentence for the words to be told as a part of an answer that is not whole: a group is nobody who might lose, and a sum nothing that is lost, until a loss is spoken of.',
      { type: 'string', pattern: KEBAB },
    ),
    prompt: ref('prompt'),
    dropped: text(
      'Only where an extended pack is overridden: why this pack does not ask for the facet. Takes the facet away, and every mention of it in `present`, `expect` and inherited examples.',
    ),
  }),
  presentWhen: record('PresentWhen', 'Facets that must be found together.', ['facets'], {
    facets: list('All of these facets of the consideration.', { type: 'string', pattern: KEBAB }),
    within,
    headed: list(
      'Signals: the heading right above the text must show one of them. It says whom or what the text is about, which the text need not repeat.',
      { type: 'string', pattern: KEBAB },
    ),
  }),
  framework: record(
    'Framework',
    'A list that a toolkit works with, such as its stages, priorities or inputs: for reference pages, completion and worksheets.',
    ['title', 'items'],
    {
      title: text('What the list is called.'),
      description: text('What it is for.'),
      source,
      items: map('The entries, in order, by id.', ref('frameworkItem')),
    },
  ),
  frameworkItem: record('FrameworkItem', 'One entry of a framework.', ['title'], {
    title: text('What it is called.'),
    description: text('What it means.'),
    question: text('What it asks of a writer.'),
    source,
  }),
};
