import type { JsonSchema } from './jsonSchema';
import { id, list, map, NAME, NOT_BLANK, record, ref, text, texts, word } from './jsonSchema';
import { source } from './shared';

const TERMS = 'Terms are written in the notation described at `terms` of signals.';

/** Document types, stages, section kinds and templates. */
export const layoutDefinitions: Readonly<Record<string, JsonSchema>> = {
  documentType: record('DocumentType', 'A kind of document that can be checked.', ['title'], {
    title: text('What people call it.'),
    aliases: texts('Other values of `document-type` in front matter that mean this type.'),
    source,
    stages: map(
      'The stages such a document goes through, in the order of a project’s life, by name (such as `OBC`).',
      ref('stage'),
      NAME,
    ),
    'default-stage': text('The stage that is taken when a document does not say.'),
    sections: list('The layout: the sections of such a document, in order.', ref('sectionPlace')),
    template: id('Id of the template from which a new document of this type is made.'),
    recognise: texts(`Terms that, found in a title or in headings, suggest that a file is of this type. ${TERMS}`),
  }),
  stage: record('Stage', 'A stage in the life of a document.', ['title'], {
    title: text('What people call it.'),
    aliases: texts('Other values of `stage` in front matter that mean this stage.'),
    source,
  }),
  sectionPlace: record('SectionPlace', 'One place in a layout.', ['kind'], {
    kind: id('The section kind that stands here.'),
    required: {
      description: '`true`: the section is always required; a list: at these stages; left out: it is never asked for.',
      anyOf: [{ type: 'boolean' }, { type: 'array', items: { type: 'string', pattern: NOT_BLANK }, minItems: 1 }],
    },
    under: id('The section kind under which it normally stands.'),
  }),
  sectionKind: record('SectionKind', 'A kind of section, and the headings by which it is recognised.', ['title'], {
    title: text('The usual heading.'),
    headings: texts(
      `Terms that must match the whole heading; numbering and trailing punctuation are put aside. ${TERMS}`,
    ),
    contains: texts(`Terms that need only occur in the heading; tried after the \`headings\` of every kind. ${TERMS}`),
    under: list('The headings count only beneath a section of one of these kinds.', {
      type: 'string',
      pattern: NOT_BLANK,
    }),
    role: word(
      'What the section is there to do. Only `body` is asked for considerations; `summary` restates the rest; `navigation` (contents, glossary, sources), `front` (title page, foreword, document control) and `appendix` (annexes, further reading) are never asked, and what is named in `navigation` counts as dealt with nowhere.',
      ['body', 'summary', 'navigation', 'front', 'appendix'],
      'body',
    ),
    source,
  }),
  template: record('Template', 'A document to begin from.', ['title', 'document-type', 'text'], {
    title: text('What the template is for.'),
    'document-type': id('The document type that it makes.'),
    stage: text('The stage that it is for.'),
    source,
    text: text(
      'Markdown. A line `{{prompt:beneficiaries}}` or `{{prompt:beneficiaries/how-many}}` stands for the prompt of that consideration or facet.',
    ),
  }),
};
