const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const

/** A number of bytes for people, in powers of 1000 as shops and file managers count: `2.6 GB`. */
export function sizeText(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const amount = bytes / 1000 ** step
  return `${step > 1 && amount < 100 ? amount.toFixed(1) : Math.round(amount)} ${UNITS[step]}`
}
