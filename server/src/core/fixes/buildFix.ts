import type { Fix, FixInput, FixRequest } from './fix';
import { fixAll } from './fixAll';
import { insertPrompt, insertPrompts } from './insertPrompt';
import { insertSection } from './insertSection';
import { insertSkeleton } from './insertSkeleton';
import { makeHeading } from './makeHeading';
import { nameKind } from './nameKind';
import { takesNoBlocks } from './place';
import { referTo } from './referTo';
import { discardPrompt, removeAnsweredPrompts, removeWaiver } from './removeComments';
import { waive } from './waive';

/** Builds what was offered. `today` is an ISO date, for waivers. Undefined when there is nothing to do (any more). */
export function buildFix(request: FixRequest, input: FixInput, today: string): Fix | undefined {
  const own = 'section' in request ? request.section : undefined;
  if (own !== undefined && takesNoBlocks(own, input.analysis.document)) return undefined;
  switch (request.kind) {
    case 'insert-prompt':
      return insertPrompt(input, request.section, request.consideration, request.facet);
    case 'insert-prompts':
      return insertPrompts(input, request.section);
    case 'insert-skeleton':
      return insertSkeleton(input, request.section, request.skeleton);
    case 'waive':
      return waive(input, request.section, request.target, today);
    case 'remove-waiver':
      return removeWaiver(input, request.waiver);
    case 'discard-prompt':
      return discardPrompt(input, request.prompt);
    case 'remove-prompts':
      return removeAnsweredPrompts(input, request.section);
    case 'make-heading':
      return makeHeading(input, request.section);
    case 'insert-section':
      return insertSection(input, request.sectionKind);
    case 'name-kind':
      return nameKind(input, request.section, request.sectionKind);
    case 'refer':
      return referTo(input, request.section, request.consideration, request.to);
    case 'fix-all':
      return fixAll(input);
  }
}
