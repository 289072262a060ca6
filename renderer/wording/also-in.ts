import { formatCount } from './format-count.ts'

/** `also in 2 other documents`: that nearly the same passage was left out; empty where none was. */
export function alsoInWords(others: readonly string[] | undefined): string {
  return others && others.length > 0 ? `also in ${formatCount(others.length, 'other document')}` : ''
}
