import { strict as assert } from 'node:assert';
import { parseDocument } from '../../../server/src/core';
import { findScope } from '../../../server/src/core/scope';
import { loadShippedRuleSet } from '../../support/shippedRules';

const ruleSet = await loadShippedRuleSet();

/** The scope of a document with this front matter. */
function scope(frontMatter: string, options: { type?: string; stage?: string } = {}) {
  const { kind, ...rest } = findScope(parseDocument(`---\n${frontMatter}\n---\n\n# A\n`), ruleSet, options);
  return kind === 'in-scope' ? rest : { reason: 'reason' in rest ? rest.reason : '' };
}

describe('findScope', () => {
  it('takes type and stage from front matter', () =>
    assert.deepEqual(scope('document-type: business-case\nstage: FBC'), { type: 'business-case', stage: 'FBC' }));
  it('compares without case, hyphens and spaces', () =>
    assert.deepEqual(scope('Document Type: Business Case\nStage: fbc'), { type: 'business-case', stage: 'FBC' }));
  it('takes the stage from the name of the type', () =>
    assert.deepEqual(scope('document-type: strategic outline case'), { type: 'business-case', stage: 'SOC' }));
  it('falls back on the default stage', () =>
    assert.deepEqual(scope('document-type: business-case'), { type: 'business-case', stage: 'OBC' }));
  it('lets the caller decide', () =>
    assert.deepEqual(scope('document-type: policy-paper', { type: 'business-case', stage: 'SOC' }), {
      type: 'business-case',
      stage: 'SOC',
    }));
  it('leaves a document without a type alone', () =>
    assert.deepEqual(scope('title: Notes'), { reason: 'no-document-type' }));
  it('says that a type is unknown', () =>
    assert.deepEqual(scope('document-type: novel'), { reason: 'unknown-document-type' }));
  it('says that a stage is unknown', () =>
    assert.deepEqual(scope('document-type: business-case\nstage: XYZ'), { reason: 'unknown-stage' }));
});
