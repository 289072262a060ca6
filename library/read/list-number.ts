/** How a list counts: digits, letters or Roman numerals. */
export type NumberStyle = '1' | 'a' | 'A' | 'i' | 'I'

/** The number as a list shows it, without the sign behind it. */
export function listNumber(number: number, style: NumberStyle): string {
  if (number < 1) return String(number)
  if (style === 'a') return letters(number)
  if (style === 'A') return letters(number).toUpperCase()
  if (style === 'i') return roman(number).toLowerCase()
  return style === 'I' ? roman(number) : String(number)
}

function letters(number: number): string {
  const last = String.fromCharCode(97 + ((number - 1) % 26))
  return number > 26 ? `${letters(Math.floor((number - 1) / 26))}${last}` : last
}

const ROMAN: readonly (readonly [value: number, sign: string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** Browsers write numbers from 4000 on as digits. */
function roman(number: number): string {
  if (number >= 4000) return String(number)
  let left = number
  return ROMAN.map(([value, sign]) => {
    const times = Math.floor(left / value)
    left -= times * value
    return sign.repeat(times)
  }).join('')
}
