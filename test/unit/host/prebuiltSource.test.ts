import { strict as assert } from 'node:assert';
import { resolve } from 'node:path';
import { generatePaper } from '../../../bench/generatePaper';
import { analyze, type CompiledRules, compileRules, parseDocument } from '../../../server/src/core';
import { buildPrebuilt } from '../../../server/src/host/buildPrebuilt';
import type { FileSystem } from '../../../server/src/host/fileSystem';
import type { PackLoad } from '../../../server/src/host/loadPacks';
import { loadPacks } from '../../../server/src/host/loadPacks';
import { nodeFileSystem } from '../../../server/src/host/nodeFileSystem';
import { hashText } from '../../../server/src/host/nodeHash';
import {
  openPrebuilt,
  PREBUILT_PACKS,
  PREBUILT_RULES,
  PREBUILT_SCANNERS,
} from '../../../server/src/host/prebuiltSource';
import { readPrepared, writePrepared } from '../../../server/src/host/preparedFile';

const SHIPPED = { rulesFolder: resolve('rules'), workingFolder: resolve('.'), hash: hashText };
const OURS = '/papers/ours/pack.yaml';
const TEAM = `id: ours\nversion: 1.0.0\nengine: ">=0.1"\ntitle: Ours\ndescription: D\nlicence: MIT\nsources: {}\nextends: [inclusive-growth]\n`;

/** The real files, some of them changed; `scanners` is the file that is no text. */
function overlay(changed: Readonly<Record<string, string>>, scanners?: Uint8Array): FileSystem {
  return {
    ...nodeFileSystem,
    readBytes: async (path) => (path === resolve('/bundles', PREBUILT_SCANNERS) ? scanners : undefined),
    readText: async (path, limit) => {
      const text = changed[path];
      return text === undefined ? nodeFileSystem.readText(path, limit) : { kind: 'text', text };
    },
    stat: async (path) => (path in changed ? 'file' : nodeFileSystem.stat(path)),
  };
}

/** Loads packs with the prebuilt files of the shipped packs, some files changed; counts the YAML files that were parsed as YAML is. */
async function load(names: readonly string[], changed: Readonly<Record<string, string>> = {}) {
  const fs = overlay(changed);
  const prebuilt = openPrebuilt('/bundles', fs);
  const used = { rules: false, packs: false };
  const watched: typeof prebuilt = {
    rules: async () => {
      used.rules = true;
      return prebuilt.rules();
    },
    packs: async () => {
      used.packs = true;
      return prebuilt.packs();
    },
    scanners: prebuilt.scanners,
  };
  const fast = await loadPacks(names, { ...SHIPPED, prebuilt: watched }, fs);
  const slow = await loadPacks(names, SHIPPED, fs);
  return { fast: comparable(fast), slow: comparable(slow), used };
}

/** Functions that find places differ from load to load; what they find is compared in their stead. */
function comparable(load: PackLoad) {
  const loaded = load.loaded.map(({ files, ...rest }) => ({
    ...rest,
    files: files.map((file) => [file.path, file.value, file.findKey(['id']), file.findKey(['signals'])]),
  }));
  const { prepared: _, ...ruleSet } = load.ruleSet;
  return { ...load, ruleSet, loaded };
}

