/** What can be opened in a browser, and nothing else: no command, no file. */
export const WEB_ADDRESS = '^https?://[^\\s<>"]+$';

const PATTERN = new RegExp(WEB_ADDRESS, 'i');

/** The address, if it is one of the web. A pack can write anything there. */
export function toWebAddress(url: string | undefined): string | undefined {
  return url !== undefined && PATTERN.test(url) ? url : undefined;
}
