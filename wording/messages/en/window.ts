export const WINDOW = {} as const
