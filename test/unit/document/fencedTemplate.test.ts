import { strict as assert } from 'node:assert';
import { parseDocument } from '../../../server/src/core/document/parseDocument';
import { outline, units } from '../../support/outline';

const TEMPLATE = [
  '# Case for a ferry',
  '',
  '## Need',
  '',
  '[Who cannot cross today, and how many they are]',
  '',
  '## Costs',
  '',
  '| Item | Sum |',
  '|---|---|',
  '| Boat | [sum] |',
  '',
  '```js',
  '## none',
  '```',
  '',
  '## Crew',
  '',
  '- [Name of the skipper]',
];
const fence = (marks: string, lines: readonly string[]) => [marks, ...lines, marks.replace(/\w/g, '')].join('\n');

describe('a template in a fence', () => {
  it('is read as the paper that is copied out of it', () => {
    const model = parseDocument(
      `# How to ask\n\nCopy this.\n\n${fence('````markdown', TEMPLATE)}\n\n## Where to send it\n\nTo us.\n`,
    );
    assert.equal(
      outline(model),
      '1-5 1 atx How to ask\n6-7 1 atx Case for a ferry\n8-11 2 atx Need\n12-21 2 atx Costs\n22-26 2 atx Crew\n27-29 2 atx Where to send it',
    );
    assert.match(units(model), /^row 0\.0: Boat \| \[sum\]$/m);
    const [need] = model.sections[2]?.units ?? [];
    assert.equal(model.text.slice(need?.span.start, need?.span.end), TEMPLATE[4]);
  });

  it('is code where it is of another language, has few headings or nothing to fill in, or is never closed', () => {
    const filled = TEMPLATE.map((line) => line.replace(/[[\]]/g, ''));
    const program = TEMPLATE.map((line) => line.replace(/^##/, '#'));
    for (const text of [
      fence('````yaml', TEMPLATE),
      fence('````', filled),
      fence('````', program),
      `\`\`\`\`\n${TEMPLATE.join('\n')}`,
    ])
      assert.equal(outline(parseDocument(`Words.\n\n${text}\n`)).split('\n').length, 1);
  });
});
