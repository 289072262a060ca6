/** Word takes no fractions of a second. */
export function wordDate(date: string): string {
  return date.replace(/\.\d+/, '')
}
