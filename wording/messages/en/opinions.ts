export const OPINIONS = {} as const
