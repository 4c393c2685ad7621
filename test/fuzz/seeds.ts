import type { PackFile } from '../../server/src/packs/packProblem';

const head = (id: string) =>
  `id: ${id}\nversion: 1.0.0\nengine: ">=0.1 <1"\ntitle: ${id}\ndescription: A pack for tests.\nlicence: MIT\nsources: { S1: { title: A source, url: "https://example.org/" } }\n`;

/** A pack with every section of the format. */
const BASE = `${head('base')}document-types:
  paper:
    title: Paper
    aliases: [note]
    stages: { SOC: { title: Strategic }, OBC: { title: Outline, aliases: [outline] } }
    default-stage: OBC
    sections: [{ kind: need, required: true }, { kind: benefits, required: [OBC], under: need }]
    template: paper
    recognise: [outline case]
section-kinds:
  need: { title: Need, headings: [need, case for change, "<the |>problem(s)"], role: body }
  benefits: { title: Benefits, contains: [benefit*], under: [need] }
vocabularies:
  groups:
    title: Groups
    items:
      carers: { label: carers, terms: [carer(s), young ... carers], description: Who care, source: S1 }
      wage: { label: wage, values: [{ from: 2024-04-01, value: 12, unit: £ an hour }] }
signals:
  group: { vocabulary: groups, unless: [never] }
  number: { value: count, units: [people, households] }
  both: { all: [group, number], within: paragraph, words: 20, ordered: true }
  either: { any: [group, number], except: [never] }
  never: { terms: ["=NEVER", "no <way|chance>"] }
  pattern: { patterns: ['\\\\b\\\\d+ (?:jobs|homes)\\\\b'] }
  cited: { structure: citation }
contexts:
  later: { title: Later, effect: defer, terms: [will be developed, to be confirmed], reach: after, excused-by: [number] }
frameworks:
  questions: { title: Questions, items: { one: { title: One, question: Who? } } }
considerations:
  who:
    title: Who
    question: Who benefits?
    why: It matters.
    guidance: |
      Name them.
    facets:
      group: { title: group, question: Which?, signals: [group], columns: [group(s)] }
      count: { title: how many, question: How many?, signals: [number, pattern], raises: false }
    mentions: [cited]
    present: [{ facets: [group, count], within: sentence }]
    prompt: { skeleton: "[number] of [group] benefit.", source: ours }
rules:
  who:
    check: consideration
    title: Who benefits is said
    why: It matters.
    severity: { default: warning, OBC: error }
    consideration: who
    expect: [{ in: [need], when: always, facets: [group, count], home: true }, { in: [any], when: raised }]
    examples:
      - { kind: need, text: 40 carers gain., expect: present, finds: { group: carers } }
      - { kind: need, text: Carers gain., expect: thin, lacking: [count] }
  blank: { check: placeholder, title: No blanks, why: W, severity: hint, examples: [{ text: TBC, expect: fail }, { text: Done., expect: pass }] }
templates:
  paper: { title: Paper, document-type: paper, stage: OBC, text: "# Paper\\n\\n{{prompt:who}}" }
`;

const TEAM = `${head('team')}extends: [base]
include: [more.yaml]
considerations:
  who:
    facets:
      count: { dropped: We do not count. }
      group: { signals: { add: [mine], remove: [group] } }
rules:
  who: { severity: { OBC: information } }
`;
const MORE = `signals:
  mine: &mine { terms: [kinship carers, "<foster|kinship> families"] }
section-kinds:
  need: { headings: { add: [our need], remove: [need] } }
vocabularies:
  groups: { items: { miners: { label: miners } } }
`;

/** Sound packs that are damaged, each with its files, `pack.yaml` first. */
export const SEEDS: readonly (readonly PackFile[])[] = [
  [{ path: 'base/pack.yaml', text: BASE }],
  [
    { path: 'team/pack.yaml', text: TEAM },
    { path: 'team/more.yaml', text: MORE },
  ],
];

/** A document that uses what the seeds look for. */
export const DOCUMENT = `---
document-type: paper
---
# A paper

## Need

40 carers gain (ONS, 2024). The number of young unpaid carers will be developed later; no way: 12 jobs, 3% of 400 homes.

| Group | How many |
| --- | --- |
| carers | 40 |

## Benefits

Kinship carers and foster families. NEVER.
`;
