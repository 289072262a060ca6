const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB']

/** A size for people, in powers of ten: `117 MB`, `2.49 GB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${Math.round(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1)
  const value = bytes / 1000 ** power
  const digits = value >= 100 ? 0 : power >= 3 ? 2 : value < 10 ? 1 : 0
  return `${value.toFixed(digits)} ${UNITS[power]}`
}

/** Memory as it is sold and felt, in powers of two, one digit: `10.8 GB`. */
export function formatMemory(bytes: number): string {
  const gigabytes = bytes / 2 ** 30
  return `${gigabytes >= 100 ? Math.round(gigabytes) : gigabytes.toFixed(1).replace(/\.0$/, '')} GB`
}
