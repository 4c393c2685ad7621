import type { CodeLens } from 'vscode-languageserver';
import { runExample } from '../../core/rules/runExample';
import type { IdUse } from '../../packs/authoring/idUse';
import { countSignalExamples } from '../../packs/testing/countExamples';
import { CLIENT_PREVIEW_SIGNAL, CLIENT_RUN_EXAMPLES } from '../../protocol/protocol';
import type { ClientAbilities } from '../capabilities';
import type { ServerHost } from '../serverHost';
import { pathOf } from './packHover';
import { toPlaceRange } from './packPlaces';
import type { OpenPack } from './packStudio';

/** What a lens carries until it is shown. */
export interface LensData {
  readonly uri: string;
  readonly kind: 'rules' | 'signals';
  readonly id: string;
  readonly action: 'count' | 'run' | 'preview';
}

const FINDS: ReadonlySet<string> = new Set(['thin', 'missing', 'fail']);

/** Above each rule and signal of a pack's file. What costs time is left until a lens is shown. */
export function packLenses(
  uri: string,
  pack: OpenPack,
  client: ClientAbilities,
  host: ServerHost,
): readonly CodeLens[] {
  const path = pathOf(uri, pack, host);
  const isHere = (use: IdUse) => use.place.path === path && use.role !== 'reference';
  const own = (pack.view?.world.uses ?? []).filter(
    (use) => isHere(use) && (use.kind === 'rules' || use.kind === 'signals'),
  );
  return own.flatMap((use) => {
    const range = toPlaceRange(use.place);
    const kind = use.kind === 'rules' ? 'rules' : 'signals';
    const lens = (action: LensData['action']): CodeLens => ({
      range,
      data: { uri, kind, id: use.id, action } satisfies LensData,
    });
    if (!client.ownMessages) return [lens('count')];
    return [lens('count'), lens(kind === 'rules' ? 'run' : 'preview')];
  });
}

/** Reads what a lens carries; undefined for lenses of other features. */
export function readLensData(data: unknown): LensData | undefined {
  const isOurs = typeof data === 'object' && data !== null && 'action' in data && 'id' in data && 'uri' in data;
  return isOurs ? (data as LensData) : undefined;
}

/** Gives a lens its words: `fires on 3 of 8 examples`. */
export function resolvePackLens(lens: CodeLens, data: LensData, pack: OpenPack, client: ClientAbilities): CodeLens {
  const { uri, id, action } = data;
  const run = client.ownMessages ? CLIENT_RUN_EXAMPLES : '';
  const preview = client.ownMessages ? CLIENT_PREVIEW_SIGNAL : '';
  if (action === 'run') return { ...lens, command: { title: 'Run examples', command: run, arguments: [uri, id] } };
  if (action === 'preview')
    return { ...lens, command: { title: 'Show what it matches', command: preview, arguments: [uri, id] } };
  const counted = data.kind === 'rules' ? countRule(id, pack) : countSignal(id, pack);
  const title = [counted, ...sayOver(data, pack)].join(' · ');
  return { ...lens, command: { title, command: data.kind === 'rules' ? run : preview, arguments: [uri, id] } };
}

/** That the words are laid over those of an extended pack, so that nobody takes the id of one of its things unnoticed. */
function sayOver({ kind, id }: LensData, { view }: OpenPack): readonly string[] {
  const defines = view?.items.get(`${kind}:${id}`)?.contributions[0]?.pack.pack.id;
  return defines === undefined || defines === view?.id ? [] : [`over ${defines}`];
}

function countRule(id: string, pack: OpenPack): string {
  const rules = pack.rules();
  const rule = rules.ruleSet.rules.get(id);
  // A rule with errors is left out of the rule set.
  if (!rule) return 'left out because of its errors';
  const outcomes = (rule.examples ?? []).map((example) => runExample(id, rule, example, rules));
  const firing = outcomes.filter(({ seen }) => FINDS.has(seen)).length;
  const wrong = outcomes.filter(({ faults }) => faults.length > 0).length;
  const verdict = wrong === 0 ? '' : ` · ${wrong} not as expected`;
  return `fires on ${firing} of ${outcomes.length} examples${verdict}`;
}

function countSignal(id: string, pack: OpenPack): string {
  const { matching, all } = countSignalExamples(id, pack.view?.id ?? '', pack.rules());
  return `matches in ${matching} of ${all} examples`;
}
