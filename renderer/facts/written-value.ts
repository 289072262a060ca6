/** A number of a fact in the parts a form has: `58 kg` is 58 and kg, `35..40 %` is "35 to 40" and %. */
export type WrittenNumber = { readonly amount: string; readonly unit: string }

const NUMBER = String.raw`-?\d+(?:\.\d+)?`
const RANGE = new RegExp(String.raw`^(${NUMBER})\s*(?:\.\.|to|-|–|—)\s*(${NUMBER})$`, 'u')
const WRITTEN = new RegExp(String.raw`^(${NUMBER}(?:\.\.${NUMBER})?)\s*(.*)$`, 'u')

/** Takes apart what a fact holds; text that is no number is the amount as it is. */
export function readNumber(text: string): WrittenNumber {
  const [, amount, unit] = WRITTEN.exec(text.trim()) ?? []
  return amount === undefined ? { amount: text, unit: '' } : { amount: amount.replace('..', ' to '), unit: unit ?? '' }
}

/** The number as facts hold it, "35 to 40" and "35–40" as a range; null for what is no number. */
export function writeNumber({ amount, unit }: WrittenNumber): string | null {
  const text = amount.trim()
  const range = RANGE.exec(text)
  const number = range ? `${range[1]}..${range[2]}` : new RegExp(`^${NUMBER}$`, 'u').test(text) ? text : null
  return number === null ? null : `${number} ${unit}`.trim()
}

/** Whether there is such a day: `2026-02-31` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
