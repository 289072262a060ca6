/**
 * What the word lists say of a word, each as a level: 0 no, 1 yes, 2 often. English to Spanish: an ordinary word of the language;
 * then first name, family name, city; `people`: 1 a nationality, 2 a country or a region of one.
 */
export const WORD_FIELDS = ['en', 'de', 'fr', 'es', 'first', 'last', 'place', 'people'] as const
export type WordField = (typeof WORD_FIELDS)[number]

/** The languages whose ordinary words are on the lists. */
export const WRITTEN_LANGUAGES = ['en', 'de', 'fr', 'es'] as const
export type Language = (typeof WRITTEN_LANGUAGES)[number]
