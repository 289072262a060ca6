/** Unknown capitals up to this length are an abbreviation until something tells that a name is meant: shown, not masked. */
export const ACRONYM = 4
