import { analyze, type CompiledRules, type DocumentModel } from '../../server/src/core';

/** Everything that an analysis says, as plain data. */
export function startJudging(rules: CompiledRules): (model: DocumentModel) => unknown {
  return (model) => {
    const analysis = analyze(model, rules, { type: 'business-case', stage: 'OBC', today: '2026-11-01' });
    if (analysis.kind === 'not-checked') return analysis.reason;
    const { sections, findings, waivers, prompts } = analysis;
    return {
      sections: sections.map(({ kind, inheritedKind, role, judgements }) => ({
        kind,
        inheritedKind,
        role,
        judgements,
      })),
      findings: findings.map((finding) => ({ ...finding, evidence: finding.evidence, related: finding.related })),
      waivers,
      prompts,
    };
  };
}
