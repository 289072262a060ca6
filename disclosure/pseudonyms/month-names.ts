/** English, German, French, Spanish. */
const NAMES: readonly string[] = [
  'january januar jänner janvier enero',
  'february februar febrero février fevrier',
  'march märz maerz mars marzo',
  'april avril abril',
  'may mai mayo',
  'june juni juin junio',
  'july juli juillet julio',
  'august août aout agosto',
  'september septembre septiembre setiembre',
  'october oktober octobre octubre',
  'november novembre noviembre',
  'december dezember décembre decembre diciembre',
]
const SHORTEST = 3

/** 1 to 12, for a name or its beginning; null for any other word. */
export function monthNumber(word: string): number | null {
  const lower = word.normalize('NFC').toLowerCase()
  if (lower.length < SHORTEST) return null
  // "jui" begins names of two months.
  const months = NAMES.flatMap((names, index) => (names.split(' ').some((name) => name.startsWith(lower)) ? index : []))
  return months.length === 1 ? (months[0] ?? 0) + 1 : null
}