describe('openPrebuilt', () => {
  const built: Record<string, string> = {};
  let scannersFile: Uint8Array = new Uint8Array();
  before(async () => {
    const { packs, rules, scanners } = await buildPrebuilt(SHIPPED, nodeFileSystem);
    assert.ok(scanners);
    assert.equal(packs.packs.length, 5);
    assert.deepEqual(rules?.names, ['inclusive-growth']);
    built[resolve('/bundles', PREBUILT_PACKS)] = JSON.stringify(packs);
    built[resolve('/bundles', PREBUILT_RULES)] = JSON.stringify(rules);
    scannersFile = writePrepared(scanners);
  });

  it('gives the packs of a plain run exactly as their YAML does, in the same order', async () => {
    const { fast, slow, used } = await load(['inclusive-growth'], built);
    assert.deepEqual(fast, slow);
    assert.deepEqual([...fast.ruleSet.origins], [...slow.ruleSet.origins]);
    assert.equal(JSON.stringify([...fast.ruleSet.signals]), JSON.stringify([...slow.ruleSet.signals]));
    // The single packs were not even read: the composed ones were used.
    assert.deepEqual(used, { rules: true, packs: false });
  });

  for (const names of [['committee-report'], ['policy-paper', 'inclusive-growth'], ['inclusive-growth', 'nothing']]) {
    it(`gives ${names.join(' and ')} exactly as their YAML does`, async () => {
      const { fast, slow, used } = await load(names, built);
      assert.deepEqual(fast, slow);
      assert.equal(used.packs, true);
    });
  }

  it('gives the places of a shipped pack where a team pack conflicts with it', async () => {
    const team = `${TEAM}rules: { beneficiaries: { title: 5 } }\nsignals: { unknown: { any: [not-there] } }\n`;
    const { fast, slow } = await load([OURS], { ...built, [OURS]: team });
    assert.deepEqual(fast, slow);
    assert.ok(fast.problems.length > 0);
  });

  it('reads the YAML again once a file of a pack has changed', async () => {
    const path = resolve('rules/inclusive-growth/consideration-texts.yaml');
    const read = await nodeFileSystem.readText(path);
    assert.equal(read.kind, 'text');
    const text = read.kind === 'text' ? read.text.replace(/title: Beneficiaries/, 'title: People') : '';
    const { fast, slow } = await load(['inclusive-growth'], { ...built, [path]: text });
    assert.equal(fast.ruleSet.considerations.get('beneficiaries')?.title, 'People');
    assert.deepEqual(fast.ruleSet, slow.ruleSet);
    assert.deepEqual(fast.packs, slow.packs);
  });

  it('finds by what was prepared what compiling finds', async () => {
    const fs = overlay(built, scannersFile);
    const loaded = await loadPacks(['inclusive-growth'], { ...SHIPPED, prebuilt: openPrebuilt('/bundles', fs) }, fs);
    const { prepared, ...ruleSet } = loaded.ruleSet;
    assert.ok(prepared);
    // What its own texts meet is in the file.
    const [words] = [...ruleSet.considerations.values()].map(({ question }) => question);
    assert.ok(words);
    const { scanners } = compileRules(loaded.ruleSet);
    const before = [scanners.terms.met(), scanners.patterns.met()];
    for (const scanner of Object.values(scanners)) scanner.scan(words);
    assert.deepEqual([scanners.terms.met(), scanners.patterns.met()], before);
    const [fast, slow] = [compileRules(loaded.ruleSet), compileRules(ruleSet)];
    const text = generatePaper({ seed: 8, length: 60_000 });
    const options = { type: 'business-case', stage: 'OBC', today: '2026-11-01' };
    const findings = (rules: CompiledRules) => {
      const analysis = analyze(parseDocument(text), rules, options);
      return analysis.kind === 'checked' ? analysis.findings.map((f) => [f.fingerprint, f.message, f.evidence]) : [];
    };
    assert.ok(findings(fast).length > 10);
    assert.deepEqual(findings(fast), findings(slow));
  });

  it('compiles where what was prepared is damaged, or of other packs', async () => {
    const file = readPrepared(scannersFile);
    const swapped = Buffer.from(scannersFile);
    swapped.write(JSON.stringify('elttil').slice(1, -1), swapped.indexOf('"order":"little"') + 9);
    const others = [writePrepared({ ...file, packs: ['other'] }), writePrepared({ ...file, engine: '0.0.1' })];
    for (const bytes of [
      ...others,
      swapped,
      scannersFile.slice(0, 2000),
      scannersFile.slice(0, -2000),
      new Uint8Array(),
    ]) {
      const fs = overlay(built, bytes);
      const prebuilt = openPrebuilt('/bundles', fs);
      const { ruleSet } = await loadPacks(['inclusive-growth'], { ...SHIPPED, prebuilt }, fs);
      assert.equal(ruleSet.prepared, undefined);
      assert.ok(ruleSet.rules.size > 0);
    }
  });

  it('is not fooled by a damaged file, or by one of another version', async () => {
    const rules = resolve('/bundles', PREBUILT_RULES);
    const other = JSON.stringify({ ...JSON.parse(built[rules] ?? ''), engine: '0.0.1', ruleSet: {} });
    for (const text of ['{"engine":', other, 'null']) {
      const { fast, slow } = await load(['inclusive-growth'], { ...built, [rules]: text });
      assert.deepEqual(fast, slow);
    }
  });
});
