import { strict as assert } from 'node:assert';
import { orderPacks } from '../../../server/src/packs/orderPacks';
import { formatProblem } from '../../../server/src/packs/packProblem';
import { loadPack } from '../../support/packCases';

/** `a < b c` is pack `a`, which extends `b` and `c`; what a pack extends stands on line 8 of its file. */
function order(...lines: readonly string[]) {
  const packs = lines.map((line) => {
    const [id = '', bases] = line.split(' < ');
    const extend = bases ? `extends: [${bases.split(' ').join(', ')}]\n` : '';
    return loadPack(
      `id: ${id}\nversion: 1.0.0\nengine: ">=0"\ntitle: T\ndescription: D\nlicence: MIT\nsources: {}\n${extend}`,
      `${id}.yaml`,
    );
  });
  const { packs: ordered, problems } = orderPacks(packs, ['five-case-model']);
  return { ids: ordered.map((pack) => pack.pack.id).join(' '), problems: problems.map(formatProblem) };
}

describe('orderPacks', () => {
  it('puts what is extended first, and otherwise keeps the order given', () => {
    assert.deepEqual(order('team < base extra', 'extra < base', 'base', 'alone'), {
      ids: 'base extra team alone',
      problems: [],
    });
  });

  it('cuts a circle where it closes, names it, and goes on', () => {
    assert.deepEqual(order('a < b', 'b < c', 'c < a', 'd'), {
      ids: 'c b a d',
      problems: [
        'c.yaml:8:11 error: these packs extend each other in a circle: `a` → `b` → `c` → `a`; take one of these steps out',
      ],
    });
  });

  it('names a pack that extends itself', () => {
    assert.deepEqual(order('a < a').problems, [
      'a.yaml:8:11 error: these packs extend each other in a circle: `a` → `a`; take one of these steps out',
    ]);
  });

  it('leaves out what extends a missing pack, near and far, and keeps the others', () => {
    assert.deepEqual(order('top < team', 'team < five-case-modle', 'other'), {
      ids: 'other',
      problems: [
        'team.yaml:8:11 error: unknown pack `five-case-modle` in `extends` of pack `team`: did you mean `five-case-model`?',
        'top.yaml:8:11 error: pack `top` is left out, because `team`, which it extends, cannot be used',
      ],
    });
  });
});
