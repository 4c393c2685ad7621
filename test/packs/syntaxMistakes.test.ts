import { runPackCases } from '../support/packCases';

describe('a pack whose YAML is wrong is told', () => {
  runPackCases([
    {
      it: 'of a text with a colon in it',
      yaml: `signals:
  a: { terms: [x] }
  b:
    title: Groups: who gains
`,
      problems: [
        '4:12 error: this is not valid YAML: this line cannot be read as a map or list here: a text that contains `: ` needs quotes (Nested mappings are not allowed in compact mappings)',
      ],
    },
    {
      it: 'of a tab before a key',
      yaml: 'signals:\n\ta: { terms: [x] }\n',
      problems: [
        '2:1 error: this is not valid YAML: a tab stands at the beginning of the line: indent with spaces (Tabs are not allowed as indentation)',
      ],
    },
    {
      it: 'of quotes that are not closed',
      yaml: 'signals:\n  a: { terms: ["x] }\n',
      problems: [
        '2:16 error: this is not valid YAML: something is not closed or a `:` is missing (Missing closing "quote)',
      ],
    },
    {
      it: 'of braces that are not closed before the end, at the end of a line',
      yaml: 'signals: {\n',
      problems: [
        '1:11 error: this is not valid YAML: a `{` or `[` is not closed, or what stands in it is not indented (Flow map in block collection must be sufficiently indented and end with a })',
      ],
    },
    {
      it: 'of a tag',
      yaml: 'signals:\n  a: !regex x\n',
      problems: [
        '2:6 error: this is not valid YAML: tags (`!…`) are not supported: a text that begins with `!` needs quotes (Unresolved tag: !regex)',
      ],
    },
    {
      it: 'of a key that is given twice, and where it was first',
      yaml: `signals:
  a: { terms: [x] }
  b: { terms: [y] }
  a: { terms: [z] }
`,
      problems: ['4:3 error: `a` is given twice in the same map: first on line 2; join the two, or rename one'],
    },
    {
      it: 'of a merge key, and of nothing that follows from it',
      yaml: `signals:
  a: &a { terms: [x] }
  b:
    <<: *a
`,
      problems: [
        '4:5 error: merge keys (`<<`) are not supported: write the keys out, or give the whole value as an alias',
      ],
    },
    {
      it: 'of an alias to nothing, which was meant as text',
      yaml: 'signals:\n  a: { terms: [*word] }\n',
      problems: ['2:16 error: `*word` refers to nothing in this file: a text that begins with `*` needs quotes'],
    },
    {
      it: 'of an alias inside what it refers to',
      yaml: 'signals:\n  a: { terms: &t [x, *t] }\n',
      problems: ['2:22 error: `*t` stands inside what it refers to'],
    },
    {
      it: 'of an alias bomb, without unfolding it',
      yaml: `a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
`,
      problems: ['6:8 error: the aliases of this file unfold to more than 200,000 values: write out what is meant'],
    },
    {
      it: 'of a second document',
      yaml: 'signals:\n  a: { terms: [x] }\n---\nrules: {}\n',
      problems: ['3:1 error: a second document begins here (`---`): a file holds one'],
    },
    {
      it: 'of an empty file',
      yaml: '# nothing yet\n',
      problems: ['1:1 error: this file is empty: expected a map of keys and values'],
    },
    {
      it: 'of a list where a map is needed',
      yaml: '- signals\n- rules\n',
      problems: ['1:1 error: the pack must be a map of keys and values, not a list'],
    },
    {
      it: 'of plain text',
      yaml: 'This is a note, not a pack.\n',
      problems: ['1:1 error: the pack must be a map of keys and values, not text'],
    },
    {
      it: 'of a key that is a list',
      yaml: 'signals:\n  ? [a, b]\n  : { terms: [x] }\n',
      problems: ['2:5 error: a key must be text; a text that begins with `[`, `{` or `?` needs quotes'],
    },
    {
      it: 'of a key that objects cannot have',
      yaml: 'signals:\n  __proto__: { terms: [x] }\n',
      problems: ['2:3 error: `__proto__` cannot be used as a key'],
    },
    {
      it: 'of absurd nesting, without an overflow',
      yaml: `signals: ${'['.repeat(100_000)}`,
      problems: ['1:1 error: this file is nested too deeply to be read'],
    },
    {
      it: 'of more than 512 KB',
      yaml: `# ${'x'.repeat(2 * 1024 * 1024)}`,
      problems: ['1:1 error: this file is larger than 512 KB: split it, and name the parts under `include`'],
    },
    {
      it: 'at the right place after emoji, and with lines that end in CRLF',
      yaml: '# 🙂🙂\r\nsignals:\r\n  a: { title: "🙂", terns: [x] }\r\n',
      problems: [
        '3:3 error: signal `a` has nothing to look for: give exactly one of `terms`, `patterns`, `vocabulary`, `value`, `structure`, `any` or `all`',
        '3:21 error: unknown key `terns` of signal `a`: did you mean `terms`?',
      ],
    },
  ]);
});
