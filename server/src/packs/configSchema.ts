import type { JsonSchema } from './schema/jsonSchema';
import { id, list, NOT_BLANK, RULE_ID, record, text } from './schema/jsonSchema';
import { SEVERITIES } from './schema/shared';

const strings: JsonSchema = { type: 'array', items: { type: 'string', pattern: NOT_BLANK }, minItems: 1 };

const packs: JsonSchema = {
  ...strings,
  description:
    'Packs to use: ids of packs that ship, or paths of pack folders or `pack.yaml` files, from the folder of this file.',
};

/** The format of `.inclusive-growth.yaml`, from which `rules/config.schema.json` and the validator are generated. */
export const configSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...record('Configuration', 'Settings of a workspace, in `.inclusive-growth.yaml`.', [], {
    packs: { ...packs, default: ['inclusive-growth'] },
    replace: list(
      'Ids of packs that ship in whose place another pack of the same id stands. A pack with such an id that is not named here is refused.',
      id('Id of a pack that ships.'),
    ),
    documents: list(
      'Which files are documents, and of which type and stage. The first entry that fits a file decides; front matter fills in what an entry leaves open.',
      {
        ...record('DocumentMapping', 'Files and what they are.', ['path'], {
          path: {
            description: 'A glob, or several, from the folder of this file: `cases/**/*.md`.',
            anyOf: [{ type: 'string', pattern: NOT_BLANK }, strings],
          },
          type: text('Document type, such as `business-case`.'),
          stage: text('Stage, such as `OBC`.'),
          packs: { ...packs, description: 'Packs for these files, in place of the packs above.' },
        }),
      },
    ),
    severities: {
      description: 'How loud rules are, by full id: `inclusive-growth/good-work: off`.',
      type: 'object',
      propertyNames: { pattern: RULE_ID },
      additionalProperties: { type: 'string', enum: SEVERITIES },
    },
    'fail-on': {
      description: 'The severity from which `check` ends with 1.',
      type: 'string',
      enum: ['error', 'warning', 'information', 'hint', 'never'],
      default: 'error',
    },
    ignore: list('Globs of files that are never checked, from the folder of this file.', {
      type: 'string',
      pattern: NOT_BLANK,
    }),
  }),
};
