/** Luhn's sum over the digits, as on payment cards. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits.length > 0 && sum % 10 === 0
}

/** ISO 13616: letters become numbers, the first four characters go last, and the rest by 97 is 1. */
export function passesIban(iban: string): boolean {
  const plain = iban.replace(/[\s-]/g, '').toUpperCase()
  let rest = 0
  for (const character of plain.slice(4) + plain.slice(0, 4))
    for (const digit of Number.parseInt(character, 36).toString()) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

/** A US provider number: Luhn over the ten digits behind 80840. */
export function passesProviderNumber(digits: string): boolean {
  return passesLuhn(`80840${digits}`)
}

const VERHOEFF_PRODUCT = [
  '0123456789', '1234067895', '2340178956', '3401289567', '4012395678',
  '5987604321', '6598710432', '7659821043', '8765932104', '9876543210',
] // biome-ignore format: a table
const VERHOEFF_ORDER = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
]

/** Verhoeff's sum, as in Indian Aadhaar numbers. */
export function passesVerhoeff(digits: string): boolean {
  let check = 0
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at])
    check = Number(VERHOEFF_PRODUCT[check]?.[Number(VERHOEFF_ORDER[at % 8]?.[digit])])
  }
  return digits.length > 0 && check === 0
}
