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

/** The check digit of the Belgian national number: what is left by 97, for those born since 2000 with a 2 before. */
export function passesModulo97(digits: string): boolean {
  const [body, check] = [digits.slice(0, -2), Number(digits.slice(-2))]
  return [body, `2${body}`].some((number) => 97 - (Number(number) % 97) === check)
}

/** Ten digits, weights 10 to 2, as in the numbers of the British health service. */
export function passesModulo11(digits: string): boolean {
  const rest = 11 - (weightedSum(digits.slice(0, 9), [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)
  return digits.length === 10 && Number(digits[9]) === rest % 11
}

/** The two check digits of a Brazilian CPF. */
export function passesBrazilian(digits: string): boolean {
  const checkOf = (body: string) => {
    const weights = [...body].map((_, at) => body.length + 1 - at)
    return ((weightedSum(body, weights) * 10) % 11) % 10
  }
  const isOneDigit = new Set(digits).size === 1
  return (
    !isOneDigit &&
    checkOf(digits.slice(0, 9)) === Number(digits[9]) &&
    checkOf(digits.slice(0, 10)) === Number(digits[10])
  )
}

/** The last digit or K of a Chilean RUN. */
export function passesChilean(run: string): boolean {
  const [body, check] = [run.slice(0, -1), run.at(-1)?.toUpperCase()]
  const weights = [...body].map((_, at) => ((body.length - 1 - at) % 6) + 2)
  const rest = 11 - (weightedSum(body, weights) % 11)
  return check === (rest === 11 ? '0' : rest === 10 ? 'K' : String(rest))
}

/** The control digit or letter behind the seven digits of a Spanish CIF. */
export function passesSpanishCompany(cif: string): boolean {
  const body = cif.slice(1, 8)
  const sum = [...body].reduce((total, digit, at) => {
    const doubled = at % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  const check = (10 - (sum % 10)) % 10
  return cif.at(-1) === String(check) || cif.at(-1) === 'JABCDEFGHI'[check]
}

function weightedSum(digits: string, weights: readonly number[]): number {
  return [...digits].reduce((sum, digit, at) => sum + Number(digit) * (weights[at] ?? 0), 0)
}
