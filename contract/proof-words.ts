type Points = { readonly low: string; readonly high: string }

/** A sum: `4`, `4 to 8`. */
export function sumWords({ low, high }: Points): string {
  return low === high ? low : `${low} to ${high}`
}

/** One part of it: `+2`, `-1`, `0`; what is open counts or does not: `0 or 2`. */
export function partWords({ low, high }: Points): string {
  if (low !== high) return `${low} or ${high}`
  return low.startsWith('-') || low === '0' ? low : `+${low}`
}

/** What holds only because nothing recorded speaks against it; empty where there is no such thing. */
export function assumedWords(assumed: readonly string[]): string {
  return assumed.length === 0 ? '' : `Assumes ${assumed.join('; ')} (not recorded).`
}
