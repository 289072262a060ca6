/** The number of a result that is shown with its unit. */
export function withoutUnit(shown: string, unit: string | null): string {
  return unit !== null && shown.endsWith(` ${unit}`) ? shown.slice(0, -unit.length - 1) : shown
}
