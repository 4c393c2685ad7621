import type { RuleSet, Template } from '../../core';
import { fillTemplate } from '../../core';
import type { Io } from '../io';
import { openConfigured } from '../openConfigured';
import { reportFault } from '../reportFault';
import type { UsageError } from '../usageError';
import { isUsageError, unknownWord, usageError } from '../usageError';
import type { Command } from './command';
import { lastValue, PACK_OPTIONS } from './command';

export const newCommand: Command = {
  name: 'new',
  summary: 'Start a document from a template, with the questions to answer where their answers belong',
  usage: 'TYPE',
  details: [
    'TYPE is a document type, such as business-case, or the name of a template, such as business-case-soc. A file that is there already is never overwritten.',
  ],
  options: {
    stage: {
      type: 'string',
      short: 's',
      value: 'STAGE',
      help: 'The stage, such as OBC. Default: that of the document type.',
    },
    output: { type: 'string', short: 'o', value: 'FILE', help: 'Write to this file instead of the terminal.' },
    ...PACK_OPTIONS,
  },
  run: async (args, io) => {
    const { rules, failed } = await openConfigured(args, io);
    const template = findTemplate(args.positionals, lastValue(args, 'stage'), rules.ruleSet);
    if (isUsageError(template)) return template;
    const written = await write(fillTemplate(rules.ruleSet, template.text), lastValue(args, 'output'), io);
    return written && !failed ? 0 : 2;
  },
};

function findTemplate(names: readonly string[], stage: string | undefined, ruleSet: RuleSet): Template | UsageError {
  const types = [...ruleSet.documentTypes.keys()];
  const [name, ...others] = names;
  if (name === undefined)
    return usageError(`say what to start: one of ${types.map((type) => `\`${type}\``).join(', ')}.`);
  if (others.length > 0) return usageError(`one document at a time, and \`${names.join('`, `')}\` were given.`);
  const template = ruleSet.templates.get(name);
  const type = [...ruleSet.documentTypes].find(([id, { title, aliases = [] }]) =>
    isNamed(name, [id, title, ...aliases]),
  );
  if (!type)
    return template ?? unknownWord('document type', name, [...new Set([...types, ...ruleSet.templates.keys()])]);
  return findForType(type[0], stage ?? findImpliedStage(name, type[0], ruleSet), ruleSet);
}

/** The template of a type at a stage; without a stage, the type's own, else its first. */
function findForType(type: string, stage: string | undefined, ruleSet: RuleSet): Template | UsageError {
  const about = ruleSet.documentTypes.get(type);
  const stages = Object.entries(about?.stages ?? {});
  const templates = [...ruleSet.templates.values()].filter((template) => template['document-type'] === type);
  const own = ruleSet.templates.get(about?.template ?? '') ?? templates[0];
  if (stage === undefined) return own ?? usageError(`no active pack has a template for \`${type}\`.`);
  if (stages.length === 0) return usageError(`\`${type}\` has no stages, and \`${stage}\` was given.`);
  const id = stages.find(([key, { title, aliases = [] }]) => isNamed(stage, [key, title, ...aliases]))?.[0];
  if (id === undefined)
    return unknownWord(
      'stage',
      stage,
      stages.map(([key]) => key),
      ` of \`${type}\``,
    );
  const template = templates.find((candidate) => candidate.stage === id);
  const known = templates.flatMap((candidate) => candidate.stage ?? []);
  return (
    template ??
    usageError(`no active pack has a template for \`${type}\` at ${id}. There is one at: ${known.join(', ')}.`)
  );
}

/** "outline business case" says the type and the stage at once. */
function findImpliedStage(name: string, type: string, ruleSet: RuleSet): string | undefined {
  const stages = Object.entries(ruleSet.documentTypes.get(type)?.stages ?? {});
  return stages.find(([key, { title, aliases = [] }]) => isNamed(name, [key, title, ...aliases]))?.[0];
}

/** Without case, hyphens and spaces, as names in front matter are read. */
function isNamed(name: string, names: readonly string[]): boolean {
  const bare = (words: string) => words.toLowerCase().replace(/[\s_-]+/g, '');
  return names.some((known) => bare(known) === bare(name));
}

async function write(text: string, output: string | undefined, io: Io): Promise<boolean> {
  if (output === undefined) {
    await io.output.write(text);
    return true;
  }
  const result = await io.fileSystem.writeText(io.fileSystem.resolve(io.cwd, output), text, 'create');
  if (result.kind === 'written') {
    await io.messages.write(
      `Wrote ${output}. Replace what stands in square brackets; inclusive-growth check ${output} shows what is left.\n`,
    );
    return true;
  }
  const reason =
    result.kind === 'exists' ? 'it is there already and was left as it is' : `it cannot be written: ${result.reason}`;
  await reportFault(`${output}: ${reason}`, io);
  return false;
}
