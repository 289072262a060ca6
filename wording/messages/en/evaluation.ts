export const EVALUATION = {} as const
