import type { Pack } from '../core/rules/pack';
import { checkIdentity } from './checks/checkIdentity';
import { checkOwnItems } from './checks/checkOwnItems';
import { describeSchemaErrors } from './describeSchemaErrors';
import { ENGINE_VERSION } from './generated/engineVersion';
import { validatePackFile } from './generated/validators';
import type { FilePart } from './joinFiles';
import { joinFiles } from './joinFiles';
import { limitItems } from './limitItems';
import { PACK_LIMITS } from './limits';
import type { LoadedPack } from './loadedPack';
import { isMap } from './loadedPack';
import type { PackFile, PackProblem } from './packProblem';
import { sortProblems } from './packProblem';
import { ITEM_SECTIONS, packFileSchema } from './packSchema';
import type { DataPath, YamlFile } from './readYaml';
import { readYaml, tooManyMistakes } from './readYaml';
import { stripNullsInItems } from './stripNulls';

/** What reading a pack gives. */
export interface ParsedPack {
  /** Undefined when the pack cannot be used at all: its `pack.yaml` cannot be read, or its id, version or engine are faulty. */
  readonly pack?: Pack;
  /** The same with places, for `composeRuleSet`. */
  readonly loaded?: LoadedPack;
  readonly problems: readonly PackProblem[];
}

/**
 * Reads one pack from its files, `pack.yaml` first, then those it includes. An item with an error is left out and the rest is kept. What can only be
 * judged together with the extended packs is left to `composeRuleSet`. Never throws.
 */
export function parsePack(files: readonly PackFile[], engineVersion: string = ENGINE_VERSION): ParsedPack {
  const parts = files.map((file) => readPart(readYaml(file)));
  const yamlFiles = parts.map((part) => part.file);
  const problems = [...parts.flatMap((part) => part.problems)];
  const first = parts[0];
  if (!first?.readable) return { problems: sortProblems(problems) };

  const source = { path: first.file.path, files: yamlFiles };
  const { value: whole, problems: clashes } = joinFiles(parts);
  const joined = limitItems(whole, source);
  problems.push(...clashes);
  const identity = checkIdentity(joined.value, source, engineVersion);
  problems.push(...joined.problems, ...identity.problems);
  // Title and the like are for people: a pack that lacks them has been told so, and can be used.
  const pack = {
    title: String(joined.value.id),
    description: '',
    licence: '',
    sources: {},
    ...joined.value,
  } as unknown as Pack;
  const own = checkOwnItems(pack, source);
  problems.push(...own.problems);
  if (!identity.usable) return { problems: sortProblems(problems) };

  const dropped = new Set([...parts.flatMap((part) => [...part.dropped]), ...own.dropped]);
  const incomplete = parts.some((part) => !part.readable || part.lacksSection);
  const sorted = sortProblems(problems);
  const loaded = { pack: withoutItems(pack, dropped), written: pack, ...source, incomplete, dropped, problems: sorted };
  return { pack: loaded.pack, loaded, problems: sorted };
}

interface Part extends FilePart {
  readonly problems: readonly PackProblem[];
  readonly readable: boolean;
  /** A whole section had to be left out. */
  readonly lacksSection: boolean;
  readonly dropped: readonly string[];
}

/** Checks one file against the schema and takes out what is faulty. */
function readPart(file: YamlFile): Part {
  if (file.value === undefined) return { ...UNREAD, file, problems: file.problems };
  const value = stripNullsInItems(file.value);
  const isValid = validatePackFile(value);
  if (!isValid && (validatePackFile.errors?.length ?? 0) > PACK_LIMITS.mistakes)
    return { ...UNREAD, file, problems: [...file.problems, ...describeFirst(file), tooManyMistakes(file)] };
  const faults = isValid ? [] : describeSchemaErrors(validatePackFile.errors ?? [], file, packFileSchema);
  // Of what is given twice the first is kept; with other faults of syntax the value is not what was meant.
  const garbled = file.faults.filter((fault) => fault.problem.code !== 'duplicate-key').map((fault) => fault.path);
  const serious = [...faults.filter((fault) => !fault.harmless).map((fault) => fault.path), ...garbled];
  const data = isMap(file.value) ? file.value : {};
  // Names of packs and files are looked for as they stand: a list with one that is no text is not used.
  const sections = serious.filter((path) => path.length <= 1 || isNameList(path[0])).map((path) => path[0]);
  return {
    file,
    value: Object.fromEntries(Object.entries(data).filter(([key]) => !sections.includes(key))),
    problems: [...file.problems, ...faults.map((fault) => fault.problem)],
    readable: isMap(file.value),
    lacksSection: sections.length > 0,
    dropped: serious.flatMap(toItemKey),
  };
}

function isNameList(key: unknown): boolean {
  return key === 'extends' || key === 'include';
}

/** A part of which nothing can be used. */
const UNREAD = { value: {}, readable: false, lacksSection: false, dropped: [] } as const;

function describeFirst(file: YamlFile): readonly PackProblem[] {
  const first = (validatePackFile.errors ?? []).slice(0, PACK_LIMITS.mistakes);
  return describeSchemaErrors(first, file, packFileSchema).map((fault) => fault.problem);
}

/** `section:id` of the item in which a path ends. */
function toItemKey(path: DataPath): readonly string[] {
  const [section, id] = path;
  return ITEM_SECTIONS.some((name) => name === section) && id !== undefined ? [`${section}:${id}`] : [];
}

function withoutItems(pack: Pack, dropped: ReadonlySet<string>): Pack {
  const sections = ITEM_SECTIONS.map((section) => {
    const items = Object.entries(pack[section] ?? {}).filter(([id]) => !dropped.has(`${section}:${id}`));
    return [section, Object.fromEntries(items)] as const;
  });
  return { ...pack, ...Object.fromEntries(sections.filter(([section]) => pack[section] !== undefined)) };
}
