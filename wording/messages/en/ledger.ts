export const LEDGER = {} as const
