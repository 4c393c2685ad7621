import { strict as assert } from 'node:assert';
import { resolve } from 'node:path';
import { runIn, SHIPPED_RULES } from '../support/runCli';

/** What the example case was written to show, on which the README, the pictures and the tests in the editor rest. */
const SHOWN = [
  ['2.2 Case for change', 'beneficiaries', 'present'],
  ['2.4 Scope', 'levers', 'present'],
  ['3.5 Distributional analysis', 'distribution', 'present'],
  ['3.6 Place-based analysis', 'place', 'thin'],
  ['4.2 Social value', 'procurement', 'present'],
  ['4.5 Good work', 'good-work', 'present'],
  ['4.6 Professional services procurement', 'procurement', 'waived'],
  ['6.5 Monitoring and evaluation', 'measures', 'thin'],
  ['6.6 Continuing engagement', 'voice', 'thin'],
  ['6.8 Partners', 'partnership', 'missing'],
] as const;

interface ReportedSection {
  readonly heading: string;
  readonly considerations: Readonly<Record<string, { readonly state: string }>>;
}

describe('the example case', () => {
  it('shows what it was written to show', async () => {
    const { stdout, stderr } = await runIn(
      resolve('.'),
      ['check', 'examples/outline-business-case.md', '--format', 'json', '--fail-on', 'never'],
      { rulesFolder: SHIPPED_RULES },
    );
    assert.equal(stderr, '');
    const sections: readonly ReportedSection[] = JSON.parse(stdout).documents[0].sections;
    const states = SHOWN.map(([heading, id]) => {
      const section = sections.find((one) => one.heading === heading);
      return [heading, id, section?.considerations[id]?.state];
    });
    assert.deepEqual(states, SHOWN);
  });
});
