/**
 * Flags of Node for the process of the language server. A key press in a paper of 100 KB makes some two megabytes of garbage; by default V8
 * stops to collect it after every six or seven of them, for 2 to 3 ms. With room for 32 MB it does so half as often, and the server's
 * process may be as much larger. The flags cannot be set by the server itself, once it runs.
 */
export const SERVER_NODE_FLAGS: readonly string[] = ['--max-semi-space-size=32', '--min-semi-space-size=32'];
