import type { DocumentModel } from '../document/documentModel';
import type { SectionContent } from '../document/sectionContent';

/** For each section, titles from the top of the tree, so that a renumbered or moved section keeps its findings' fingerprints. */
export interface HeadingPaths {
  readonly of: readonly string[];
  /** These sections, and all that share a path with one of them: what tells their findings apart is counted over all of them. */
  spread(sections: Iterable<number>): ReadonlySet<number>;
}

export function findHeadingPaths(context: {
  readonly document: DocumentModel;
  readonly contents: readonly SectionContent[];
}): HeadingPaths {
  const paths: string[] = [];
  const sharing = new Map<string, number[]>();
  context.contents.forEach(({ section }, index) => {
    const title = section.heading?.title.toLowerCase() ?? '';
    const parent = context.document.sections[index]?.parent;
    const path = parent === undefined ? title : `${paths[parent]}/${title}`;
    paths.push(path);
    const others = sharing.get(path);
    if (others) others.push(index);
    else sharing.set(path, [index]);
  });
  return {
    of: paths,
    spread(sections) {
      const all = new Set<number>();
      for (const index of sections) for (const other of sharing.get(paths[index] ?? '') ?? []) all.add(other);
      return all;
    },
  };
}
