import { runPackCases } from '../support/packCases';

describe('a pack that cannot mean what it says is told', () => {
  runPackCases([
    {
      it: 'of look-ahead, look-behind and back-references in patterns',
      yaml: String.raw`signals:
  a: { patterns: ['\bjobs(?= for)'] }
  b: { patterns: ['(?<!no )jobs'] }
  c: { patterns: ['(\w+) \1'] }
`,
      problems: [
        '2:19 error: pattern of signal `a`: look-ahead and look-behind are not supported: patterns run in linear time. Use `unless`, a context, or `all` with `words` instead',
        '3:19 error: pattern of signal `b`: look-ahead and look-behind are not supported: patterns run in linear time. Use `unless`, a context, or `all` with `words` instead',
        '4:19 error: pattern of signal `c`: back-references are not supported: patterns run in linear time. List the alternatives instead',
      ],
    },
    {
      it: 'of a pattern that does not compile',
      yaml: "contexts:\n  a: { title: A, effect: weaken, patterns: ['(open', fine] }\n",
      problems: [
        '2:45 error: pattern of context `a`: the pattern does not compile: error parsing regexp: missing closing ): `(?i)(open`',
      ],
    },
    {
      it: 'of terms that cannot be read',
      yaml: `signals:
  a: { terms: ["care (home", "<grants|loans", "x)"] }
section-kinds:
  b: { title: B, headings: ["(the end"] }
`,
      problems: [
        '2:16 error: term `care (home` of signal `a` cannot be read: a `(` is not closed',
        '2:30 error: term `<grants|loans` of signal `a` cannot be read: a `<` is not closed',
        '2:47 error: term `x)` of signal `a` cannot be read: a `)` stands without its beginning',
        '4:29 error: term `(the end` of section kind `b` cannot be read: a `(` is not closed',
      ],
    },
    {
      it: 'of a label that counts as a term and cannot be read as one',
      yaml: 'vocabularies:\n  v: { title: V, items: { a: { label: "Carers (unpaid" }, b: { label: "Carers (unpaid", terms: [carers] } } }\n',
      problems: [
        '2:39 error: label `Carers (unpaid`, which counts as a term since there are no `terms`, of item `a` of vocabulary `v` cannot be read: a `(` is not closed',
      ],
    },
    {
      it: 'of a signal of two kinds, and of one of none',
      yaml: 'signals:\n  a: { terms: [x], value: money }\n  b: { title: B }\n',
      problems: [
        '2:20 error: signal `a` has `terms` and `value`: give exactly one of them, and join signals of different kinds with `any`',
        '3:3 error: signal `b` has nothing to look for: give exactly one of `terms`, `patterns`, `vocabulary`, `value`, `structure`, `any` or `all`',
      ],
    },
    {
      it: 'of signals that go in a circle',
      yaml: 'signals:\n  a: { any: [b] }\n  b: { all: [c] }\n  c: { terms: [x], unless: [a] }\n  d: { any: [d, a] }\n',
      problems: [
        '4:3 warning: signal `c` is left out because of its errors, and with it what needs it: signal `b`',
        '4:29 error: signal `a` refers to itself: `a` → `b` → `c` → `a`; take one of these steps out',
        '5:14 error: signal `d` refers to itself: `d` → `d`; take one of these steps out',
      ],
    },
    {
      it: 'of keys without effect',
      yaml: 'signals:\n  a: { terms: [x], within: paragraph, units: [jobs] }\n',
      problems: [
        '2:20 warning: `within` of signal `a` has no effect without `all`',
        '2:39 warning: `units` of signal `a` has no effect without `value: count`',
      ],
    },
    {
      it: 'of a context that looks for nothing',
      yaml: 'contexts:\n  a: { title: A, effect: weaken }\n',
      problems: ['2:3 error: context `a` has nothing to look for: give `terms` or `patterns`'],
    },
    {
      it: 'of a rule without a passing or without a failing example',
      yaml: `rules:
  a: { check: placeholder, title: A, why: W, severity: warning, examples: [{ text: TBC, expect: fail }] }
  b: { check: placeholder, title: B, why: W, severity: warning, examples: [{ text: Done., expect: pass }] }
`,
      problems: [
        '2:3 error: rule `a` has no passing example: add one that expects `pass`',
        '3:3 error: rule `b` has no failing example: add one that expects `fail`',
      ],
    },
    {
      it: 'of an example that expects what its check never says',
      yaml: `rules:
  a:
    { check: placeholder, title: A, why: W, severity: warning,
      examples: [{ text: TBC, expect: fail }, { text: Done., expect: pass }, { text: Done., expect: present }] }
`,
      problems: [
        '4:101 error: an example of rule `a` expects `present`; with check `placeholder` it can be `pass` or `fail`',
      ],
    },
    {
      it: 'of keys that a check needs, and of those that it does not read',
      yaml: `rules:
  a:
    { check: thread, title: A, why: W, severity: warning, signals: [s], from: [k], to: [k],
      examples: [{ text: x, expect: fail }, { text: y, expect: pass }] }
signals: { s: { terms: [x] } }
section-kinds: { k: { title: K } }
`,
      problems: [
        '2:3 error: rule `a` lacks `vocabulary`, which check `thread` needs',
        '3:59 warning: `signals` of rule `a` has no effect with check `thread`',
      ],
    },
    {
      it: 'of severities by stage without a default',
      yaml: `document-types: { d: { title: D, stages: { OBC: { title: O } } } }
rules:
  a:
    { check: placeholder, title: A, why: W, severity: { OBC: warning }, examples: [{ text: x, expect: fail }, { text: y, expect: pass }] }
`,
      problems: ['4:45 warning: `severity` of rule `a` has no `default`, for stages that it does not name'],
    },
    {
      it: 'of a facet that nothing can show',
      yaml: `considerations:
  c: { title: C, question: Q, why: W, guidance: G, facets: { who: { title: Who, question: Who? } }, present: [{ facets: [who] }] }
`,
      problems: [
        '2:62 warning: facet `who` of consideration `c` has no `signals` and no `columns`: nothing can show it',
      ],
    },
    {
      it: 'of a signal that takes others with it, once',
      yaml: `signals:
  a: { patterns: ['('] }
  b: { any: [a, c] }
  c: { terms: [x] }
  d: { all: [a, c] }
  e: { all: [d] }
`,
      problems: [
        '2:3 warning: signal `a` is left out because of its errors, and with it what needs it: signal `d`, signal `e`',
        '2:19 error: pattern of signal `a`: the pattern does not compile: error parsing regexp: missing closing ): `(?i)(`',
      ],
    },
  ]);
});
