/** Numbers below 2^16 as bytes, seven bits in each, the lowest first; the last byte of a number has no eighth bit. */
export interface NumberWriter {
  /** Throws `RangeError` for a number that is too large. */
  add(number: number): void
  /** In two parts, for one below 2^32. */
  addLong(number: number): void
  /** What was written. */
  bytes(): Uint8Array
}

const NUMBERS = 2 ** 16
const BYTES_A_NUMBER = 3

export function createNumberWriter(): NumberWriter {
  let bytes = new Uint8Array(4096)
  let length = 0
  function add(number: number): void {
    if (number >= NUMBERS) throw new RangeError(`Expected a number below ${NUMBERS}, got ${number}`)
    if (length + BYTES_A_NUMBER > bytes.length) {
      const larger = new Uint8Array(2 * bytes.length)
      larger.set(bytes)
      bytes = larger
    }
    let left = number
    while (left > 0x7f) {
      bytes[length++] = (left & 0x7f) | 0x80
      left >>>= 7
    }
    bytes[length++] = left
  }
  return {
    add,
    addLong(number) {
      add(number >>> 16)
      add(number & (NUMBERS - 1))
    },
    bytes: () => bytes.slice(0, length),
  }
}

/** Puts the numbers of the bytes into `numbers`, which has room for one of each byte; gives how many there are. */
export function readNumbers(bytes: Uint8Array, numbers: Uint16Array): number {
  let count = 0
  for (let at = 0; at < bytes.length; ) {
    let byte = bytes[at++]!
    let number = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] ?? 0
      number |= (byte & 0x7f) << shift
    }
    numbers[count++] = number
  }
  return count
}

export function longNumber(numbers: Uint16Array, at: number): number {
  return numbers[at]! * NUMBERS + numbers[at + 1]!
}
