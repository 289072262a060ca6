/**
 * A piece of RTF. `text` and `value` are offsets or numbers so that a picture of many megabytes costs no strings: for `text`,
 * `start` to `end` are its bytes; for `word`, `name` and `value` (null where none is given); for `symbol`, the byte in `value`;
 * for `byte` (`\'hh`), the byte in `value`.
 */
export type RtfToken = {
  readonly kind: 'open' | 'close' | 'word' | 'symbol' | 'byte' | 'text'
  readonly name: string
  readonly value: number | null
  readonly start: number
  readonly end: number
}

const [BACKSLASH, OPEN, CLOSE, LF, CR, SPACE, MINUS, QUOTE] = [0x5c, 0x7b, 0x7d, 0x0a, 0x0d, 0x20, 0x2d, 0x27]
/** Longer than any control word; the specification allows 32 letters. */
const LONGEST_WORD = 64
const LONGEST_NUMBER = 10

/** The pieces of RTF in order. Binary data (`\bin`) is jumped over; a length beyond the file ends it. Never throws. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken, void, void> {
  for (let at = 0; at < bytes.length; ) {
    const token = tokenAt(bytes, at)
    if (token) yield token
    at = token?.end ?? at + 1
  }
}

/** Null at a byte that means nothing. */
function tokenAt(bytes: Uint8Array, start: number): RtfToken | null {
  const byte = bytes[start]!
  if (byte === BACKSLASH) return controlAt(bytes, start)
  if (byte === OPEN || byte === CLOSE)
    return { kind: byte === OPEN ? 'open' : 'close', name: '', value: null, start, end: start + 1 }
  if (isSyntax(byte)) return null
  let end = start
  while (end < bytes.length && !isSyntax(bytes[end]!)) end += 1
  return { kind: 'text', name: '', value: null, start, end }
}

function isSyntax(byte: number): boolean {
  return byte === BACKSLASH || byte === OPEN || byte === CLOSE || byte === LF || byte === CR || byte === 0
}

function controlAt(bytes: Uint8Array, start: number): RtfToken {
  const next = bytes[start + 1]
  if (next === undefined) return { kind: 'text', name: '', value: null, start, end: start + 1 }
  if (isLetter(next)) return wordAt(bytes, start)
  if (next === QUOTE) {
    const value = hexAt(bytes, start + 2)
    if (value !== null) return { kind: 'byte', name: '', value, start, end: start + 4 }
  }
  return { kind: 'symbol', name: '', value: next, start, end: start + 2 }
}

function wordAt(bytes: Uint8Array, start: number): RtfToken {
  let at = start + 1
  while (at < bytes.length && at - start <= LONGEST_WORD && isLetter(bytes[at]!)) at += 1
  const name = latin(bytes, start + 1, at)
  const numberStart = at
  if (bytes[at] === MINUS && isDigit(bytes[at + 1])) at += 1
  while (at - numberStart <= LONGEST_NUMBER && isDigit(bytes[at])) at += 1
  const value = at > numberStart ? Number(latin(bytes, numberStart, at)) : null
  if (bytes[at] === SPACE) at += 1
  const binaryBytes = name === 'bin' ? Math.max(0, value ?? 0) : 0
  return { kind: 'word', name, value, start, end: at + binaryBytes }
}

function hexAt(bytes: Uint8Array, at: number): number | null {
  const [high, low] = [hexDigit(bytes[at]), hexDigit(bytes[at + 1])]
  return high === null || low === null ? null : high * 16 + low
}

function hexDigit(byte: number | undefined): number | null {
  if (byte === undefined) return null
  if (isDigit(byte)) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : null
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end))
}

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39
}
