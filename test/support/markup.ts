import { strict as assert } from 'node:assert';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** Elements and the names of their attributes, in order: the form of a page without its words. */
export function listTags(markup: string): readonly string[] {
  // Styles are ours and hold `>`.
  return [...markup.replace(/<style>[\s\S]*?<\/style>/g, '').matchAll(/<([!?/]?[\w-]+)([^>]*)>/g)].map(
    ([, name, rest = '']) =>
      [name, ...[...rest.matchAll(/([\w:-]+)=(?:"[^"]*"|'[^']*')/g)].map(([, key]) => key)].join(' '),
  );
}

/** Fails where a text in Markdown holds HTML, a picture, or a link to anything but `allowed` or an address that is shown as it is. */
export function assertPlainMarkdown(markdown: string, allowed: readonly string[] = []): void {
  const visit = (node: Nodes): void => {
    assert.ok(!['html', 'image', 'imageReference', 'linkReference', 'definition'].includes(node.type), describe(node));
    if (node.type === 'link') {
      const shown = node.children.map((child) => ('value' in child ? child.value : '')).join('');
      assert.ok(allowed.includes(node.url) || (/^https?:/.test(node.url) && node.url.endsWith(shown)), describe(node));
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  const describe = ({ type, position }: Nodes) =>
    `${type}: ${markdown.slice(position?.start.offset, position?.end.offset)}`;
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
}

/** Headings of a text in Markdown, with their depth: what nobody may add one to. */
export function countHeadings(markdown: string): number {
  const root = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return root.children.filter((node) => node.type === 'heading').length;
}
