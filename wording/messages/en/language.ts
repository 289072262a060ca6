export const LANGUAGE = {
  locale: 'en-GB',
  ofAnotherVersion: 'This note was written by another version of Consilium and cannot be shown.',
  /** Whether nouns in the middle of a sentence begin with a `small` letter. */
  nouns: 'small',
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
