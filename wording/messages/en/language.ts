export const LANGUAGE = {
  locale: 'en-GB',
  ofAnotherVersion: 'This note was written by another version of Consilium and cannot be shown.',
  /** Whether nouns in the middle of a sentence begin with a `small` letter. */
  nouns: 'small',
  /** What words become before a day in words: `word > words; …`, or `unchanged`. */
  beforeDay: 'unchanged',
  /** How numbers of rules are written: `plain` as rules hold them, or `grouped`, with the marks of the language. */
  figures: 'plain',
  verbatim: '{words}',
  sentences: '{first} {then}',
  names: {
    eng: 'English',
    deu: 'German',
    fra: 'French',
    spa: 'Spanish',
    ita: 'Italian',
    por: 'Portuguese',
    nld: 'Dutch',
    pol: 'Polish',
  },
} as const
