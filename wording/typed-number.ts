import { perLocale, t } from './translate.ts'

/** Digits with marks among them, before it is known what the marks mean. */
const DIGITS = String.raw`-?\d+(?:[.,]\d+)*`

const marks = perLocale((tag) => {
  const parts = new Intl.NumberFormat(tag).formatToParts(1000.5)
  const mark = (type: 'decimal' | 'group') => parts.find((part) => part.type === type)?.value ?? ''
  return { decimal: mark('decimal'), group: mark('group') }
})

const ranges = perLocale(() => {
  const between = t('quantities.between').replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
  return new RegExp(String.raw`^(${DIGITS})\s*(?:\.\.|${between}|-|–|—)\s*(${DIGITS})$`, 'u')
})

const ONE = new RegExp(`^${DIGITS}$`, 'u')
const EACH = new RegExp(DIGITS, 'gu')

/**
 * A number as it is typed in the language in use, `1,5` in German, with a point as facts hold it: `1.5`. A point that cannot stand between
 * thousands is one before decimals in every language, as in documents. Null for what is no number and for what can be read in two ways.
 */
export function readTypedNumber(text: string): string | null {
  const typed = text.trim()
  if (!ONE.test(typed) || twoReadings(typed) !== null) return null
  const number = withoutGroups(typed).replace(marks().decimal, '.')
  return /^-?\d+(\.\d+)?$/.test(number) ? number : null
}

/** `1500,5` of `1.500,5`: between thousands and nothing else, since decimals or more thousands follow. */
function withoutGroups(typed: string): string {
  const { decimal, group } = marks()
  const [whole = '', part] = typed.split(decimal)
  const [first = '', ...thousands] = whole.split(group)
  const isCertain = thousands.length > 1 || (thousands.length === 1 && part !== undefined)
  const isGrouped = /^-?[1-9]\d{0,2}$/.test(first) && thousands.every((three) => /^\d{3}$/.test(three))
  return isCertain && isGrouped ? typed.replaceAll(group, '') : typed
}

/** The same for a number or a range, "35 to 40" (in the language in use), `35–40`: `35..40`. */
export function readTypedRange(text: string): string | null {
  const [, low, high] = ranges().exec(text.trim()) ?? []
  if (low === undefined || high === undefined) return readTypedNumber(text)
  const [from, to] = [readTypedNumber(low), readTypedNumber(high)]
  return from === null || to === null ? null : `${from}..${to}`
}

/** What to write instead of a number in a text that can be read in two ways: `1.500` in German; null where there is none. */
export function doubtfulNumber(text: string): string | null {
  const [found] = (text.match(EACH) ?? []).flatMap((typed) => twoReadings(typed) ?? [])
  return found ? t('quantities.twoReadings', found) : null
}

/** A number of a fact as it is typed in the language in use: `1,5` for `1.5`. A unit behind it, `mL/min/1.73m2`, stays as it is. */
export function typedNumber(number: string): string {
  return number.replace(/^(-?\d+)\.(?=\d)/, (_, whole: string) => `${whole}${marks().decimal}`)
}

/** The mark between thousands, once and where it may stand between them, may as well be meant before decimals. */
function twoReadings(
  typed: string,
): { readonly typed: string; readonly whole: string; readonly decimal: string } | null {
  const { decimal, group } = marks()
  const [before = '', after = '', third] = typed.split(group)
  if (third !== undefined || !/^-?[1-9]\d{0,2}$/.test(before) || !/^\d{3}$/.test(after)) return null
  return { typed, whole: `${before}${after}`, decimal: `${before}${decimal}${after}` }
}
