// The address that opens a folder in the workbench, and what it is told on the way.

/**
 * `paths` are absolute: `extension` is the folder of an extension under development, `tests` the module to run in its host,
 * `file` what to open. All are optional; the authority in them must be the page's own.
 */
export function workbenchAddress(port, folder, { extension, tests, file } = {}) {
  const remote = (path) => `vscode-remote://localhost:${port}${path}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(file ? [['openFile', remote(file)]] : []),
  ];
  const address = new URL(`http://localhost:${port}/`);
  address.searchParams.set('folder', folder);
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
