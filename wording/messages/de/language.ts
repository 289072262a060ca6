export const LANGUAGE = { locale: 'de-DE' }
