import { considerationDefinitions } from './schema/considerations';
import type { JsonSchema } from './schema/jsonSchema';
import { FILE_IN_FOLDER, id, list, map, NAME, RULE_ID, record, ref, text } from './schema/jsonSchema';
import { layoutDefinitions } from './schema/layouts';
import { ruleDefinitions } from './schema/rules';
import { sharedDefinitions } from './schema/shared';
import { signalDefinitions } from './schema/signals';
import { toFileSchema } from './toFileSchema';

/** The maps of a pack whose entries packs share, and override, by id. */
export const ITEM_SECTIONS = [
  'document-types',
  'section-kinds',
  'considerations',
  'vocabularies',
  'signals',
  'contexts',
  'frameworks',
  'rules',
  'templates',
] as const;

export type ItemSection = (typeof ITEM_SECTIONS)[number];

/** True for the name of such a map. */
export function isItemSection(name: string): name is ItemSection {
  return ITEM_SECTIONS.some((section) => section === name);
}

/**
 * The format of packs: the one description from which `rules/pack.schema.json`, the validators and `rules/FORMAT.md` are generated, and
 * against which the types of the core are checked. It describes a pack complete; what one file may say, see `toFileSchema`.
 */
export const packSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...record(
    'Pack',
    'A rule pack of the Inclusive Growth Toolkit: what documents look like, what is expected of them, and how it is recognised. Data only, never code.',
    ['id', 'version', 'engine', 'title', 'description', 'licence', 'sources'],
    {
      id: id('The pack’s own id, which begins the ids of its rules: `my-pack/my-rule`.'),
      version: text('Semantic version of the pack, such as `1.2.0`. Change it whenever the pack changes.'),
      engine: text('Range of engine versions that can read the pack, such as `>=0.1 <1`.'),
      title: text('What people call it.'),
      description: text('What it is for, in a sentence or two.'),
      licence: text('The licence of the pack’s own words, as an SPDX id or in words.'),
      sources: map(
        'Where the pack’s facts come from, by key; `source` elsewhere names these keys. The key `ours` needs no entry.',
        ref('source'),
        NAME,
      ),
      extends: list('Packs that this one builds on, by id.', { type: 'string', pattern: '\\S' }),
      include: list(
        'Further files of the same folder, whose maps are joined to this one’s, so that a pack can be written in parts.',
        {
          type: 'string',
          pattern: FILE_IN_FOLDER,
        },
      ),
      'document-types': map('Kinds of document that can be checked.', ref('documentType')),
      'section-kinds': map('Kinds of section, with the headings by which they are recognised.', ref('sectionKind')),
      considerations: map('What sections are expected to deal with.', ref('consideration')),
      vocabularies: map('Lists of things that texts name.', ref('vocabulary')),
      signals: map('What can be seen in a text.', ref('signal')),
      contexts: map('Words that change what the words around them are worth.', ref('context')),
      frameworks: map('Lists that a toolkit works with.', ref('framework')),
      rules: map(
        'What is looked for, by id. To override a rule of an extended pack, use its id, alone or with its pack: `inclusive-growth/good-work`.',
        ref('rule'),
        RULE_ID,
      ),
      templates: map('Documents to begin from.', ref('template')),
    },
  ),
  $defs: {
    ...layoutDefinitions,
    ...considerationDefinitions,
    ...signalDefinitions,
    ...ruleDefinitions,
    ...sharedDefinitions,
  },
};

/** What one file of a pack may say. */
export const packFileSchema: JsonSchema = toFileSchema(packSchema);
