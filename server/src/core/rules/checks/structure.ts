import type { Check, CheckContext } from '../check';
import { placeOfSection } from '../check';

/** A body section with a heading and nothing under it, neither text nor subsections. */
export const emptySectionCheck: Check = {
  kind: 'empty-section',
  run(_ruleId, _rule, context) {
    return context.sections.flatMap(({ section, role }) => {
      const { heading } = section;
      if (!heading || role === 'navigation' || section.units.length > 0 || section.children.length > 0) return [];
      if (section.tables.length > 0 || hasOtherContent(section.span, heading.span.end, context)) return [];
      return [
        {
          category: 'structure' as const,
          message: `Empty section: nothing stands under “${heading.text}”. Write it, or take the heading out.`,
          span: heading.span,
          section: section.index,
        },
      ];
    });
  },
};

/** Code, an image or a formula is content, though it holds no prose. A comment is not. */
function hasOtherContent(span: { readonly end: number }, from: number, context: CheckContext): boolean {
  const rest = context.document.text.slice(from, span.end).replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  return /[\p{L}\p{N}]/u.test(rest);
}

/** What looks like a heading and is none to Markdown: invisible in outlines, contents pages and to screen readers. */
export const headingFormCheck: Check = {
  kind: 'heading-form',
  run(_ruleId, _rule, context) {
    const looks = {
      bold: 'is a line in bold',
      'atx-no-space': 'has no space after the `#`',
      label: 'is a label',
    } as const;
    return context.document.sections.flatMap(({ heading, index }) => {
      const form = heading?.form;
      if (!heading || (form !== 'bold' && form !== 'atx-no-space')) return [];
      return [
        {
          category: 'structure' as const,
          message: `Heading: “${heading.text}” ${looks[form]}, so contents pages and screen readers miss it. Make it a real heading.`,
          span: heading.span,
          section: index,
          about: heading.text,
        },
      ];
    });
  },
};

/** Sections that the document type lays out and the document lacks. Said once for each, where the section would stand. */
export const requiredSectionsCheck: Check = {
  kind: 'required-sections',
  run(_ruleId, rule, context) {
    if (rule['document-types'] && !rule['document-types'].includes(context.type)) return [];
    const layout = context.rules.ruleSet.documentTypes.get(context.type)?.sections ?? [];
    const present = new Set(context.sections.flatMap((s) => (s.kind === undefined ? [] : [s.kind])));
    const first = context.document.sections[0];
    if (!first) return [];
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
          .at(-1)?.section ?? first;
      return [
        {
          category: 'structure' as const,
          message: `Missing section: no “${title}” was found${context.stage ? `, which is expected at ${context.stage}` : ''}. Add it, or name its heading so that it is recognised.`,
          span: placeOfSection(before, context.document),
          section: before.index,
          about: place.kind,
        },
      ];
    });
  },
};
