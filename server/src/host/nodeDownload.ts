import type { ClientRequest, IncomingMessage } from 'node:http';
import { get as getHttp } from 'node:http';
import { get as getHttps } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';
import { ARCHIVE_LIMITS } from './archive';

/** What came of fetching an address. */
export type DownloadResult =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  /** `reason` follows the address and a colon. */
  | { readonly kind: 'failed'; readonly reason: string };

const MOST_REDIRECTS = 5;
const SECONDS = 30;

/**
 * Fetches an archive, and nothing else does: only `pack add` and `pack update` call it. It goes through the proxy that `HTTPS_PROXY`, `ALL_PROXY` and
 * `NO_PROXY` name, as npm and Git do. Plain `http:` is refused except from this machine itself. Never rejects.
 */
export async function download(address: string): Promise<DownloadResult> {
  let at = address;
  for (let step = 0; step <= MOST_REDIRECTS; step++) {
    const url = readAddress(at);
    if (typeof url === 'string') return { kind: 'failed', reason: url };
    const answer = await request(url);
    if ('kind' in answer) return answer;
    at = new URL(answer.redirect, url).href;
  }
  return { kind: 'failed', reason: `it leads on more than ${MOST_REDIRECTS} times` };
}

function readAddress(address: string): URL | string {
  if (!URL.canParse(address)) return 'this is no address';
  const url = new URL(address);
  const isHere = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isHere)) return url;
  return `\`${url.protocol}\` is not safe from changes on the way: an \`https:\` address is needed`;
}

function request(url: URL): Promise<DownloadResult | { readonly redirect: string }> {
  return new Promise((resolve) => {
    const fail = (reason: string) => resolve({ kind: 'failed', reason });
    const proxy = getProxyForUrl(url.href);
    const get = url.protocol === 'https:' ? getHttps : getHttp;
    let call: ClientRequest;
    try {
      const agent = proxy === '' ? undefined : new HttpsProxyAgent(proxy);
      call = get(url, { agent, headers: { 'user-agent': 'inclusive-growth' }, timeout: SECONDS * 1000 });
    } catch (error) {
      return fail(explain(error, proxy));
    }
    call.on('timeout', () => call.destroy(new Error(`no answer within ${SECONDS} seconds`)));
    call.on('error', (error) => fail(explain(error, proxy)));
    call.on('response', (response) => {
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
        response.resume();
        return resolve({ redirect: headers.location });
      }
      if (statusCode === 200) return read(response).then(resolve, (error: unknown) => fail(explain(error, proxy)));
      response.resume();
      fail(`the server answers ${statusCode} ${response.statusMessage ?? ''}`.trimEnd());
    });
  });
}

async function read(response: IncomingMessage): Promise<DownloadResult> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > ARCHIVE_LIMITS.bytes) {
      response.destroy();
      return { kind: 'failed', reason: `it is larger than ${ARCHIVE_LIMITS.bytes / 1024 / 1024} MB` };
    }
  }
  return { kind: 'bytes', bytes: Buffer.concat(chunks) };
}

function explain(error: unknown, proxy: string): string {
  const words = error instanceof Error ? error.message || String(error) : String(error);
  return `it cannot be fetched${proxy === '' ? '' : ` through the proxy ${withoutPassword(proxy)}`} (${words})`;
}

function withoutPassword(proxy: string): string {
  return proxy.replace(/\/\/[^/@]*@/, '//');
}
