export const KNOWLEDGE = {} as const
