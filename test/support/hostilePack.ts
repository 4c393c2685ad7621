/** Words that would be markup, a link, a command or another line wherever they are shown without care. */
export const HOSTILE = [
  'x <img src=x onerror=alert(1)> <script>alert(1)</script></title></style> --> ]]>',
  '[run](command:evil) ![seen](https://evil.example/p.png) \\[more](command:evil) [ref] ![ref] <https://evil.example>',
  '&lt;b&gt; &#91;x](command:evil) "quoted" \'single\' `code` ``more`` ```` **bold** | cell $CLIPBOARD %0A::error::x',
  '',
  '[ref]: command:evil "t"',
  '',
  '# Heading',
  '',
  '- item',
  '```',
  '<div>',
  '::error::x \u001b[31mred\u0007 \u202e',
].join('\n');

export const HARMLESS = 'Plain words';

/** Files of a pack of which every text that is shown to somebody is `words`. A paper of type `paper` with a section Plan is asked for people. */
export function buildPackOf(words: string): Readonly<Record<string, string>> {
  const pack = {
    id: 'shown',
    version: '1.0.0',
    engine: '>=0.1 <1',
    title: words,
    description: words,
    licence: words,
    sources: { S1: { title: words, url: 'https://example.org/page', licence: words, note: words } },
    'document-types': {
      paper: {
        title: words,
        stages: { draft: { title: words } },
        sections: [{ kind: 'plan' }, { kind: 'rest', required: true }],
      },
    },
    'section-kinds': {
      // A title is a heading too, and examples stand under it.
      plan: { title: 'Plan', headings: ['plan'] },
      rest: { title: words, headings: ['rest'] },
    },
    considerations: {
      people: {
        title: words,
        question: words,
        why: words,
        guidance: words,
        example: words,
        source: 'S1',
        facets: {
          who: { title: words, question: words, signals: ['groups'] },
          how: { title: words, question: words, signals: ['ways'] },
        },
        present: [{ facets: ['who', 'how'] }],
        prompt: { skeleton: words },
      },
    },
    vocabularies: {
      groups: { title: words, items: { carers: { label: words, terms: ['carers'], description: words } } },
    },
    signals: { groups: { title: words, vocabulary: 'groups' }, ways: { title: words, terms: ['train'] } },
    contexts: { later: { title: words, effect: 'weaken', terms: ['perhaps'] } },
    rules: {
      people: {
        check: 'consideration',
        consideration: 'people',
        title: words,
        why: words,
        help: words,
        source: 'S1',
        severity: 'error',
        expect: [{ in: ['plan'], when: 'always', facets: ['who', 'how'] }],
        examples: [
          { title: `Named. ${words}`, kind: 'plan', text: 'We train carers.', expect: 'present' },
          { title: `Nobody. ${words}`, kind: 'plan', text: `Nothing.\n\n${words}`, expect: 'missing' },
        ],
      },
      sections: {
        check: 'required-sections',
        title: words,
        why: words,
        severity: 'warning',
        examples: [
          { title: `One. ${words}`, 'document-type': 'paper', text: '# A\n\n## Plan\n\n## Rest\n', expect: 'pass' },
          { title: `Two. ${words}`, 'document-type': 'paper', text: '# A\n\n## Plan\n', expect: 'fail' },
        ],
      },
    },
  };
  const lines = Object.entries(pack).map(
    ([key, value]) => `${key}: ${JSON.stringify(value, null, 1).replaceAll('\n', '\n ')}\n`,
  );
  return { 'shown/pack.yaml': lines.join('') };
}

/** A paper that the pack has something to say of, in every state. */
export const PAPER = `---
document-type: paper
stage: draft
---

# Paper

## Plan

<!-- inclusive-growth: prompt people -->

Perhaps carers.
`;
