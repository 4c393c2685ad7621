import type { LoadedPack } from '../loadedPack';
import type { PackFile, PackProblem } from '../packProblem';
import { errorAt } from '../packProblem';
import { parsePack } from '../parsePack';

/** Further examples of a pack, as a pack that extends it: so they are judged, composed and found as all words of packs are. */
export interface ParsedExamples {
  readonly loaded?: LoadedPack;
  readonly problems: readonly PackProblem[];
}

/** Reads the YAML files of a pack's `tests` folder. They may say nothing but `examples` of rules: what is tested must be what is shipped. */
export function parseExamples(tested: LoadedPack, files: readonly PackFile[]): ParsedExamples {
  if (files.length === 0) return { problems: [] };
  const { id, version, engine } = tested.pack;
  const head = {
    id: `${id}-tests`,
    version,
    engine,
    title: 'Tests',
    description: 'Tests',
    licence: 'none',
    sources: {},
    extends: [id],
  };
  const { loaded, problems } = parsePack([{ path: tested.path, text: JSON.stringify(head) }, ...files]);
  if (!loaded) return { problems };
  // The head is ours: nobody is led to it.
  const written = { ...loaded, files: loaded.files.slice(1) };
  return { loaded: written, problems: [...problems, ...written.files.flatMap((file) => findOthers(written, file))] };
}

function findOthers({ written }: LoadedPack, file: LoadedPack['files'][number]): readonly PackProblem[] {
  const sections = Object.keys(written).filter((key) => key !== 'rules');
  const rules = Object.entries(written.rules ?? {}).flatMap(([id, rule]) =>
    Object.keys(rule ?? {})
      .filter((key) => key !== 'examples')
      .map((key) => ['rules', id, key]),
  );
  return [...sections.map((key) => [key]), ...rules].flatMap((path) => {
    const place = file.findKey(path);
    const message = `\`${path.at(-1)}\` cannot stand here: the tests of a pack hold \`examples\` of its rules and nothing else`;
    return place ? [errorAt(place, 'not-an-example', message)] : [];
  });
}
