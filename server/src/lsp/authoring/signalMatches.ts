import type { Position } from 'vscode-languageserver';
import { findSignal, parseDocument } from '../../core';
import type { SignalMatches } from '../../protocol/protocol';
import type { ServerHost } from '../serverHost';
import { toRange } from '../toLsp';
import { useAt } from './packPlaces';
import type { OpenPack } from './packStudio';

/** Which words of a document the signal matches that stands at a position of a pack's file, or that is named. Undefined where no signal is. */
export function matchSignalIn(
  sample: { readonly uri: string; readonly text: string },
  uri: string,
  at: { readonly position?: Position; readonly signal?: string },
  pack: OpenPack,
  host: ServerHost,
): SignalMatches | undefined {
  const signal = at.signal ?? (at.position && findSignalAt(uri, at.position, pack, host));
  const rules = pack.rules();
  if (signal === undefined || !rules.ruleSet.signals.has(signal)) return undefined;
  const document = parseDocument(sample.text);
  const matches = findSignal(document, rules, signal).map(({ span, item }) => ({
    range: toRange(document.lines, span),
    words: sample.text.slice(span.start, span.end).replace(/\s+/g, ' '),
    item,
  }));
  return { signal, sample: sample.uri, matches };
}

/** The signal that stands at the position, or within whose definition it lies. */
function findSignalAt(uri: string, position: Position, pack: OpenPack, host: ServerHost): string | undefined {
  const use = useAt(uri, position, pack, host);
  if (use?.kind === 'signals') return use.id;
  const items = (pack.view?.world.uses ?? []).filter(
    ({ place, role, kind, owner }) =>
      role !== 'reference' &&
      owner === undefined &&
      kind !== 'packs' &&
      host.keyOf(host.packs.uriOf(place.path)) === host.keyOf(uri) &&
      place.line <= position.line + 1,
  );
  const nearest = [...items].sort((a, b) => b.place.line - a.place.line)[0];
  return nearest?.kind === 'signals' ? nearest.id : undefined;
}
