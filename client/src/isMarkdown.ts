import type { TextDocument } from 'vscode';

/** Whether it is a Markdown text that somebody writes, and not a page that we show or an old version in a comparison. */
export function isMarkdown({ languageId, uri }: TextDocument): boolean {
  return languageId === 'markdown' && ['file', 'untitled', 'vscode-vfs'].includes(uri.scheme);
}
