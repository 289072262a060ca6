/** ISO day of the week, 1 Monday to 7 Sunday. 1970-01-01 was a Thursday. */
export function dayOfWeek(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}
