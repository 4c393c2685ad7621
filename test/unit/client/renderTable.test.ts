import { strict as assert } from 'node:assert';
import { renderTable } from '../../../client/src/panel/view/renderTable';
import type { Coverage } from '../../../server/src/protocol/protocol';
import { HARMLESS, HOSTILE } from '../../support/hostilePack';

/** As much of an element as the panel's view uses. */
class StandIn {
  readonly attributes: [name: string, value: string][] = [];
  readonly children: (StandIn | string)[] = [];
  constructor(readonly tag: string) {}
  setAttribute(name: string, value: string): void {
    this.attributes.push([name, value]);
  }
  append(...children: readonly (StandIn | string)[]): void {
    this.children.push(...children);
  }
}

/** Elements and their attributes' names; the words are left out. Fails where words are set as markup, or stand where a browser acts on them. */
function formOf(element: StandIn): unknown {
  assert.deepEqual(Object.keys(element).sort(), ['attributes', 'children', 'tag']);
  for (const [name] of element.attributes) assert.doesNotMatch(name, /^(?:on|href|src|style)/);
  const inner = element.children.filter((child) => typeof child !== 'string').map(formOf);
  return [element.tag, element.attributes.map(([name]) => name), inner];
}

function wordsOf(element: StandIn): readonly string[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [child] : wordsOf(child)));
}

function build(words: string): Coverage {
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } };
  const cell = (state: 'thin' | 'not-expected') => ({ consideration: 'people', state, words, range });
  return {
    uri: 'file:///paper.md',
    title: words,
    type: 'paper',
    typeTitle: words,
    considerations: [{ id: 'people', title: words, question: words }],
    sections: [
      { index: 0, heading: words, level: 1, kindTitle: words, range, cells: [cell('thin')] },
      { index: 1, heading: words, level: 2, range, cells: [cell('not-expected')] },
    ],
  } as unknown as Coverage;
}

describe('renderTable', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'document');
  beforeEach(() => {
    const document = { createElement: (tag: string) => new StandIn(tag) };
    Object.defineProperty(globalThis, 'document', { value: document, configurable: true });
  });
  afterEach(() => {
    if (before) Object.defineProperty(globalThis, 'document', before);
    else Reflect.deleteProperty(globalThis, 'document');
  });
  const render = (words: string) => {
    const coverage = build(words);
    return renderTable(coverage, coverage.sections) as unknown as StandIn;
  };

  it('shows the words of a pack and of a document as words, whatever they are', () => {
    const hostile = render(HOSTILE);
    assert.ok(wordsOf(hostile).includes(HOSTILE));
    assert.deepEqual(formOf(hostile), formOf(render(HARMLESS)));
  });
});
