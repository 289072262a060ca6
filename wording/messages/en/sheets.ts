export const SHEETS = {} as const
