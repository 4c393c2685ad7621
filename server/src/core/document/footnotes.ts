import type { FootnoteDefinition } from 'mdast';
import { type Block, startBlock } from './blockBuilder';
import { readContent } from './readContent';
import type { Source } from './source';
import { spanOf } from './syntaxTree';

/** Reads the definition of a footnote. Its words are units where it stands; references to it are marks of other units. */
export function readFootnote(node: FootnoteDefinition, source: Source): Block {
  const block = startBlock();
  for (const child of node.children) readContent(child, source, block, { quoted: false, kind: 'footnote' });
  const built = block.build('footnote', spanOf(node));
  const text = built.units.map((unit) => unit.prose.text).join(' ');
  return { ...built, footnote: { id: node.label ?? node.identifier, text } };
}
