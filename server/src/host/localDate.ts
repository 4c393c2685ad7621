/** Today's date where the program runs, as ISO 8601 has it (`2026-11-25`). Formats of `Intl` would take milliseconds to load. */
export function localDate(now = new Date()): string {
  const pad = (number: number, length: number) => String(number).padStart(length, '0');
  return `${pad(now.getFullYear(), 4)}-${pad(now.getMonth() + 1, 2)}-${pad(now.getDate(), 2)}`;
}
