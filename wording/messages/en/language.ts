export const LANGUAGE = {
  locale: 'en-GB',
  ofAnotherVersion: 'This note was written by another version of Consilium and cannot be shown.',
  verbatim: '{words}',
  sentences: '{first} {then}',
} as const
