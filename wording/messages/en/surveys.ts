export const SURVEYS = {} as const
