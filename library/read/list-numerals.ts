const ROMAN: readonly (readonly [value: number, letters: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** Past it a number is written in digits: Word does the same, and a hostile start value can't fill the memory. */
const LARGEST_ROMAN = 32_767
const LARGEST_LETTER = 780
const MOST_LETTERS = 8

export function romanNumber(value: number): string {
  if (value < 1 || value > LARGEST_ROMAN) return String(value)
  let rest = value
  let letters = ''
  for (const [step, sign] of ROMAN)
    while (rest >= step) {
      letters += sign
      rest -= step
    }
  return letters
}

/** a to z, then aa, bb, cc (Word and OpenDocument with letter synchronisation). */
export function letterNumber(value: number): string {
  if (value < 1 || value > LARGEST_LETTER) return String(value)
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

/** a to z, then aa, ab, ac (HTML, the columns of sheets, OpenDocument without letter synchronisation). */
export function countedLetters(value: number): string {
  let letters = ''
  for (let rest = value; rest > 0 && letters.length < MOST_LETTERS; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters
  return letters || String(value)
}

export function ordinalNumber(value: number): string {
  const isTeen = value % 100 >= 11 && value % 100 <= 13
  return `${value}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`
}

const ONES =
  'Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen'.split(
    ' ',
  )
const TENS = 'Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety'.split(' ')
const ORDINALS: Readonly<Record<string, string>> = {
  One: 'First',
  Two: 'Second',
  Three: 'Third',
  Five: 'Fifth',
  Eight: 'Eighth',
  Nine: 'Ninth',
  Twelve: 'Twelfth',
}

/** "Twenty-One", up to 99. */
export function wordNumber(value: number): string {
  if (value < 0 || value > 99) return String(value)
  if (value < 20) return ONES[value]!
  const tens = TENS[Math.floor(value / 10) - 2]!
  return value % 10 === 0 ? tens : `${tens}-${ONES[value % 10]!}`
}

/** "Twenty-First", up to 99. */
export function wordOrdinal(value: number): string {
  if (value < 1 || value > 99) return ordinalNumber(value)
  const parts = wordNumber(value).split('-')
  const last = parts.pop()!
  const ordinal = ORDINALS[last] ?? `${last.replace(/y$/, 'ie')}th`
  return [...parts, ordinal].join('-')
}

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
