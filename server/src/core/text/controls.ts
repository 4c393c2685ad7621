/** Takes out control characters and those that turn the direction of writing, which could hide words or move a cursor; tabs and line ends stay. */
export function withoutControls(words: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  return words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
}
