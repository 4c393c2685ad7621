/** Changes that can be offered for what was found: values, for any editor or none. */
export { buildFix } from './buildFix';
export type { Fix, FixEdit, FixInput, FixKind, FixOffer, FixRequest, SkeletonId } from './fix';
export { findNameableKinds } from './nameKind';
export { offerForDocument, offerForFinding, offerForSection } from './offerFixes';
export { recogniseType, setType } from './setType';
