export const ANSWERS = {} as const
