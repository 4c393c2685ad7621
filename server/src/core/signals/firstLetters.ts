import { parseTerm, type TermNode } from './termTree';

/**
 * The letters or digits with which a term, or a part of one, can begin, in lower case, each a UTF-16 unit. Undefined where it can begin with a
 * sign.
 */
export function findFirstLetters(tree: TermNode): readonly string[] | undefined {
  const letters = new Set<string>();
  addFirst(tree, letters);
  return [...letters].every((letter) => /[\p{L}\p{N}\p{Cs}]/u.test(letter)) ? [...letters] : undefined;
}

/** The same of a term that is only read where it does not begin with a plain letter, as most do. */
export function findFirstLettersOf(term: string): readonly string[] | undefined {
  const plain = /^=?([a-z\d])/i.exec(term)?.[1];
  if (plain !== undefined) return [plain.toLowerCase()];
  const tree = parseTerm(term)?.tree;
  return tree && findFirstLetters(tree);
}

/** Adds what a part can begin with; returns whether it can be left out, so that what follows may begin as well. */
function addFirst(node: TermNode, to: Set<string>): boolean {
  switch (node.kind) {
    case 'character':
      to.add(node.character.toLowerCase().charAt(0));
      return false;
    case 'letters':
      // Any letter: told by a sign, which no letter is.
      to.add('*');
      return true;
    case 'separator':
    case 'gap':
      to.add(' ');
      return false;
    case 'sequence':
      return node.parts.every((part) => addFirst(part, to));
    case 'choice': {
      const left = node.branches.map((branch) => addFirst(branch, to));
      return node.optional || left.includes(true);
    }
  }
}
