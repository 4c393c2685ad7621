import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

describe('the entry', () => {
  it('speaks over standard input and output, and ends with 0 after shutdown and exit', async () => {
    const child = spawn(process.execPath, [resolve('dist/server.js'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const result = await connection.sendRequest<{ serverInfo: { name: string } }>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
    });
    assert.equal(result.serverInfo.name, 'inclusive-growth');
    await connection.sendNotification('initialized', {});
    const text =
      '---\ndocument-type: business-case\nstage: OBC\n---\n\n# Case\n\n## Benefits\n\nIt will help local people.\n';
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'file:///nowhere/case.md', languageId: 'markdown', version: 1, text },
    });
    const report = await connection.sendRequest<{ items: { code: string }[] }>('textDocument/diagnostic', {
      textDocument: { uri: 'file:///nowhere/case.md' },
    });
    assert.ok(report.items.some((item) => item.code === 'inclusive-growth/beneficiaries'));
    const ended = new Promise((done) => child.on('exit', done));
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.equal(await ended, 0);
    connection.dispose();
  });
});
