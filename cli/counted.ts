/** `1 page`, `12 pages`. */
export function counted(value: number, word: string): string {
  return `${value} ${value === 1 ? word : `${word}s`}`
}
