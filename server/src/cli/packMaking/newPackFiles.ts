import { TOOL } from '../version';

/** A small pack that works: one vocabulary, one rule with two examples, one test document. By path within the pack's folder. */
export function newPackFiles(id: string, title: string): ReadonlyMap<string, string> {
  const fill = (text: string) =>
    text.replaceAll('{id}', id).replaceAll('{title}', title).replaceAll('{tool}', TOOL.name);
  const files = { 'pack.yaml': PACK, 'vocabularies.yaml': VOCABULARIES, 'rules.yaml': RULES, 'tests/case.md': TEST };
  const words = { 'README.md': README, 'CHANGELOG.md': CHANGES, '.github/workflows/pack.yml': WORKFLOW };
  return new Map(Object.entries({ ...files, ...words }).map(([path, text]) => [path, fill(text)]));
}

const PACK = `# Who we are, and what we build on. What every key means is in \`rules/FORMAT.md\` of the toolkit.
id: {id}
version: 0.1.0
engine: ">=0.1 <1"
title: {title}
description: What we ask of our papers on top of the Inclusive Growth Toolkit.
licence: CC0-1.0
extends: [inclusive-growth]
include: [vocabularies.yaml, rules.yaml]
sources:
  PLAN:
    title: Our corporate plan
    note: Put its name and address here; everything that the plan says carries this key.
`;

const VOCABULARIES = `# Things that our papers name. An item without \`terms\` is found by its label.
vocabularies:
  {id}-priorities:
    title: Our priorities
    source: PLAN
    items:
      warm-homes:
        label: Warm homes
        terms: [warm homes, home insulation]
      work-nearby:
        label: Work nearby
        terms: [work nearby, jobs near home]
`;

const RULES = `# What we look for, and the passages that prove it.
signals:
  {id}-priority: { vocabulary: {id}-priorities }

considerations:
  {id}-priorities:
    title: Our priorities
    question: Which of our priorities does this serve?
    why: Members ask of every paper how it serves the plan.
    guidance: Name the priority in the words of the plan.
    source: PLAN
    facets:
      priority:
        title: priority
        question: Which one?
        signals: [{id}-priority]
    present: [{ facets: [priority] }]
    prompt:
      skeleton: The scheme serves our priority [warm homes or work nearby] by [what it does for it].
      source: ours

rules:
  priority-named:
    check: consideration
    title: A paper says which of our priorities it serves
    why: Members ask of every paper how it serves the plan.
    help: Name the priority in the section on strategic fit.
    source: PLAN
    severity: warning
    consideration: {id}-priorities
    expect:
      - { in: [strategic-fit], when: always }
      - { in: [any], when: never }
    examples:
      - title: A priority is named
        kind: strategic-fit
        text: The scheme serves our priority of work nearby.
        expect: present
        finds: { priority: work nearby }
      - title: Only the plan is named
        kind: strategic-fit
        text: The scheme serves the corporate plan.
        expect: missing
`;

const TEST = `---
document-type: business-case
stage: OBC
about: {id}/priority-named
---

# Depot in Mill Lane

## Strategic case

### Strategic fit
^^^^ {id}/priority-named: Our priorities

The depot serves the corporate plan.
`;

const README = `# {title}

Rules for the papers of our team, on top of the Inclusive Growth Toolkit.

- \`pack.yaml\`: id, version and what it builds on
- \`vocabularies.yaml\`: our words
- \`rules.yaml\`: what is looked for, each rule with its examples
- \`tests\`: whole documents; a line of carets says what is found in the line above

\`\`\`
{tool} pack test . --coverage --mutate   # do the examples hold, and is each word needed?
{tool} pack docs . --output RULES.md     # a page for readers
{tool} pack build .                      # {id}-0.1.0.zip, to hand on
\`\`\`

Change \`version\` in \`pack.yaml\` and say in \`CHANGELOG.md\` what changed whenever you hand the pack on.
`;

const CHANGES = `# Changes

## 0.1.0

- First version.
`;

const WORKFLOW = `# Runs the pack's tests on every change, and keeps the archive that was built.
name: pack
on: [push, pull_request]
permissions:
  contents: read
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npx {tool} pack test . --coverage
      - run: npx {tool} pack build . --output {id}.zip
      - uses: actions/upload-artifact@v4
        with:
          name: {id}
          path: {id}.zip
`;
