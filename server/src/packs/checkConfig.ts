import type { RuleSet } from '../core/rules/ruleSet';
import type { PackProblem } from './packProblem';
import { errorAt, sortProblems } from './packProblem';
import type { ParsedConfig } from './parseConfig';
import type { DataPath } from './readYaml';
import { suggest } from './suggest';

/**
 * What a configuration names and the packs in use do not define: rules, document types and stages. Mappings with packs of their own are left to the rule
 * set of those packs.
 */
export function checkConfig({ config, file }: ParsedConfig, ruleSet: RuleSet): readonly PackProblem[] {
  if (!file) return [];
  const report = (
    noun: string,
    word: string,
    known: Iterable<string>,
    path: DataPath,
    isKey = false,
  ): PackProblem[] => {
    const place = isKey ? file.findKey(path) : file.findValue(path);
    const hint = suggest(word, known) || ': no pack in use defines it';
    return place ? [errorAt(place, `unknown-${noun.replace(' ', '-')}`, `unknown ${noun} \`${word}\`${hint}`)] : [];
  };
  const rules = Object.keys(config.severities).flatMap((id) =>
    ruleSet.rules.has(id) ? [] : report('rule', id, ruleSet.rules.keys(), ['severities', id], true),
  );
  const mappings = config.documents.flatMap(({ type, stage, packs }, index) => {
    if (packs) return [];
    const types = namesOf(ruleSet.documentTypes);
    if (type !== undefined && !includes(types, type))
      return report('document type', type, ruleSet.documentTypes.keys(), ['documents', index, 'type']);
    const stages = [...ruleSet.documentTypes].filter(
      ([id, t]) => type === undefined || includes(namesOf(new Map([[id, t]])), type),
    );
    const known = stages.flatMap(([, t]) => Object.keys(t.stages ?? {}));
    const names = stages.flatMap(([, t]) => namesOf(new Map(Object.entries(t.stages ?? {}))));
    return stage === undefined || includes(names, stage)
      ? []
      : report('stage', stage, known, ['documents', index, 'stage']);
  });
  return sortProblems([...rules, ...mappings]);
}

/** Ids, titles and aliases: a document may use any of them, and so may a configuration. */
function namesOf(
  named: ReadonlyMap<string, { readonly title: string; readonly aliases?: readonly string[] }>,
): readonly string[] {
  return [...named].flatMap(([id, { title, aliases }]) => [id, title, ...(aliases ?? [])]);
}

/** Without case, hyphens and spaces, as front matter is read. */
function includes(names: readonly string[], word: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '');
  return names.some((name) => bare(name) === bare(word));
}
