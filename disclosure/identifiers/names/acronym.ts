/** Unknown capitals up to this length are an abbreviation until something tells that a name is meant: shown, not masked. */
export const ACRONYM = 4
/** The same of capitals that nobody is called. */
export const LONG_ACRONYM = 6
