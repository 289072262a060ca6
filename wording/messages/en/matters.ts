export const MATTERS = {} as const
