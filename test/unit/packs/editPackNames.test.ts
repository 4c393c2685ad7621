import { strict as assert } from 'node:assert';
import { addPackName, removePackName } from '../../../server/src/packs/editPackNames';

const ADDED: readonly { readonly name: string; readonly before: string; readonly after: string | undefined }[] = [
  { name: 'an empty file', before: '', after: 'packs:\n  - inclusive-growth\n  - ours\n' },
  {
    name: 'a file of comments',
    before: '# Settings\n',
    after: '# Settings\npacks:\n  - inclusive-growth\n  - ours\n',
  },
  {
    name: 'a list with a comment after its last entry',
    before: 'packs:\n  - inclusive-growth # the toolkit\n#  - packs/our-team\n\nignore: [a]\n',
    after: 'packs:\n  - inclusive-growth # the toolkit\n  - ours\n#  - packs/our-team\n\nignore: [a]\n',
  },
  {
    name: 'a list that is not indented, without a last line end',
    before: 'packs:\n- inclusive-growth',
    after: 'packs:\n- inclusive-growth\n- ours\n',
  },
  { name: 'a list in brackets', before: 'packs: [a, b] # two\n', after: 'packs: [a, b, ours] # two\n' },
  { name: 'a list that has it', before: 'packs: [ours]\n', after: 'packs: [ours]\n' },
  { name: 'a list of something else', before: 'packs: [[a]]\n', after: undefined },
  { name: 'a broken file', before: 'packs: [a\n', after: undefined },
];

const REMOVED: readonly { readonly name: string; readonly before: string; readonly after: string }[] = [
  {
    name: 'from a list',
    before: 'packs:\n  - a\n  - ours # council\n  - b # other\nignore: [x]\n',
    after: 'packs:\n  - a\n  - b # other\nignore: [x]\n',
  },
  { name: 'from the middle of brackets', before: 'packs: [a, ours, b]\n', after: 'packs: [a, b]\n' },
  { name: 'from the end of brackets', before: 'packs: [a, ours]\n', after: 'packs: [a]\n' },
  { name: 'as the only one', before: 'packs:\n  - ours # x\n', after: 'packs:\n  - inclusive-growth # x\n' },
  { name: 'that is not there', before: 'packs: [a]\n', after: 'packs: [a]\n' },
];

describe('names of packs in a configuration', () => {
  for (const { name, before, after } of ADDED) {
    it(`are added to ${name}`, () => assert.equal(addPackName(before, 'ours'), after));
  }
  for (const { name, before, after } of REMOVED) {
    it(`are removed ${name}`, () => assert.equal(removePackName(before, 'ours'), after));
  }
  it('are quoted where YAML would read them otherwise', () => {
    assert.equal(addPackName('packs: [a]', 'my pack#1'), 'packs: [a, "my pack#1"]');
    assert.equal(addPackName('packs: [a]', 'npm:@council/pack'), 'packs: [a, npm:@council/pack]');
  });
});
