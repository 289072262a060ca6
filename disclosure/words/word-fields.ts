/**
 * What the word lists say of a word, each as a level: 0 no, 1 yes, 2 often. English to Polish: an ordinary word of the language;
 * then first name, family name, city; `people`: 1 a nationality, 2 a country or a region of one;
 * `safe`: identifies nobody though it is capitalised, 1 where it is a word of the text's language, 2 in a text of medicine.
 */
export const WORD_FIELDS = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'first',
  'last',
  'place',
  'people',
  'safe',
] as const
export type WordField = (typeof WORD_FIELDS)[number]

/** The languages whose ordinary words are on the lists. */
export const WRITTEN_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl'] as const
export type Language = (typeof WRITTEN_LANGUAGES)[number]
