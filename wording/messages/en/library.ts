export const LIBRARY = {} as const
