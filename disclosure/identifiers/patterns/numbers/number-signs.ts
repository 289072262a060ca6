import { inAnyCase } from '../any-case.ts'

/** "no.", "Nr.", "n.º", "núm.", in eight languages. */
export const SIGN = inAnyCase(
  '(?:n\\.?[ \u00a0]?[°º]\\.?|n[°º]s|nos?\\.|n\\.|nr\\.?|nrs\\.|nros?\\.?|num\\.?|núm\\.?|numbers?|nummer|numer|numéros?|números?|numero|№|#)',
)
/** Behind a label also "no", which by itself is an ordinary word in four languages. */
export const SIGN_OR_NO = `(?:${SIGN}|[Nn]o|NO|[Ii][Dd]|[Cc]ode)`
const UNIT = '(?:mg|µg|mcg|g|kg|ml|mL|l|L|cm|mm|IE|UI|IU|E|U|h|min|Uhr|x|%|€)'
/**
 * Letters and digits with the marks of numbers between them, at most four capitals before ("AXA 88120") and six groups of digits
 * behind ("2023 004 118"), of which none has a unit.
 */
export const CODE = `(?<id>(?:\\p{Lu}{1,4}[. ])?(?=[^\\s,;()|]{0,30}\\d)[\\p{L}\\p{N}](?:[\\p{L}\\p{N}./_\\\\-]{0,38}[\\p{L}\\p{N}])?(?:[ \u00a0]\\d{2,12}(?![\\p{L}\\p{N}/]|\\.\\p{N}| ?${UNIT}(?!\\p{L}))){0,6}(?:(?<=/\\d{2,4}) [A-Z]{1,2}(?![\\p{L}\\p{N}.]))?)(?![\\p{L}\\p{N}])`

export function digitsIn(found: string): number {
  return found.replace(/\D/g, '').length
}

/** "0.75", "1.23-1.45": a measure, or an interval of two. */
export function isDecimal(found: string): boolean {
  return /^\d{1,4}[.,]\d{1,2}(?:[-–]\d{1,4}(?:[.,]\d{1,3})?)?$|^[01]\.\d{3}(?:[-–][01]\.\d{1,3})?$/.test(found)
}

/** "2023", "1.000", "150000": a year or a round number, which is seldom anybody's. */
export function isYearOrRound(found: string): boolean {
  return /^(?:19|20)\d{2}$/.test(found) || /^[1-9]\d{0,3}(?:[.,’']?000)+$|^[1-9]\d{1,2}00$/.test(found)
}
