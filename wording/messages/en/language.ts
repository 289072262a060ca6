export const LANGUAGE = { locale: 'en-GB' } as const
