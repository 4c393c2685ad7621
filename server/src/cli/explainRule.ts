import type { Consideration, Example, Expectation, Rule, RuleSet, Severity, SourceRef } from '../core';
import { printable, wrap } from '../report';

/** Longer lists of kinds of section are cut: they are of what is not asked for. */
const MOST_PLACES = 10;

interface Page {
  readonly ruleSet: RuleSet;
  readonly width: number;
}

/** All that the packs say about a rule and, where it asks for a consideration, about that. */
export function explainRule(
  id: string,
  ruleSet: RuleSet,
  severities: Readonly<Record<string, Severity>>,
  width: number,
): readonly string[] {
  const rule = ruleSet.rules.get(id);
  if (!rule) return [];
  const page: Page = { ruleSet, width };
  const about = ruleSet.considerations.get(rule.consideration ?? '');
  return [
    printable(`${id}: ${rule.title}`),
    ...(about ? explainConsideration(about, page) : []),
    ...(about ? [] : paragraph('Why', rule.why, page)),
    ...(rule.help ? paragraph('What to do', rule.help, page) : []),
    ...paragraph('Severity', describeSeverity(rule.severity, severities[id]), page),
    ...listExpectations(rule, page),
    ...rule.examples.flatMap((example) => showExample(example, page)),
    ...listSources(id, [rule.source, about?.source], page),
    ...(about
      ? paragraph(
          'If it does not apply',
          `say so in the section: <!-- inclusive-growth: waive ${rule.consideration} because "…" by "…" until 2027-03-31 -->`,
          page,
        )
      : []),
  ];
}

function explainConsideration(about: Consideration, page: Page): readonly string[] {
  return [
    ...paragraph('Question', about.question, page),
    ...paragraph('Why it matters', about.why, page),
    '',
    'What a passage should hold',
    ...Object.entries(about.facets).flatMap(([id, facet]) =>
      wrap(`${facet.title} (${id}): ${facet.question}`, page.width, '  - ', '    '),
    ),
    ...paragraph(
      'Dealt with when it has',
      about.present
        .map(({ facets, within = 'sentence', headed }) => {
          const where = `${facets.join(' + ')} in one ${within}`;
          return headed ? `${where} under a heading that shows ${headed.join(' or ')}` : where;
        })
        .join('; or '),
      page,
    ),
    '',
    'Guidance',
    ...indentText(about.guidance, page),
    ...(about.example ? ['', 'For example', ...indentText(about.example, page)] : []),
  ];
}

function listExpectations({ expect = [] }: Rule, page: Page): readonly string[] {
  if (expect.length === 0) return [];
  return [
    '',
    'Where it is asked for (the first line that fits a section decides)',
    ...expect.flatMap((entry) => wrap(describeExpectation(entry, page.ruleSet), page.width, '  - ', '    ')),
  ];
}

/** Where a consideration is asked for, in one sentence. */
export function describeExpectation(entry: Expectation, ruleSet: RuleSet): string {
  const places = entry.in.map((kind) =>
    kind === 'any'
      ? 'any section'
      : kind === 'document'
        ? 'the document as a whole'
        : (ruleSet.sectionKinds.get(kind)?.title ?? kind),
  );
  const types = entry['document-types']?.map((type) => ruleSet.documentTypes.get(type)?.title ?? type);
  const when = Array.isArray(entry.when)
    ? 'once the section speaks of such things'
    : WHEN[entry.when as keyof typeof WHEN];
  const scope = [types?.join(', '), entry.stages && `at ${entry.stages.join(', ')}`].filter(Boolean).join(' ');
  const facets = entry.facets ? `; to say: ${entry.facets.join(', ')}` : '';
  const more = places.length - MOST_PLACES;
  const listed =
    more > 1 ? `${places.slice(0, MOST_PLACES).join(', ')} and ${more} more kinds of section` : places.join(', ');
  return `${listed}${scope ? ` (${scope})` : ''}: ${when}${facets}.${entry.home ? ' It belongs here: dealt with here, it is not asked for elsewhere.' : ''}`;
}

const WHEN = {
  always: 'always',
  raised: 'once the section raises it',
  never: 'never',
} as const;

function showExample({ title, text, expect, kind, stage }: Example, page: Page): readonly string[] {
  const where = [kind && (page.ruleSet.sectionKinds.get(kind)?.title ?? kind), stage].filter(Boolean).join(', ');
  return [
    '',
    ...wrap(
      `Example: ${title ?? 'untitled'}${where ? ` (${where})` : ''}. Judged: ${VERDICTS[expect] ?? expect}.`,
      page.width,
    ),
    ...indentText(text, page),
  ];
}

const VERDICTS: Readonly<Record<string, string>> = {
  pass: 'nothing to find',
  fail: 'found',
  'not-expected': 'not asked for here',
};

/** How loud a rule is, stage by stage, in words. */
export function describeSeverity(severity: Rule['severity'], configured: Severity | undefined): string {
  if (configured !== undefined) return `${configured}, set in the configuration`;
  if (typeof severity === 'string') return `${severity} at every stage`;
  const { default: rest, ...stages } = severity;
  return [...Object.entries(stages).map(([stage, level]) => `${level} at ${stage}`), `else ${rest ?? 'warning'}`].join(
    ', ',
  );
}

/** What WMCA or another source says, and what is the authors' own, told apart. */
function listSources(id: string, refs: readonly (SourceRef | undefined)[], page: Page): readonly string[] {
  const pack = page.ruleSet.origins.get(`rules:${id}`)?.pack ?? id.split('/')[0];
  const keys = [...new Set(refs.flatMap((ref) => ref ?? []))];
  if (keys.length === 0) return [];
  return [
    '',
    'Sources',
    ...keys.flatMap((key) => {
      if (key === 'ours') return ['  - The pack authors’ own judgement'];
      const source = page.ruleSet.sources.get(`${pack}:${key}`);
      return wrap(
        `${key}: ${source?.title ?? 'not described'}${source?.url ? ` <${source.url}>` : ''}`,
        page.width,
        '  - ',
        '    ',
      );
    }),
  ];
}

function paragraph(title: string, words: string, { width }: Page): readonly string[] {
  return ['', ...wrap(`${title}: ${words.replace(/\s+/g, ' ').trim()}`, width, '', '  ')];
}

/** Markdown as written, long lines wrapped; list items and tables keep their lines. */
function indentText(text: string, { width }: Page): readonly string[] {
  return text
    .trim()
    .split('\n')
    .flatMap((line) =>
      line.startsWith('|')
        ? [printable(`  ${line}`)]
        : wrap(line, width, '  ', /^[-*] /.test(line) ? '    ' : '  ').map((l) => l.trimEnd()),
    );
}
