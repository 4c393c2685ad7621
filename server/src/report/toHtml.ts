import type { DocumentView } from './documentView';
import { escapeXml as text } from './escapeXml';
import { writeCoverage } from './htmlCoverage';
import { writeFindings, writeWaived } from './htmlFindings';
import { HTML_STYLE } from './htmlStyle';
import type { Reporter } from './reporter';
import type { DocumentSummary, Run, RunProblem } from './run';
import { allProblems, count, countOpen, describeOpen, describeType } from './words';

/** Stands for a document's number in its text, until its place in the report is known. No document can hold it: it is no character of XML. */
const NUMBER = '\0';

/** A run as one page that needs nothing else: no script, no font, no picture, nothing fetched. */
export const toHtml: Reporter = {
  writeDocument: (view) => `${writeDocument(view, `d${NUMBER}`)}\n`,
  place: (text, index) => text.replaceAll(NUMBER, String(index)),
  begin: (run) => writeHead(run),
  end: (run) => `${writeNotChecked(run)}</main>
<footer>
<p>Made by ${text(run.tool.name)} ${text(run.tool.version)}${run.packs.length > 0 ? ` with ${run.packs.map((pack) => text(`${pack.id} ${pack.version}`)).join(', ')}` : ''}.</p>
</footer>
</body>
</html>
`,
  between: '',
  beginsLast: () => true,
};

function writeHead(run: Run): string {
  const only = run.documents.length === 1 ? run.documents[0] : undefined;
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
${writeContents(run, run.documents)}
<main id="main" tabindex="-1">
${writeProblems(allProblems(run))}`;
}

function writeContents(run: Run, documents: readonly DocumentSummary[]): string {
  const link = (id: string, words: string) => `<li><a href="#${id}">${text(words)}</a></li>`;
  const entries = [
    ...(allProblems(run).length > 0 ? [link('problems', 'Problems')] : []),
    ...documents.flatMap(({ title, path, waived }, index) => [
      ...(documents.length > 1 ? [link(`d${index}`, title ?? path)] : []),
      ...(documents.length === 1
        ? [link(`d${index}-coverage`, 'Coverage, section by section'), link(`d${index}-findings`, 'Findings')]
        : []),
      ...(documents.length === 1 && waived > 0 ? [link(`d${index}-waived`, 'Waived')] : []),
    ]),
    ...(run.notChecked.length > 0 ? [link('not-checked', 'Not checked')] : []),
  ];
  return `<nav aria-label="Contents">\n<ul>${entries.join('')}</ul>\n</nav>`;
}

function writeDocument(view: DocumentView, id: string): string {
  return `<section aria-labelledby="${id} ${id}-path">
<h2 id="${id}">${text(view.title ?? view.path)}</h2>
<dl class="facts">
<div><dt>File</dt><dd><code id="${id}-path">${text(view.path)}</code></dd></div>
<div><dt>Read as</dt><dd>${text(describeType(view))}</dd></div>
<div><dt>Sections</dt><dd>${view.sections.length}</dd></div>
<div><dt>Open</dt><dd>${text(describeOpen(countOpen(view.findings)))}</dd></div>
</dl>
${writeCoverage(view, id)}
${writeFindings(view, id)}
${writeWaived(view, id)}
</section>`;
}

function writeProblems(problems: readonly RunProblem[]): string {
  if (problems.length === 0) return '';
  const items = problems.map(({ path, line, message }) => {
    const place = [path, line].filter((part) => part !== undefined).join(':');
    return `<li>${place ? `<code>${text(place)}</code>: ` : ''}${text(message)}</li>`;
  });
  return `<section aria-labelledby="problems" class="problems">
<h2 id="problems">Problems</h2>
<p>${count(problems.length, 'thing')} could not be read or used; the rest was checked.</p>
<ul>${items.join('')}</ul>
</section>
`;
}

function writeNotChecked(run: Run): string {
  if (run.notChecked.length === 0) return '';
  const items = run.notChecked.map(({ path, message }) => `<li><code>${text(path)}</code>: ${text(message)}</li>`);
  return `<section aria-labelledby="not-checked">
<h2 id="not-checked">Not checked</h2>
<ul>${items.join('')}</ul>
</section>
`;
}
