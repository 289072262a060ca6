export const HOLDS_WORDS = { yes: 'yes', no: 'no', unknown: 'not known' } as const
