import { wordNumbersIn } from '../../text/number-words.ts'

const BAND_YEARS = 10
const MONTHS_OF_AN_INFANT = 24
/** Ages over it are rare enough to identify by themselves. */
const LAST_AGE = 89
const BY_NAME: readonly (readonly [beginning: string, from: number])[] = [
  ['centen', 100],
  ['nonagen', 90],
  ['octogen', 80],
  ['septuag', 70],
  ['sexag', 60],
]

const SHORT_UNIT =
  /\b(?:months?|mos?|weeks?|wks?|days?|hours?|monate?n?|wochen|tage|mois|semaines|jours|meses|semanas|días)\b/i

/** What two spellings of one age have in common; null where it cannot be read. */
export function ageKey(text: string): string | null {
  const age = readAge(text)
  return age === null ? null : `${age} ${SHORT_UNIT.exec(text)?.[0].charAt(0).toLowerCase() ?? 'y'}`
}

/** An age as it leaves: its band of ten years, or one class for all over 89; null where it cannot be read. */
export function ageClass(text: string): string | null {
  const age = readAge(text)
  if (age === null) return null
  if (SHORT_UNIT.test(text)) return age < MONTHS_OF_AN_INFANT ? 'under 2 years' : null
  if (age > LAST_AGE) return `over ${LAST_AGE}`
  const from = Math.floor(age / BAND_YEARS) * BAND_YEARS
  return `${from} to ${Math.min(from + BAND_YEARS - 1, LAST_AGE)}`
}

function readAge(text: string): number | null {
  // A decade of life is no age of one's own.
  if (/\d0['’]?s|ties\b/.test(text)) return null
  const digits = /\d{1,3}/.exec(text)?.[0]
  if (digits !== undefined) return Number(digits)
  const lower = text.toLowerCase()
  const named = BY_NAME.find(([beginning]) => lower.startsWith(beginning))
  if (named) return named[1]
  if (lower.includes('hundred')) return 100
  return wordNumbersIn(lower)[0]?.value ?? null
}
