import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { escapeMarkdown, fenceMarkdown, unescapeMarkdown, withoutLinks } from '../../../server/src/core';
import { HOSTILE } from '../../support/hostilePack';
import { assertPlainMarkdown, countHeadings } from '../../support/markup';

/** Texts made of what means something to Markdown. */
const pieces = fc
  .array(
    fc.constantFrom(
      ...[
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '\\',
        '`',
        '```',
        '~~~',
        '!',
        '*',
        '_',
        '\n',
        '\n\n',
        ' ',
        '    ',
        '&lt;',
        '&#91;',
      ],
      ...[
        '<b>',
        '<!--',
        '-->',
        '[x](command:y)',
        '![i](https://e.example/i.png)',
        '[r]: command:y',
        '[r]',
        '# ',
        '- ',
        '> ',
        'a',
        ':',
      ],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('escapeMarkdown', () => {
  it('hides HTML behind an address', () => assertPlainMarkdown(escapeMarkdown('https://e.example/<img src=x>')));

  it('leaves no markup and no line end of any text, and can be undone', () =>
    fc.assert(
      fc.property(pieces, (text) => {
        const escaped = escapeMarkdown(text);
        assertPlainMarkdown(escaped);
        assert.doesNotMatch(escaped, /\n/);
        assert.equal(unescapeMarkdown(escaped), text.replace(/\s+/g, ' ').trim());
        assert.equal(countHeadings(`# ${escaped}\n\n- ${escaped}\n\n${escaped}\n`), 1);
      }),
      { numRuns: 2000 },
    ));
});

describe('withoutLinks', () => {
  it('keeps emphasis, lists and code', () =>
    assert.equal(withoutLinks('Say *who*:\n\n- `group`\n- a [slot]'), 'Say *who*:\n\n- `group`\n- a \\[slot]'));

  it('leaves no links, pictures and HTML of any text, nor of what follows', () =>
    fc.assert(
      fc.property(pieces, (text) => {
        assertPlainMarkdown(withoutLinks(text));
        assert.equal(countHeadings(`${withoutLinks('```\ntext')}\n\n# Next`), 1);
        assertPlainMarkdown(`${withoutLinks(text)}\n\n${fenceMarkdown(HOSTILE, 'markdown')}`);
      }),
      { numRuns: 2000 },
    ));
});

describe('fenceMarkdown', () => {
  it('holds any text', () =>
    fc.assert(
      fc.property(pieces, (text) => assertPlainMarkdown(`${fenceMarkdown(text, 'yaml')}\n\nMore.`)),
      { numRuns: 500 },
    ));
});
