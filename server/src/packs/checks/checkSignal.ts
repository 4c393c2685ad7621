import { listWords } from '../suggest';
import type { ItemProblem } from './checkOwnItems';
import type { WholeItem } from './wholeItem';

const KINDS = ['terms', 'patterns', 'vocabulary', 'value', 'structure', 'any', 'all'];

/** A signal looks for exactly one kind of thing. */
export function checkSignal(item: WholeItem): readonly ItemProblem[] {
  const { name, value } = item;
  const given = KINDS.filter((kind) => value[kind] !== undefined);
  if (given.length === 0) {
    return [
      item.error('signal-kind', `${name} has nothing to look for: give exactly one of ${listWords(KINDS)}`, [], {
        drops: true,
      }),
    ];
  }
  const [, second] = given;
  if (second !== undefined) {
    const message = `${name} has ${listWords(given, 'and')}: give exactly one of them, and join signals of different kinds with \`any\``;
    return [item.error('signal-kind', message, [second], { drops: true })];
  }
  return [
    ...findIdleKeys(item, ['within', 'words', 'ordered'], 'all'),
    ...(value.value === 'count' ? [] : findIdleKeys(item, ['units'], 'value: count')),
  ];
}

function findIdleKeys(item: WholeItem, keys: readonly string[], needed: string): readonly ItemProblem[] {
  if (item.value[needed] !== undefined) return [];
  return keys
    .filter((key) => item.value[key] !== undefined)
    .map((key) => item.warning('idle-key', `\`${key}\` of ${item.name} has no effect without \`${needed}\``, [key]));
}

/** A context looks for something. */
export function checkContext(item: WholeItem): readonly ItemProblem[] {
  if (item.value.terms !== undefined || item.value.patterns !== undefined) return [];
  return [
    item.error('context-kind', `${item.name} has nothing to look for: give \`terms\` or \`patterns\``, [], {
      drops: true,
    }),
  ];
}
