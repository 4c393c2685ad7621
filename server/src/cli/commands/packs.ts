import type { ActivePack } from '../../host/loadPacks';
import { showPath } from '../../host/nodePaths';
import { count, wrap } from '../../report';
import { explainOrigin } from '../explainOrigin';
import type { Io } from '../io';
import { openConfigured } from '../openConfigured';
import type { OpenedRules } from '../openRules';
import { describeTerminal } from '../terminal';
import { isUsageError } from '../usageError';
import type { Command } from './command';
import { lastValue, PACK_OPTIONS } from './command';

export const packsCommand: Command = {
  name: 'packs',
  summary: 'Show which packs are active, from where, and what overrides what',
  usage: '',
  details: ['Ends with 2 if a pack or the configuration has an error.'],
  options: {
    why: {
      type: 'string',
      value: 'RULE',
      help: 'Show of one rule, value by value, which pack says it and in which line. Of another item: its section and id, such as vocabularies:target-groups.',
    },
    ...PACK_OPTIONS,
  },
  run: async (args, io) => {
    const { config, rules, failed } = await openConfigured(args, io);
    const why = lastValue(args, 'why');
    if (why !== undefined) {
      const lines = explainOrigin(why, rules, io);
      if (isUsageError(lines)) return lines;
      await io.output.write(`${lines.join('\n')}\n`);
      return failed ? 2 : 0;
    }
    const from = args.options.has('pack')
      ? 'Named on the command line'
      : config.path
        ? `Named in ${showPath(config.path, io.cwd)}`
        : 'By default';
    await io.output.write(`${printPacks(rules, from, io).join('\n')}\n`);
    return failed ? 2 : 0;
  },
};

function printPacks(rules: OpenedRules, from: string, io: Io): readonly string[] {
  const { width } = describeTerminal(io, false);
  const named = rules.packs.filter((pack) => pack.named).map((pack) => pack.id);
  const others = new Set(rules.packs.flatMap((pack) => pack.extends));
  return [
    `${from}: ${named.join(', ') || 'nothing that can be used'}. ${count(rules.packs.length, 'pack')} in use${others.size > 0 ? ', each after what it extends' : ''}.`,
    ...rules.packs.flatMap((pack) => ['', ...printPack(pack, rules, width, io)]),
    '',
    ...printOverrides(rules, width),
  ];
}

function printPack(pack: ActivePack, rules: OpenedRules, width: number, io: Io): readonly string[] {
  const path = showPath(pack.path, io.cwd);
  const where = pack.builtIn
    ? 'ships with this version'
    : pack.replaces
      ? `${path}, in the place of the one that ships`
      : path;
  const base = pack.extends.length > 0 ? [`Extends: ${pack.extends.join(', ')}`] : [];
  const lines = [
    `${pack.title}`,
    `From: ${where}`,
    `Integrity: ${pack.integrity}`,
    ...base,
    `Defines: ${countItems(pack.id, rules)}`,
  ];
  return [`${pack.id} ${pack.version}`, ...lines.flatMap((line) => wrap(line, width, '  ', '    '))];
}

/** `11 considerations, 24 rules`: what a pack is the last to say. */
function countItems(id: string, { ruleSet }: OpenedRules): string {
  const counts = new Map<string, number>();
  for (const [key, origin] of ruleSet.origins) {
    if (origin.pack !== id && !origin.overrides.includes(id)) continue;
    const section = key.slice(0, key.indexOf(':'));
    counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return [...counts].map(([section, number]) => describeCount(section, number)).join(', ') || 'nothing';
}

function describeCount(section: string, number: number): string {
  const plural = section.replaceAll('-', ' ');
  const one = plural.endsWith('ies') ? `${plural.slice(0, -3)}y` : plural.replace(/s$/, '');
  return count(number, one, plural);
}

function printOverrides({ ruleSet }: OpenedRules, width: number): readonly string[] {
  const overridden = [...ruleSet.origins].filter(([, origin]) => origin.overrides.length > 0);
  if (overridden.length === 0) return ['No pack overrides another.'];
  return [
    'Overrides, the winner first:',
    ...overridden.flatMap(([key, { pack, overrides }]) =>
      wrap(
        `${key.slice(key.indexOf(':') + 1)} (${key.slice(0, key.indexOf(':')).replaceAll('-', ' ')}): ${[pack, ...[...overrides].reverse()].join(', over ')}`,
        width,
        '  ',
        '    ',
      ),
    ),
  ];
}
