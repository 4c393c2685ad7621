/** What the commonest faults of syntax usually come from, in words for someone who does not know YAML well. */
const EXPLANATIONS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab stands at the beginning of the line: indent with spaces',
  BLOCK_AS_IMPLICIT_KEY: 'this line cannot be read as a map or list here: a text that contains `: ` needs quotes',
  MULTILINE_IMPLICIT_KEY: 'a key must stand on one line: is a `:` missing, or a text not closed, above?',
  MISSING_CHAR: 'something is not closed or a `:` is missing',
  BAD_INDENT: 'the indentation fits neither the line above nor the block it belongs to',
  BAD_COLLECTION_TYPE: 'a map and a list are mixed here',
  BAD_SCALAR_START: 'a text cannot begin with this character: put it in quotes',
  BAD_DQ_ESCAPE: 'an unknown escape in double quotes: write patterns in single quotes',
  UNEXPECTED_TOKEN: 'this does not belong here: a text with `[`, `]`, `{`, `}`, `: ` or ` #` in it needs quotes',
  DUPLICATE_ANCHOR: 'this anchor (`&…`) is already used in this file',
  TAG_RESOLVE_FAILED: 'tags (`!…`) are not supported: a text that begins with `!` needs quotes',
  BAD_DIRECTIVE: 'a line cannot begin with `%` here: a text that begins with `%` needs quotes',
};

/** Told by the parser with the code of a bad indentation. */
const NOT_CLOSED = 'a `{` or `[` is not closed, or what stands in it is not indented';

/** `this is not valid YAML: …`, with the parser's own words after ours. */
export function explainYamlError(code: string, message: string): string {
  const isOpen = message.startsWith('Flow ') && message.includes('end with a');
  const explanation = isOpen ? NOT_CLOSED : EXPLANATIONS[code];
  const original = message.replace(/\s+/g, ' ').trim();
  return explanation === undefined
    ? `this is not valid YAML: ${original}`
    : `this is not valid YAML: ${explanation} (${original})`;
}
