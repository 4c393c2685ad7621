import { describeDocument } from './describeDocument';
import type { DocumentView } from './documentView';
import { escapeXml as text } from './escapeXml';
import { writeCoverage } from './htmlCoverage';
import { writeFindings, writeWaived } from './htmlFindings';
import { HTML_STYLE } from './htmlStyle';
import type { Run } from './run';
import { count, countSeverities, describeType, openFindings } from './words';

/** Prints a run as one page that needs nothing else: no script, no font, no picture, nothing fetched. */
export function toHtml(run: Run): string {
  const views = run.documents.map(describeDocument);
  const only = views.length === 1 ? views[0] : undefined;
  const title = only ? `Inclusive growth review: ${only.title ?? only.path}` : 'Inclusive growth review';
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(title)}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the review</a>
<header>
<h1>${text(title)}</h1>
<p>Each finding is a question for the author, not a verdict on the scheme. There is no score.</p>
</header>
${writeContents(run, views)}
<main id="main" tabindex="-1">
${[writeProblems(run), ...views.map(writeDocument), writeNotChecked(run)].filter(Boolean).join('\n')}
</main>
<footer>
<p>Made by ${text(run.tool.name)} ${text(run.tool.version)}${run.packs.length > 0 ? ` with ${run.packs.map((pack) => text(`${pack.id} ${pack.version}`)).join(', ')}` : ''}.</p>
</footer>
</body>
</html>
`;
}

function writeContents(run: Run, views: readonly DocumentView[]): string {
  const link = (id: string, words: string) => `<li><a href="#${id}">${text(words)}</a></li>`;
  const entries = [
    ...(run.problems.length > 0 ? [link('problems', 'Problems')] : []),
    ...views.flatMap((view, index) => [
      ...(views.length > 1 ? [link(`d${index}`, view.title ?? view.path)] : []),
      ...(views.length === 1
        ? [link(`d${index}-coverage`, 'Coverage, section by section'), link(`d${index}-findings`, 'Findings')]
        : []),
      ...(views.length === 1 && view.findings.some((f) => f.waiver) ? [link(`d${index}-waived`, 'Waived')] : []),
    ]),
    ...(run.notChecked.length > 0 ? [link('not-checked', 'Not checked')] : []),
  ];
  return `<nav aria-label="Contents">\n<ul>${entries.join('')}</ul>\n</nav>`;
}

function writeDocument(view: DocumentView, index: number): string {
  const open = openFindings(view.findings);
  const id = `d${index}`;
  return `<section aria-labelledby="${id} ${id}-path">
<h2 id="${id}">${text(view.title ?? view.path)}</h2>
<dl class="facts">
<div><dt>File</dt><dd><code id="${id}-path">${text(view.path)}</code></dd></div>
<div><dt>Read as</dt><dd>${text(describeType(view))}</dd></div>
<div><dt>Sections</dt><dd>${view.sections.length}</dd></div>
<div><dt>Open</dt><dd>${text(countSeverities(open))}</dd></div>
</dl>
${writeCoverage(view, id)}
${writeFindings(view, id)}
${writeWaived(view, id)}
</section>`;
}

function writeProblems(run: Run): string {
  if (run.problems.length === 0) return '';
  const items = run.problems.map(({ path, line, message }) => {
    const place = [path, line].filter((part) => part !== undefined).join(':');
    return `<li>${place ? `<code>${text(place)}</code>: ` : ''}${text(message)}</li>`;
  });
  return `<section aria-labelledby="problems" class="problems">
<h2 id="problems">Problems</h2>
<p>${count(run.problems.length, 'thing')} could not be read or used; the rest was checked.</p>
<ul>${items.join('')}</ul>
</section>`;
}

function writeNotChecked(run: Run): string {
  if (run.notChecked.length === 0) return '';
  const items = run.notChecked.map(({ path, message }) => `<li><code>${text(path)}</code>: ${text(message)}</li>`);
  return `<section aria-labelledby="not-checked">
<h2 id="not-checked">Not checked</h2>
<ul>${items.join('')}</ul>
</section>`;
}
