import type { Check } from '../check';

/** Prompts that were inserted and not answered, and prompts for considerations that no active pack has. */
export const promptCheck: Check = {
  kind: 'prompt',
  inDocument(_rule, context) {
    return context.comments.flatMap((comment) => {
      if (comment.kind !== 'prompt') return [];
      const { prompt } = comment;
      const about = context.rules.ruleSet.considerations.get(prompt.consideration);
      const facet = prompt.facet === undefined ? undefined : about?.facets[prompt.facet];
      const id = prompt.facet === undefined ? prompt.consideration : `${prompt.consideration}/${prompt.facet}`;
      const base = { category: 'prompt' as const, span: prompt.span, section: prompt.section, about: id };
      if (!about || (prompt.facet !== undefined && !facet)) {
        return [{ ...base, message: `Prompt: no active pack asks for \`${id}\`.` }];
      }
      if (prompt.answered) return [];
      const question = facet?.question ?? about.question;
      return [
        {
          ...base,
          consideration: prompt.consideration,
          question,
          message: `${about.title}: a prompt stands here unanswered.`,
        },
      ];
    });
  },
};
