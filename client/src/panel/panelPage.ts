import { Uri, type Webview } from 'vscode';

/** The page of the coverage panel. It may load its own script and style from `dist` and nothing else, from nowhere else. */
export function panelPage(webview: Webview, dist: Uri): string {
  const source = (name: string) => webview.asWebviewUri(Uri.joinPath(dist, name)).toString();
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; script-src ${webview.cspSource}; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Coverage</title>
  <link rel="stylesheet" href="${source('coveragePanel.css')}">
</head>
<body>
  <main id="panel"></main>
  <script src="${source('coveragePanel.js')}"></script>
</body>
</html>`;
}
