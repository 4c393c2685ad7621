import { findScope, parseDocument } from '../core';
import type { OpenedRules } from './openRules';
import type { UsageError } from './usageError';
import { unknownWord } from './usageError';

/** A document type and a stage, as somebody wrote them. */
export interface GivenScope {
  readonly type?: string;
  readonly stage?: string;
}

/** A type or stage of the command line that the packs do not know, with what they know. Aliases count, as they do in documents. */
export function findUnknownScope({ type, stage }: GivenScope, rules: OpenedRules): UsageError | undefined {
  if (type === undefined) return undefined;
  const answer = findScope(parseDocument('-'), rules.ruleSet, { type, stage });
  if (answer.kind === 'in-scope' || answer.reason === 'no-document-type') return undefined;
  const { given = '', known = [] } = answer;
  if (answer.reason === 'unknown-stage') return unknownWord('stage', given, known, ` of \`${type}\``);
  return unknownWord('document type', given, known);
}
