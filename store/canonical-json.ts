export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/**
 * The one spelling of a JSON value (RFC 8785): keys sorted by UTF-16 units, no spaces, numbers as ECMAScript writes them.
 * Throws `TypeError` for what JSON cannot hold, such as undefined, NaN or a date.
 */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`
  if (isPlainObject(value)) {
    const members = Object.keys(value)
      .toSorted(byUnits)
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as JsonValue)}`)
    return `{${members.join(',')}}`
  }
  throw new TypeError(`Expected a JSON value, got ${typeof value === 'object' ? 'a class instance' : String(value)}`)
}

function isPlainObject(value: unknown): value is { readonly [key: string]: JsonValue } {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function byUnits(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
