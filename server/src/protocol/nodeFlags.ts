/**
 * Flags of Node for the process of the language server. A key press makes about a megabyte of garbage; by default V8 stops to collect it after
 * every five to eight of them, for 2 to 3 ms. With young garbage of 32 MB it does so after one in thirty, and the server's process may be as
 * much larger. The flags cannot be set by the server itself, once it runs.
 */
export const SERVER_NODE_FLAGS: readonly string[] = ['--max-semi-space-size=32', '--min-semi-space-size=32'];
