import type { Check } from '../check';
import { considerationCheck } from './consideration';
import { assertionCheck, deferralCheck, guidanceCheck, placeholderCheck } from './contextPhrases';
import { emptyCellsCheck } from './emptyCells';
import { inputsCheck } from './inputs';
import { promptCheck } from './prompt';
import { referenceCheck } from './reference';
import { emptySectionCheck, headingFormCheck, requiredSectionsCheck } from './structure';
import { threadCheck } from './thread';
import { waiverCheck } from './waiver';

/** Every kind of check, in the order in which reports name them. */
export const CHECKS: readonly Check[] = [
  considerationCheck,
  placeholderCheck,
  deferralCheck,
  assertionCheck,
  guidanceCheck,
  emptySectionCheck,
  emptyCellsCheck,
  requiredSectionsCheck,
  headingFormCheck,
  referenceCheck,
  threadCheck,
  inputsCheck,
  promptCheck,
  waiverCheck,
];
