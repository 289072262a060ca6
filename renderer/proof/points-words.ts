/** `4`, `4 to 8`; with a sign `+2`, `0`, `0 to 1`. */
export function pointsWords(
  { low, high }: { readonly low: string; readonly high: string },
  sign: '+' | '' = '',
): string {
  if (low !== high) return `${low} to ${high}`
  return low.startsWith('-') || low === '0' ? low : `${sign}${low}`
}
