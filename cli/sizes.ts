/** "1.12 GB", "340 kB": decimal units, as shops and disks count them. */
export function sizeText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  // What rounds up to 1,000 of a unit is 1 of the next.
  const power = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(Number(bytes.toPrecision(3))) / 3))
  const value = bytes / 1000 ** power
  return `${power === 0 ? value : value.toPrecision(3)} ${units[power]}`
}
