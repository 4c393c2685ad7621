import type { ComposedItem } from '../foldContributions';
import { findValuePlace, isMap } from '../loadedPack';
import { errorAt } from '../packProblem';
import type { ItemProblem } from './checkOwnItems';
import { expandPath } from './expandPath';

/** A problem, and the item that must be left out because of it. */
export interface KeyedProblem extends ItemProblem {
  readonly key: string;
}

const LINKS = ['any.*', 'all.*', 'unless.*', 'except.*'];

/** Signals that in the end refer to themselves. Each circle is reported once, where it closes. */
export function checkSignalCycles(items: ReadonlyMap<string, ComposedItem>): readonly KeyedProblem[] {
  const done = new Set<string>();
  const problems: KeyedProblem[] = [];
  const visit = (id: string, chain: readonly string[]) => {
    const item = items.get(`signals:${id}`);
    if (!item || done.has(id)) return;
    for (const { path, word } of LINKS.flatMap((link) => expandPath(isMap(item.value) ? item.value : {}, link))) {
      const inChain = [...chain, id];
      const start = inChain.indexOf(word);
      if (start < 0) visit(word, inChain);
      else problems.push(describe(item, path, [...inChain.slice(start), word]));
    }
    done.add(id);
  };
  for (const item of items.values()) if (item.key.startsWith('signals:')) visit(item.key.slice('signals:'.length), []);
  return problems;
}

function describe(item: ComposedItem, path: readonly (string | number)[], chain: readonly string[]): KeyedProblem {
  const holder =
    item.contributions.findLast((c) => expandPath(c.value, path.join('.')).length > 0) ?? item.contributions[0];
  const message = `signal \`${chain[0] ?? ''}\` refers to itself: ${chain.map((id) => `\`${id}\``).join(' → ')}; take one of these steps out`;
  const place = holder
    ? findValuePlace(holder.pack, ['signals', holder.id, ...path])
    : { path: '', line: 1, column: 1 };
  return { key: item.key, problem: errorAt(place, 'signal-cycle', message), drops: true };
}
