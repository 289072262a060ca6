import { countedLetters, romanNumber } from './number-words.ts'

/** How a list counts: digits, letters or Roman numerals. */
export type NumberStyle = '1' | 'a' | 'A' | 'i' | 'I'

/** The number as a list shows it, without the sign behind it. */
export function listNumber(number: number, style: NumberStyle): string {
  if (style === 'a') return countedLetters(number)
  if (style === 'A') return countedLetters(number).toUpperCase()
  if (style === 'i') return roman(number)
  return style === 'I' ? roman(number).toUpperCase() : String(number)
}

/** Browsers write numbers from 4000 on as digits. */
function roman(number: number): string {
  return number >= 4000 ? String(number) : romanNumber(number)
}
