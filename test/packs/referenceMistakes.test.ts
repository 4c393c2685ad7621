import { runPackCases } from '../support/packCases';

/** A consideration with two facets, a rule for it, and what they need: twenty-four lines to put a mistake into. */
const sound = (changes: Readonly<Record<string, string>> = {}): string => {
  const yaml = `document-types:
  case: { title: Case, stages: { SOC: { title: Strategic }, OBC: { title: Outline } }, sections: [{ kind: benefits }] }
section-kinds:
  benefits: { title: Benefits, headings: [benefits] }
vocabularies:
  groups: { title: Groups, items: { carers: { label: carers } } }
signals:
  group: { vocabulary: groups }
  count: { value: count }
considerations:
  beneficiaries:
    { title: Beneficiaries, question: Who?, why: W, guidance: G, facets: {
        who: { title: Who, question: Who?, signals: [group] },
        how-many: { title: Number, question: How many?, signals: [count] } },
      present: [{ facets: [who, how-many] }] }
rules:
  beneficiaries:
    { check: consideration, consideration: beneficiaries, title: T, why: W, severity: warning,
      expect: [{ in: [benefits], when: always, facets: [who] }],
      examples: [{ kind: benefits, stage: OBC, text: Twelve carers., expect: present, finds: { who: carers } },
                 { kind: benefits, text: Nothing., expect: missing }] }
templates:
  blank: { title: Blank, document-type: case, text: "{{prompt:beneficiaries/who}}" }
`;
  return Object.entries(changes).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the sound pack does not say ${from}`);
    return text.replace(from, to);
  }, yaml);
};

describe('a pack that refers to something unknown is told', () => {
  runPackCases([
    { it: 'nothing, when all is there', yaml: sound(), problems: [] },
    {
      it: 'of a facet in `present`',
      yaml: sound({ 'present: [{ facets: [who, how-many] }]': 'present: [{ facets: [who, how-mny] }]' }),
      problems: ['15:33 error: unknown facet `how-mny` of `beneficiaries`: did you mean `how-many`?'],
    },
    {
      it: 'of a facet beside which another stands',
      yaml: sound({ 'signals: [count] }': 'signals: [count], beside: [whom] }' }),
      problems: ['14:84 error: unknown facet `whom` of `beneficiaries`: did you mean `who`?'],
    },
    {
      it: 'of a facet that a rule expects',
      yaml: sound({ 'when: always, facets: [who]': 'when: always, facets: [whoo]' }),
      problems: ['19:57 error: unknown facet `whoo` of `beneficiaries`: did you mean `who`?'],
    },
    {
      it: 'of a facet that an example finds',
      yaml: sound({ 'finds: { who: carers }': 'finds: { group: carers }' }),
      problems: ['20:96 error: unknown facet `group` of `beneficiaries`: expected `mention`, `who` or `how-many`'],
    },
    {
      it: 'of a signal in a facet',
      yaml: sound({ 'signals: [group]': 'signals: [grup]' }),
      problems: [
        '13:54 error: unknown signal `grup` in facet `who` of consideration `beneficiaries`: did you mean `group`?',
      ],
    },
    {
      it: 'of a signal in `when`',
      yaml: sound({ 'when: always': 'when: [cuont]' }),
      problems: ['19:41 error: unknown signal `cuont` in rule `beneficiaries`: did you mean `count`?'],
    },
    {
      it: 'of a vocabulary, once, though a facet rests on the signal',
      yaml: sound({ 'vocabulary: groups': 'vocabulary: group' }),
      problems: ['8:24 error: unknown vocabulary `group` in signal `group`: did you mean `groups`?'],
    },
    {
      it: 'of a consideration',
      yaml: sound({ 'consideration: beneficiaries': 'consideration: beneficiares' }),
      problems: [
        '18:44 error: unknown consideration `beneficiares` in rule `beneficiaries`: did you mean `beneficiaries`?',
      ],
    },
    {
      it: 'of section kinds: where expected, in an example, in a layout',
      yaml: sound({
        'in: [benefits]': 'in: [benefit]',
        'kind: benefits, stage': 'kind: bnefits, stage',
        '[{ kind: benefits }]': '[{ kind: beneffits }]',
      }),
      problems: [
        '2:107 error: unknown section kind `beneffits` in document type `case`: did you mean `benefits`?',
        '19:23 error: unknown section kind `benefit` in rule `beneficiaries`: did you mean `benefits`?',
        '20:26 error: unknown section kind `bnefits` in rule `beneficiaries`: did you mean `benefits`?',
      ],
    },
    {
      it: 'of stages: as a key of severities, in an example, as a default',
      yaml: sound({
        'severity: warning': 'severity: { default: warning, OCB: error }',
        'stage: OBC': 'stage: FBC',
        'stages: {': 'default-stage: BJC, stages: {',
      }),
      problems: [
        '2:39 error: unknown stage `BJC` in document type `case`: expected `SOC` or `OBC`',
        '18:107 error: unknown stage `OCB` in rule `beneficiaries`: expected `default`, `SOC` or `OBC`',
        '20:43 error: unknown stage `FBC` in rule `beneficiaries`: expected `SOC` or `OBC`',
      ],
    },
    {
      it: 'of a document type and a prompt in a template',
      yaml: sound({ 'document-type: case': 'document-type: cases', '/who}}': '/whom}} {{prompt:levers}}' }),
      problems: [
        '23:41 error: unknown document type `cases` in template `blank`: did you mean `case`?',
        '23:54 error: unknown facet `whom` of `beneficiaries` in `{{prompt:beneficiaries/whom}}` in template `blank`: did you mean `who`?',
        '23:54 error: unknown consideration `levers` in `{{prompt:levers}}` in template `blank`: expected `beneficiaries`',
      ],
    },
    {
      it: 'of a source',
      yaml: 'signals:\n  a: { terms: [x], source: S2 }\n  b: { terms: [x], source: [ours, S1, T10] }\n',
      problems: [
        '2:28 error: unknown source `S2` in signal `a`: expected `ours` or `S1`',
        '3:39 error: unknown source `T10` in signal `b`: expected `ours` or `S1`',
      ],
    },
    {
      it: 'once of a word that cannot be an id',
      yaml: 'signals:\n  a: { any: [Some Group] }\n',
      problems: [
        '2:14 error: entry 1 of `any` of signal `a` is `Some Group`: it must be lower-case words joined by hyphens, such as `case-for-change`',
      ],
    },
    {
      it: 'of nothing that may stand in a section that cannot be read',
      yaml: 'signals: [a, b]\ncontexts:\n  c: { title: C, effect: defer, terms: [later], excused-by: [a] }\n',
      problems: [
        '1:10 error: `signals` must be a map of keys and values, not a list: a text that begins with `[` needs quotes',
      ],
    },
    {
      it: 'of all mistakes of one item at once, and of what goes with it',
      yaml: sound({
        'question: Who?, why': 'qustion: Who?, why',
        'signals: [count] }': 'signals: [cout] }',
        '[who, how-many]': '[who, how-mny]',
      }),
      problems: [
        '11:3 error: consideration `beneficiaries` lacks `question`: What it asks, as one question.',
        '11:3 warning: consideration `beneficiaries` is left out because of its errors, and with it what needs it: rule `mine/beneficiaries`',
        '12:29 error: unknown key `qustion` of consideration `beneficiaries`: did you mean `question`?',
        '14:67 error: unknown signal `cout` in facet `how-many` of consideration `beneficiaries`: did you mean `count`?',
        '15:33 error: unknown facet `how-mny` of `beneficiaries`: did you mean `how-many`?',
      ],
    },
  ]);
});
