export const VIEWER = {} as const
