export const PROOF = {} as const
