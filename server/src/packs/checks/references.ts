import type { ItemSection } from '../packSchema';

/** A place in an item where words name something that packs define. */
export interface Reference {
  /** Where the words stand, for `expandPath`. */
  readonly at: string;
  readonly to: ItemSection | 'facets' | 'stages' | 'own-stages';
  /** Words that are allowed besides ids. */
  readonly also?: readonly string[];
  /** Without it the item is of no use. Others are passed over by the engine. */
  readonly needed?: boolean;
}

/** Every place where one item names another, by the section of the item: the one list for judging, completing, finding and renaming. */
export const REFERENCES: Readonly<Partial<Record<ItemSection, readonly Reference[]>>> = {
  'document-types': [
    { at: 'default-stage', to: 'own-stages' },
    { at: 'sections.*.kind', to: 'section-kinds' },
    { at: 'sections.*.under', to: 'section-kinds' },
    { at: 'sections.*.required.*', to: 'own-stages' },
    { at: 'template', to: 'templates' },
  ],
  'section-kinds': [{ at: 'under.*', to: 'section-kinds' }],
  considerations: [
    { at: 'facets.*.signals.*', to: 'signals' },
    { at: 'facets.*.beside.*', to: 'facets' },
    { at: 'mentions.*', to: 'signals' },
    { at: 'mentions-beside.*', to: 'signals' },
    { at: 'present.*.headed.*', to: 'signals' },
    { at: 'names.*', to: 'signals' },
    { at: 'present.*.facets.*', to: 'facets' },
  ],
  signals: [
    { at: 'vocabulary', to: 'vocabularies', needed: true },
    { at: 'any.*', to: 'signals' },
    { at: 'all.*', to: 'signals', needed: true },
    { at: 'unless.*', to: 'signals' },
    { at: 'except.*', to: 'signals' },
  ],
  contexts: [
    { at: 'excused-by.*', to: 'signals' },
    { at: 'unless.*', to: 'signals' },
  ],
  rules: [
    { at: 'consideration', to: 'considerations', needed: true },
    { at: 'vocabulary', to: 'vocabularies', needed: true },
    { at: 'expect.*.in.*', to: 'section-kinds', also: ['any', 'document'] },
    { at: 'expect.*.document-types.*', to: 'document-types' },
    { at: 'expect.*.stages.*', to: 'stages' },
    { at: 'expect.*.when.*', to: 'signals' },
    { at: 'expect.*.provided.*', to: 'signals' },
    // An unknown facet would be said to lack in every section.
    { at: 'expect.*.facets.*', to: 'facets', needed: true },
    { at: 'expect.*.unless.*', to: 'facets' },
    { at: 'severity.@', to: 'stages', also: ['default'] },
    { at: 'by-stage.@', to: 'stages', also: ['default'] },
    { at: 'from.*', to: 'section-kinds' },
    { at: 'to.*', to: 'section-kinds' },
    { at: 'signals.*', to: 'signals' },
    { at: 'document-types.*', to: 'document-types' },
    { at: 'examples.*.document-type', to: 'document-types' },
    { at: 'examples.*.stage', to: 'stages' },
    { at: 'examples.*.kind', to: 'section-kinds' },
    { at: 'examples.*.finds.@', to: 'facets', also: ['mention'] },
    { at: 'examples.*.lacking.*', to: 'facets' },
  ],
  templates: [
    { at: 'document-type', to: 'document-types' },
    { at: 'stage', to: 'stages' },
  ],
};
