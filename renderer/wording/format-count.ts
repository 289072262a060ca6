const numbers = new Intl.NumberFormat('en-GB')

/** `1,207`. */
export function formatNumber(value: number): string {
  return numbers.format(value)
}

/** `1 page`, `12 pages`; `plural` for words that do not take an s. */
export function formatCount(value: number, word: string, plural = `${word}s`): string {
  return `${formatNumber(value)} ${value === 1 ? word : plural}`
}
