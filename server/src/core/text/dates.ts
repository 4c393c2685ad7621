/** Names of months and their short forms, as alternatives of a regular expression. */
export const MONTH_NAMES =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';

/** A year from 1950 to 2079, as a regular expression. */
export const YEAR = '(?:19[5-9]\\d|20[0-7]\\d)';
