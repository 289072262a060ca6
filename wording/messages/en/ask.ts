export const ASK = {} as const
