export const FACTS = {} as const
