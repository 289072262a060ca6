export const START = {} as const
