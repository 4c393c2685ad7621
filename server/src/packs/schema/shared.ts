import { WEB_ADDRESS } from '../../core/text/webAddress';
import type { JsonSchema } from './jsonSchema';
import { NAME, NOT_BLANK, record, text, word } from './jsonSchema';

/** One key of `sources`, or several. */
export const source: JsonSchema = {
  description:
    'Where this comes from: one key of `sources`, or a list of them. `ours` marks the authors’ own judgement, which no source says. A pack may use the keys of the packs that it extends.',
  anyOf: [
    { type: 'string', pattern: NOT_BLANK },
    { type: 'array', items: { type: 'string', pattern: NOT_BLANK }, minItems: 1 },
  ],
};

export const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'];

export const within: JsonSchema = word(
  'How near together: in one `sentence`; in one `paragraph` (or list item, or table row); in a `list` item and the paragraph that introduces its list; in one `block` (a paragraph, or a whole list or table with what introduces it); or anywhere in the `section`.',
  ['sentence', 'paragraph', 'list', 'block', 'section'],
  'sentence',
);

export const severityByStage: JsonSchema = {
  description:
    'How loud findings are: one severity for all stages, or a map from stages to severities with a `default`. `off` silences the rule.',
  anyOf: [
    { type: 'string', enum: SEVERITIES },
    { type: 'object', propertyNames: { pattern: NAME }, additionalProperties: { type: 'string', enum: SEVERITIES } },
  ],
};

export const sharedDefinitions: Readonly<Record<string, JsonSchema>> = {
  source: record('Source', 'A page, paper or other origin of facts.', ['title'], {
    title: text('What it is called.'),
    url: { description: 'Where it can be read.', type: 'string', pattern: WEB_ADDRESS },
    licence: text('The licence of its words, as an SPDX id or in words.'),
    note: text('What was and was not read of it, or why it can be relied on.'),
  }),
  prompt: record('Prompt', 'What a writer is given to fill in.', ['skeleton'], {
    skeleton: text('Markdown, with what is to be filled in written as `[what to fill in]`.'),
    source,
  }),
};
