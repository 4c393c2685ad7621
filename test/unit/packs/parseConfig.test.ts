import { strict as assert } from 'node:assert';
import { checkConfig } from '../../../server/src/packs/checkConfig';
import { composeRuleSet } from '../../../server/src/packs/composeRuleSet';
import { formatProblem } from '../../../server/src/packs/packProblem';
import { DEFAULT_CONFIG, findPackPlace, parseConfig } from '../../../server/src/packs/parseConfig';
import { HEAD, loadPack } from '../../support/packCases';

const read = (text: string) => parseConfig({ path: '.inclusive-growth.yaml', text });
const problemsOf = (text: string) =>
  read(text).problems.map((problem) => formatProblem(problem).replace('.inclusive-growth.yaml:', ''));

const FULL = `packs: [inclusive-growth, ./packs/ours]
replace: [policy-paper]
documents:
  - { path: cases/**/*.md, type: business-case, stage: OBC }
  - path: [reports/*.md, more/*.md]
    type: committee-report
    packs: [committee-report]
severities:
  inclusive-growth/good-work: off
fail-on: warning
ignore: [drafts/**]
`;

describe('parseConfig', () => {
  it('reads all keys', () => {
    const { config, problems } = read(FULL);
    assert.deepEqual(problems, []);
    assert.deepEqual(config, {
      packs: ['inclusive-growth', './packs/ours'],
      replace: ['policy-paper'],
      documents: [
        { path: ['cases/**/*.md'], type: 'business-case', stage: 'OBC' },
        { path: ['reports/*.md', 'more/*.md'], type: 'committee-report', packs: ['committee-report'] },
      ],
      severities: { 'inclusive-growth/good-work': 'off' },
      failOn: 'warning',
      ignore: ['drafts/**'],
    });
  });

  it('takes an empty file, or one of comments, for one that says nothing', () => {
    assert.deepEqual(read('# packs: []\n').problems, []);
    assert.deepEqual(read('# packs: []\n').config, DEFAULT_CONFIG);
    assert.deepEqual(read('packs:\n').config, { ...DEFAULT_CONFIG, failOn: undefined });
  });

  it('says what is wrong, where, and what was meant', () => {
    const yaml = `pakcs: [inclusive-growth]
documents:
  - { paht: a.md, type: 3 }
severities: { good-work: lound }
fail-on: warn
ignore: drafts
`;
    assert.deepEqual(problemsOf(yaml), [
      '1:1 error: unknown key `pakcs` of the configuration: did you mean `packs`?',
      '3:5 error: entry 1 of `documents` lacks `path`',
      '3:7 error: unknown key `paht` of entry 1 of `documents`: did you mean `path`?',
      '3:25 error: `type` of entry 1 of `documents` must be text, not the number `3`: put it in quotes if it is text',
      '4:26 error: unknown value `lound` of `good-work` of `severities`: expected `error`, `warning`, `information`, `hint` or `off`',
      '5:10 error: unknown value `warn` of `fail-on`: expected `error`, `warning`, `information`, `hint` or `never`',
      '6:9 error: `ignore` must be a list, not text',
    ]);
  });

  it('keeps what could be read beside what could not', () => {
    const { config } = read(
      'packs: [mine, 3]\nseverities: { a/b: hint, a/c: lound }\ndocuments:\n  - { type: x }\n  - { path: a.md }\nignore: x\n',
    );
    assert.deepEqual(config, {
      packs: ['mine'],
      replace: [],
      documents: [{ path: ['a.md'] }],
      severities: { 'a/b': 'hint' },
      failOn: undefined,
      ignore: [],
    });
  });

  it('gives the defaults and the place when it is not YAML', () => {
    const { config, problems } = read('packs: [a\nfail-on: error\n');
    assert.deepEqual(config, DEFAULT_CONFIG);
    assert.equal(problems.length, 1);
    assert.equal(problems[0]?.line, 2);
  });

  it('finds where a pack is named', () => {
    const config = read(FULL);
    assert.deepEqual(findPackPlace(config, './packs/ours')?.column, 27);
    assert.deepEqual(findPackPlace(config, 'committee-report')?.line, 7);
    assert.equal(findPackPlace(config, 'other'), undefined);
  });
});

describe('checkConfig', () => {
  const items = `document-types:
  case: { title: Business case, stages: { SOC: { title: Strategic outline case }, OBC: { title: Outline } } }
rules:
  r: { check: placeholder, title: T, why: W, severity: hint, examples: [{ text: x, expect: fail }, { text: y, expect: pass }] }
`;
  const { ruleSet } = composeRuleSet([loadPack(HEAD.replace('include: [items.yaml]\n', '') + items)]);
  const check = (yaml: string) =>
    checkConfig(read(yaml), ruleSet).map((problem) => formatProblem(problem).replace('.inclusive-growth.yaml:', ''));

  it('accepts ids, titles and aliases as documents do', () => {
    assert.deepEqual(
      check('documents: [{ path: a, type: business-case, stage: obc }]\nseverities: { mine/r: off }\n'),
      [],
    );
  });

  it('names unknown rules, types and stages', () => {
    const yaml = `documents:
  - { path: a, type: csae }
  - { path: a, type: case, stage: FBC }
  - { path: a, type: other, packs: [elsewhere] }
severities: { mine/q: off, r: off }
`;
    assert.deepEqual(check(yaml), [
      '2:22 error: unknown document type `csae`: did you mean `case`?',
      '3:35 error: unknown stage `FBC`: expected `SOC` or `OBC`',
      '5:15 error: unknown rule `mine/q`: did you mean `mine/r`?',
      '5:28 error: unknown rule `r`: expected `mine/r`',
    ]);
  });
});
