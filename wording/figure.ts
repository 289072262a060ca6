import { perLocale, t } from './translate.ts'

const PLAIN = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<part>\d+))?(?<power>e[+-]?\d+)?$/

const marks = perLocale((tag) => {
  const whole = new Intl.NumberFormat(tag)
  const decimal = whole.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? ''
  return { whole, decimal }
})

/**
 * A number as rules and facts hold it, `1234.50`, as it is read in the language in use: `1.234,50` in German, and in English as it is. No
 * digit is lost or added. What is no number stays as it is.
 */
export function formatFigure(number: string): string {
  const { sign, whole, part, power = '' } = PLAIN.exec(number)?.groups ?? {}
  if (whole === undefined || t('language.figures') === 'plain') return number
  const digits = marks().whole.format(BigInt(whole))
  return `${sign}${digits}${part === undefined ? '' : `${marks().decimal}${part}`}${power}`
}
