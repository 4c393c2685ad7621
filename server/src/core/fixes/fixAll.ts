import type { Fix, FixInput } from './fix';
import { headingEdit } from './makeHeading';
import { removeAnsweredPrompts } from './removeComments';

/**
 * What is safe without thought, since no reader would notice: the space that `##Title` lacks, and the comments of answered questions.
 * A bold line is left alone: whether it is meant as a heading is for its author to say. Undefined when there is nothing to do.
 */
export function fixAll(input: FixInput): Fix | undefined {
  const { document } = input.analysis;
  const headings = document.sections.flatMap(({ heading, index }) => {
    const edit = heading?.form === 'atx-no-space' ? headingEdit(index, document) : undefined;
    return edit ? [edit] : [];
  });
  const edits = [...headings, ...(removeAnsweredPrompts(input)?.edits ?? [])].sort(
    (a, b) => a.span.start - b.span.start,
  );
  if (edits.length === 0) return undefined;
  return {
    title: 'Mend headings without a space and remove answered questions',
    kind: 'source.fixAll.inclusiveGrowth',
    edits,
  };
}
