import type { Reason } from '../findings/finding';
import type { RuleSet } from '../rules/ruleSet';
import { QUOTED } from '../signals/contexts';
import { MENTION } from './facetTable';
import { REASON_OF_EFFECT } from './findReasons';
import type { Weighed } from './orderPassages';

/** The reason that a reader is told first, and the words that bear it. */
export interface Leading {
  readonly reason: Reason | undefined;
  /** True for words that the reason is told of. */
  readonly bears: (one: Weighed) => boolean;
}

/** Before a mention that counts: what is put off, or only held open, is about to come, and that is worth more to know. */
const BEFORE_MENTION: readonly Reason[] = ['deferred', 'placeholder'];
const BEHIND_MENTION: readonly Reason[] = ['assertion', 'weakened'];

/**
 * Of why a matter is not dealt with, what the words that decided bear out. A reason that other words of the section give would be told beside
 * words that it is not true of: "begun" of words that do not count, "put off" of words that do.
 */
export function findLeading(deciding: readonly Weighed[], reasons: readonly Reason[], ruleSet: RuleSet): Leading {
  const counting = deciding.filter(({ weakenedBy }) => weakenedBy === undefined);
  const begun = reasons.find((reason) => reason === 'lacking' || reason === 'apart');
  if (counting.some(({ facet }) => facet !== MENTION)) {
    return { reason: begun ?? firstOf(reasons), bears: ANY };
  }
  const reasonOf = ({ weakenedBy }: Weighed) => {
    // Quotation is told by its marks: no pack has it.
    const effect = weakenedBy === QUOTED ? 'weaken' : ruleSet.contexts.get(weakenedBy ?? '')?.effect;
    return effect === undefined ? undefined : REASON_OF_EFFECT[effect];
  };
  const findBorne = (among: readonly Reason[]) =>
    among.find((reason) => reasons.includes(reason) && deciding.some((one) => reasonOf(one) === reason));
  const borne = findBorne(BEFORE_MENTION) ?? (counting.length > 0 ? undefined : findBorne(BEHIND_MENTION));
  if (borne) return { reason: borne, bears: (one) => reasonOf(one) === borne };
  if (counting.length > 0) return { reason: begun ?? 'mention', bears: ANY };
  return { reason: firstOf(reasons), bears: ANY };
}

const ANY = (): boolean => true;

function firstOf(reasons: readonly Reason[]): Reason | undefined {
  return IN_ORDER.find((reason) => reasons.includes(reason));
}

/** As a reader would name them: the reason that takes most away first. */
const IN_ORDER: readonly Reason[] = [
  'lacking',
  'apart',
  'deferred',
  'placeholder',
  'assertion',
  'weakened',
  'mention',
  'reference',
];
