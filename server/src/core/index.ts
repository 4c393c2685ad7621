/** The façade of the engine: all that outer layers may use. */
export type { Analysis, AnalysisOptions, NotChecked, SectionAnalysis } from './analysis';
export { analyze, analyzeInSteps } from './analyze';
export { NAMED_IN_PASSING } from './considerations/facetTable';
export { findNamedFacets } from './considerations/findFacets';
export { findLeading } from './considerations/leadingReason';
export type { FoundIn, Weighed } from './considerations/orderPassages';
export { findSentence, orderPassages } from './considerations/orderPassages';
export type {
  Comment,
  DocumentModel,
  FrontMatter,
  FrontMatterEntry,
  Heading,
  Section,
  Table,
  TextUnit,
} from './document/documentModel';
export { parseDocument, parseDocumentInSteps } from './document/parseDocument';
export { updateDocument, updateDocumentInSteps } from './document/updateDocument';
export type {
  Category,
  Evidence,
  Finding,
  InsertedPrompt,
  Judgement,
  Related,
  State,
  Waiver,
} from './findings/finding';
export type { Fix, FixEdit, FixInput, FixKind, FixOffer, FixRequest } from './fixes';
export {
  buildFix,
  findNameableKinds,
  offerForDocument,
  offerForFinding,
  offerForSection,
  recogniseType,
  setType,
} from './fixes';
export { lazily } from './lazily';
export { fillTemplate, renderPrompt } from './prompts/renderPrompt';
export type { CompiledRules } from './rules/compileRules';
export { compileRules } from './rules/compileRules';
export type * from './rules/pack';
export { patternProblem } from './rules/pattern';
export type { Origin, RuleSet } from './rules/ruleSet';
export { severityAt } from './rules/runChecks';
export type { Scope } from './scope';
export { findScope } from './scope';
export { findSignal } from './signals/findSignal';
export { termProblem } from './signals/termTree';
export type { Steps } from './steps';
export { runSteps } from './steps';
export { withoutControls } from './text/controls';
export type { LineIndex, Place } from './text/lineIndex';
export { beforeLineEnd, buildLineIndex, findLineEnds } from './text/lineIndex';
export { escapeMarkdown, fenceMarkdown, unescapeMarkdown, withoutLinks } from './text/markdown';
export { cutWords, quoteFound, toPlainWords } from './text/plainWords';
export type { Span } from './text/span';
export type { TextEdit } from './text/textEdit';
export { applyEdits } from './text/textEdit';
export { toWebAddress } from './text/webAddress';
export { toWholeWords } from './text/wholeWords';
export { lowerFirst } from './text/words';
