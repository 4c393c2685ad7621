import type { DocumentModel } from '../document/documentModel';
import type { CompiledRules } from '../rules/compileRules';
import type { Span } from '../text/span';
import { matchUnit } from './matchSignals';

/** Words in which a signal shows, and the vocabulary item that they name, if any. */
export interface SignalPlace {
  readonly span: Span;
  readonly item?: string;
}

/** Every place of a document where a signal matches, in order, whatever the sections and contexts around it: for those who write signals. */
export function findSignal(document: DocumentModel, rules: CompiledRules, signal: string): readonly SignalPlace[] {
  return document.sections
    .flatMap((section) => section.units)
    .flatMap((unit) =>
      matchUnit(unit, rules.signals, rules.scanners)
        .of(rules.signals.numbers.get(signal))
        .map(({ start, end, item }) => ({ span: unit.prose.toSource(start, end), item })),
    )
    .sort((a, b) => a.span.start - b.span.start);
}
