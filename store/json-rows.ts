/**
 * What rows hold, in the caller's shape. One that holds no object any more comes as its text, which fits no shape: its neighbours are read
 * all the same, and it stays where it is.
 */
export function jsonRows<T>(rows: readonly { readonly json: string }[]): readonly T[] {
  return rows.map(({ json }) => {
    try {
      const value: unknown = JSON.parse(json)
      return (typeof value === 'object' && value !== null ? value : json) as T
    } catch {
      return json as T
    }
  })
}
