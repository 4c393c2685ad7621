import type { HeadingForm } from '../../document/documentModel';
import { hasLetterOrNumber } from '../../text/letters';
import type { Check } from '../check';
import { placeOfSection } from '../check';

/** A body section with a heading and nothing under it, neither text nor subsections. */
export const emptySectionCheck: Check = {
  kind: 'empty-section',
  inSection(_rule, { content, role, isLeaf }) {
    const { heading, units, tables } = content.section;
    if (!heading || role === 'navigation' || units.length > 0 || !isLeaf) return [];
    if (tables.length > 0 || hasOtherContent(content.text.slice(heading.span.end))) return [];
    return [
      {
        category: 'structure' as const,
        message: `Empty section: nothing stands under “${heading.text}”. Write it, or take the heading out.`,
        span: heading.span,
      },
    ];
  },
};

/** Code, an image or a formula is content, though it holds no prose. A comment is not. */
function hasOtherContent(body: string): boolean {
  return hasLetterOrNumber(body.replace(/<!--[\s\S]*?(?:-->|$)/g, ''));
}

const LOOKS: Readonly<Partial<Record<HeadingForm, string>>> = {
  bold: 'is a line in bold',
  'atx-no-space': 'has no space after the `#`',
  plain: 'is a line of plain text',
};

/** What looks like a heading and is none to Markdown: invisible in outlines, contents pages and to screen readers. */
export const headingFormCheck: Check = {
  kind: 'heading-form',
  inSection(_rule, { content }) {
    const { heading } = content.section;
    const looks = heading && LOOKS[heading.form];
    if (!heading || looks === undefined) return [];
    return [
      {
        category: 'structure' as const,
        message: `Heading: “${heading.text}” ${looks}, so contents pages and screen readers miss it. Make it a real heading.`,
        span: heading.span,
        about: heading.text,
      },
    ];
  },
};

/** Sections that the document type lays out and the document lacks. Said once for each, where the section would stand. */
export const requiredSectionsCheck: Check = {
  kind: 'required-sections',
  inDocument(rule, context) {
    if (rule['document-types'] && !rule['document-types'].includes(context.type)) return [];
    const layout = context.rules.ruleSet.documentTypes.get(context.type)?.sections ?? [];
    const present = new Set(context.sections.flatMap((s) => (s.kind === undefined ? [] : [s.kind])));
    if (context.sections.length === 0) return [];
    return layout.flatMap((place, at) => {
      const { required } = place;
      const asked =
        required === true ||
        (Array.isArray(required) && context.stage !== undefined && required.includes(context.stage));
      if (!asked || present.has(place.kind)) return [];
      const title = context.rules.ruleSet.sectionKinds.get(place.kind)?.title ?? place.kind;
      // After the section that comes before it in the layout, so that the finding stands where the section belongs.
      const before =
        layout
          .slice(0, at)
          .flatMap((p) => context.sections.filter((s) => s.kind === p.kind))
          .at(-1)?.section.index ?? 0;
      const content = context.contents[before];
      if (!content) return [];
      return [
        {
          category: 'structure' as const,
          message: `Missing section: no “${title}” was found${context.stage ? `, which is expected at ${context.stage}` : ''}. Add it, or name its heading so that it is recognised.`,
          span: placeOfSection(content),
          section: before,
          about: place.kind,
        },
      ];
    });
  },
};
