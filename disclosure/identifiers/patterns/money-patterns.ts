import { CURRENCY_SIGN, CURRENCY_WORD } from '../../../text/money.ts'
import { passesIban, passesLuhn } from './numbers/checksums.ts'
import type { Judgement, Pattern } from './pattern.ts'

/** Also currencies that are added up nowhere: what identifies is the sum. */
const CURRENCY = `(?:A\\$|C\\$|R\\$|[¥₹]|CAD|AUD|JPY|SEK|NOK|DKK|INR|Fr\\.|${CURRENCY_SIGN})`
const UNIT = `(?:pesos?|yen|rupees?|cents?|Euro|Dollar|Franken|${CURRENCY_WORD}|${CURRENCY_SIGN})`
const SCALE =
  '(?:thousand|million|billion|trillion|mn|bn|Mio\\.?|Mrd\\.?|Millionen|Milliarden|millions?|milliards?|millones|mil|[kKmM])'
const FIGURE = "\\d(?:[\\d.,' \u00a0\u202f]{0,22}\\d)?(?:[.,]-)?"

/** Accounts, cards, sums of money. A checksum that fails changes nothing but the confidence. */
export const MONEY_PATTERNS: readonly Pattern[] = [
  {
    type: 'card',
    expression: /(?<![\d.,-])\d(?:[ -]?\d){11,18}(?![\d-]|[.,]\d)/dg,
    confidence: 0.7,
    judge: judgeCard,
  },
  {
    type: 'iban',
    expression: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}(?![\p{L}\p{N}])/dgu,
    confidence: 0.85,
    judge: (found) => (/\d{4}/.test(found) ? (passesIban(found) ? { by: 'checksum', confidence: 0.99 } : {}) : null),
  },
  {
    type: 'account',
    needs: /BIC|SWIFT/,
    expression:
      /(?<![\p{L}])(?:BIC|SWIFT)(?:[- ]?code)?\s{0,3}[:#]?\s{0,3}(?<id>[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)(?![A-Z0-9])/dgu,
    confidence: 0.9,
  },
  {
    type: 'amount',
    expression: new RegExp(
      `(?<![\\p{L}\\p{N}])${CURRENCY}[ \u00a0]?${FIGURE}(?:[ \u00a0-]?${SCALE}(?!\\p{L}))?`,
      'dgu',
    ),
    confidence: 0.85,
    judge: (found) => (isClotting(found) ? null : {}),
  },
  {
    type: 'amount',
    expression: new RegExp(
      `(?<![\\p{L}\\p{N}.,])${FIGURE}[ \u00a0-]?(?:${SCALE}[ \u00a0])?(?:de |d['’])?${UNIT}(?![\\p{L}])`,
      'dgu',
    ),
    confidence: 0.8,
  },
  // Bitcoin (old and bech32), Ethereum, Litecoin, Monero.
  {
    type: 'crypto',
    expression:
      /(?<![\p{L}\p{N}])(?:(?:bc|tb|ltc)1[ac-hj-np-z02-9]{25,87}|[13LM][1-9A-HJ-NP-Za-km-z]{25,34}|0x[0-9A-Fa-f]{40}|4[1-9A-HJ-NP-Za-km-z]{94})(?![\p{L}\p{N}])/dgu,
    confidence: 0.9,
    judge: (found) => (/\d/.test(found) && /\p{L}/u.test(found) ? {} : null),
  },
]

/** "INR 2.5" is a blood test; nobody writes two rupees and a half. */
function isClotting(found: string): boolean {
  return /^INR[ \u00a0]?\d{1,2}(?:[.,]\d{1,2})?(?:\D|$)/.test(found)
}

/** Also numbers of other kinds are that long: whatever they are, they identify. */
function judgeCard(found: string): Judgement {
  const digits = found.replace(/\D/g, '')
  if (passesLuhn(digits)) return { by: 'checksum', confidence: 0.95 }
  return digits.length >= 13 ? {} : { type: 'id' }
}
