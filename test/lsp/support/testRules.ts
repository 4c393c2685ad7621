import type { Pack, RuleSet } from '../../../server/src/core';

/** A small pack of which every test knows all: who gains, how many, and what is measured. */
const PACK: Pack = {
  id: 'test',
  version: '1.2.3',
  engine: '*',
  title: 'Test pack',
  description: 'For tests.',
  licence: 'MIT',
  sources: { S1: { title: 'A page', url: 'https://example.org/page' } },
  'document-types': {
    'business-case': {
      title: 'Business case',
      stages: { SOC: { title: 'Strategic outline case' }, OBC: { title: 'Outline business case' } },
      'default-stage': 'OBC',
      sections: [
        { kind: 'summary' },
        { kind: 'benefits', required: true },
        { kind: 'monitoring', required: ['OBC'] },
        { kind: 'costs' },
      ],
      recognise: ['business case'],
    },
  },
  'section-kinds': {
    summary: { title: 'Summary', headings: ['summary'], role: 'summary' },
    benefits: { title: 'Benefits', headings: ['benefits'] },
    monitoring: { title: 'Monitoring', headings: ['monitoring'] },
    costs: { title: 'Costs', headings: ['costs'] },
  },
  considerations: {
    beneficiaries: {
      title: 'Beneficiaries',
      question: 'Who gains, and how many?',
      why: 'Gains do not reach people by themselves.',
      guidance: 'Name the group and count it.',
      source: 'S1',
      facets: {
        who: {
          title: 'Who',
          question: 'Which group?',
          signals: ['group'],
          columns: ['group(s)'],
          prompt: { skeleton: 'The group is [group] in [place].' },
        },
        'how-many': {
          title: 'How many',
          question: 'How many of them?',
          signals: ['people'],
          columns: ['number(s)'],
          raises: false,
          prompt: { skeleton: '[number] of them, costing $5 {each}.' },
        },
      },
      mentions: ['vague'],
      present: [{ facets: ['who', 'how-many'], within: 'sentence' }],
      prompt: { skeleton: '| Group | Number |\n| --- | --- |\n| [group] | [number] |' },
    },
    measures: {
      title: 'Measures',
      question: 'What is measured?',
      why: 'What is not measured is not known.',
      guidance: 'Name the indicator.',
      facets: {
        indicator: {
          title: 'Indicator',
          question: 'Which indicator?',
          signals: ['indicator'],
          columns: ['indicator(s)'],
        },
      },
      present: [{ facets: ['indicator'] }],
      prompt: { skeleton: 'We measure [indicator].' },
    },
  },
  vocabularies: {
    groups: {
      title: 'Target groups',
      items: { 'care-leavers': { label: 'care leavers' }, carers: { label: 'carers' } },
    },
    metrics: {
      title: 'Metrics',
      items: { employment: { label: 'employment rate', unit: '%', dataset: 'Annual survey' } },
    },
  },
  signals: {
    group: { vocabulary: 'groups' },
    people: { value: 'count', units: ['people', 'care leavers'] },
    vague: { terms: ['local people'] },
    indicator: { vocabulary: 'metrics' },
  },
  contexts: {
    tbc: { title: 'Placeholder', effect: 'placeholder', terms: ['to be confirmed'], patterns: ['\\[[^\\]]+\\]'] },
  },
  rules: {
    beneficiaries: rule('consideration', 'Beneficiaries are named', {
      consideration: 'beneficiaries',
      expect: [
        { in: ['benefits'], when: 'always', home: true },
        { in: ['any'], when: 'raised' },
      ],
    }),
    measures: rule('consideration', 'Measures are named', {
      consideration: 'measures',
      expect: [{ in: ['monitoring', 'benefits'], when: 'always', facets: ['indicator'] }],
    }),
    'required-sections': rule('required-sections', 'Sections'),
    'heading-form': rule('heading-form', 'Headings'),
    placeholder: rule('placeholder', 'Placeholders'),
    prompt: rule('prompt', 'Prompts'),
    waiver: rule('waiver', 'Waivers'),
  },
  templates: {
    case: {
      title: 'A case',
      'document-type': 'business-case',
      text: '# [Title]\n\n## Benefits\n\n{{prompt:beneficiaries}}\n',
    },
  },
};

function rule(check: NonNullable<Pack['rules']>[string]['check'], title: string, more: object = {}) {
  return { check, title, why: 'Because.', severity: 'warning' as const, examples: [], ...more };
}

export const TEST_RULES: RuleSet = toRuleSet(PACK);

/** The same pack with another wording of one title, to tell two loads apart. */
export const CHANGED_RULES: RuleSet = {
  ...TEST_RULES,
  considerations: new Map(
    [...TEST_RULES.considerations].map(([id, about]) => [id, { ...about, title: `${about.title} (new)` }]),
  ),
};

function toRuleSet(pack: Pack): RuleSet {
  const map = <T>(items: Readonly<Record<string, T>> | undefined) => new Map(Object.entries(items ?? {}));
  return {
    packs: [pack],
    documentTypes: map(pack['document-types']),
    sectionKinds: map(pack['section-kinds']),
    considerations: map(pack.considerations),
    vocabularies: map(pack.vocabularies),
    signals: map(pack.signals),
    contexts: map(pack.contexts),
    frameworks: map(pack.frameworks),
    rules: new Map(Object.entries(pack.rules ?? {}).map(([id, r]) => [`test/${id}`, r])),
    templates: map(pack.templates),
    sources: new Map(Object.entries(pack.sources).map(([id, s]) => [`test:${id}`, s])),
    origins: new Map(),
  };
}
