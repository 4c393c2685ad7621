import { strict as assert } from 'node:assert';
import { parseDocument, recogniseType, setType } from '../../../server/src/core';
import { TEST_RULES } from '../../lsp/support/testRules';
import { applyEdits } from './support';

describe('setType', () => {
  const set = (text: string) => applyEdits(text, setType(parseDocument(text), 'business-case', 'OBC'));

  it('writes a front matter block where there is none', () => {
    assert.equal(set('# A\r\n'), '---\r\ndocument-type: business-case\r\nstage: OBC\r\n---\r\n\r\n# A\r\n');
  });

  it('adds to a block, and replaces what stands there', () => {
    assert.equal(
      set('---\ntitle: T\nstage: SOC\n---\n# A\n'),
      '---\ndocument-type: business-case\ntitle: T\nstage: OBC\n---\n# A\n',
    );
  });
});

describe('recogniseType', () => {
  it('suggests the type that title and headings speak of, or none', () => {
    assert.equal(recogniseType(parseDocument('# Outline business case\n'), TEST_RULES), 'business-case');
    assert.equal(recogniseType(parseDocument('# Shopping\n'), TEST_RULES), undefined);
  });
});
