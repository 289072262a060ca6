export const FRAME = {} as const
