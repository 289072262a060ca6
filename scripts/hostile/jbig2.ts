export type Bitmap = {
  readonly width: number
  readonly height: number
  readonly isBlack: (x: number, y: number) => boolean
}

const pageInformation = 48
const immediateGenericRegion = 38

/**
 * Encodes a bitmap as JBIG2 in the form that a PDF's JBIG2Decode takes (ITU-T T.88 without file header): a page and one
 * arithmetic-coded generic region, template 0 with its nominal adaptive pixels.
 */
export function encodeJbig2({ width, height, isBlack }: Bitmap): Buffer {
  const page = Buffer.concat([uint32(width), uint32(height), uint32(0), uint32(0), Buffer.from([1, 0, 0])])
  const adaptivePixels = Buffer.from(Int8Array.of(3, -1, -3, -1, 2, -2, -2, -2))
  const region = Buffer.concat([
    uint32(width),
    uint32(height),
    uint32(0),
    uint32(0),
    Buffer.from([0, 0]), // combined by OR; arithmetic coding, template 0
    adaptivePixels,
    encodeRegion({ width, height, isBlack }),
  ])
  return Buffer.concat([segment(0, pageInformation, page), segment(1, immediateGenericRegion, region)])
}

function encodeRegion({ width, height, isBlack }: Bitmap): Buffer {
  const encoder = createMqEncoder(1 << 16)
  const pixel = (x: number, y: number): number => (x >= 0 && x < width && y >= 0 && isBlack(x, y) ? 1 : 0)
  for (let y = 0; y < height; y++) {
    // Sixteen pixels already coded: five two rows up, seven one row up, four to the left. Their order within the context
    // is free here: every context starts alike, and typical prediction, which names one, is off.
    let [far, near, left] = [0, 0, 0]
    for (let x = -2; x < 2; x++) far = (far << 1) | pixel(x, y - 2)
    for (let x = -3; x < 3; x++) near = (near << 1) | pixel(x, y - 1)
    for (let x = 0; x < width; x++) {
      far = ((far << 1) | pixel(x + 2, y - 2)) & 0x1f
      near = ((near << 1) | pixel(x + 3, y - 1)) & 0x7f
      const bit = pixel(x, y)
      encoder.encode((far << 11) | (near << 4) | left, bit)
      left = ((left << 1) | bit) & 0xf
    }
  }
  return encoder.finish()
}

function segment(number: number, type: number, data: Buffer): Buffer {
  const page = 1
  return Buffer.concat([uint32(number), Buffer.from([type, 0, page]), uint32(data.length), data])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** The arithmetic coder of JBIG2 (ITU-T T.88, Annex E), encoding side. */
type MqEncoder = {
  encode(context: number, bit: number): void
  /** Ends the code string with its marker and returns it. */
  finish(): Buffer
}

/** T.88 table E.1: [Qe, next state after the likely symbol, after the unlikely one, whether the likely symbol changes]. */
const states: readonly (readonly [number, number, number, number])[] = [
  [0x5601, 1, 1, 1],
  [0x3401, 2, 6, 0],
  [0x1801, 3, 9, 0],
  [0x0ac1, 4, 12, 0],
  [0x0521, 5, 29, 0],
  [0x0221, 38, 33, 0],
  [0x5601, 7, 6, 1],
  [0x5401, 8, 14, 0],
  [0x4801, 9, 14, 0],
  [0x3801, 10, 14, 0],
  [0x3001, 11, 17, 0],
  [0x2401, 12, 18, 0],
  [0x1c01, 13, 20, 0],
  [0x1601, 29, 21, 0],
  [0x5601, 15, 14, 1],
  [0x5401, 16, 14, 0],
  [0x5101, 17, 15, 0],
  [0x4801, 18, 16, 0],
  [0x3801, 19, 17, 0],
  [0x3401, 20, 18, 0],
  [0x3001, 21, 19, 0],
  [0x2801, 22, 19, 0],
  [0x2401, 23, 20, 0],
  [0x2201, 24, 21, 0],
  [0x1c01, 25, 22, 0],
  [0x1801, 26, 23, 0],
  [0x1601, 27, 24, 0],
  [0x1401, 28, 25, 0],
  [0x1201, 29, 26, 0],
  [0x1101, 30, 27, 0],
  [0x0ac1, 31, 28, 0],
  [0x09c1, 32, 29, 0],
  [0x08a1, 33, 30, 0],
  [0x0521, 34, 31, 0],
  [0x0441, 35, 32, 0],
  [0x02a1, 36, 33, 0],
  [0x0221, 37, 34, 0],
  [0x0141, 38, 35, 0],
  [0x0111, 39, 36, 0],
  [0x0085, 40, 37, 0],
  [0x0049, 41, 38, 0],
  [0x0025, 42, 39, 0],
  [0x0015, 43, 40, 0],
  [0x0009, 44, 41, 0],
  [0x0005, 45, 42, 0],
  [0x0001, 45, 43, 0],
  [0x5601, 46, 46, 0],
]

/** An encoder with so many contexts, all at state 0. The names `a`, `c` and `room` are the standard's A, C and CT. */
function createMqEncoder(contexts: number): MqEncoder {
  const stateOf = new Uint8Array(contexts)
  const likely = new Uint8Array(contexts)
  const bytes: number[] = [0] // the byte before the first one, dropped at the end
  let a = 0x8000
  let c = 0
  let room = 12

  function byteOut(): void {
    const last = bytes.length - 1
    if (bytes[last] !== 0xff && c >= 0x8000000) {
      bytes[last] = (bytes[last] ?? 0) + 1
      c &= 0x7ffffff
    }
    const shift = bytes[last] === 0xff ? 20 : 19 // after 0xFF one bit is stuffed
    bytes.push(c >>> shift)
    c &= (1 << shift) - 1
    room = shift === 20 ? 7 : 8
  }

  function renormalise(): void {
    do {
      a <<= 1
      c *= 2
      if (--room === 0) byteOut()
    } while ((a & 0x8000) === 0)
  }

  function encode(context: number, bit: number): void {
    const [qe, afterLikely, afterUnlikely, change] = states[stateOf[context] ?? 0] ?? [0, 0, 0, 0]
    const isLikely = bit === likely[context]
    a -= qe
    if (isLikely && (a & 0x8000) !== 0) {
      c += qe
      return
    }
    // The larger of the two intervals goes to the likely symbol (conditional exchange, figures E.5 and E.6).
    if (isLikely === a < qe) a = qe
    else c += qe
    if (!isLikely && change === 1) likely[context] = bit
    stateOf[context] = isLikely ? afterLikely : afterUnlikely
    renormalise()
  }

  function finish(): Buffer {
    const top = c + a
    c |= 0xffff
    if (c >= top) c -= 0x8000
    for (let i = 0; i < 2; i++) {
      c *= 2 ** room
      byteOut()
    }
    if (bytes.at(-1) !== 0xff) bytes.push(0xff)
    bytes.push(0xac)
    return Buffer.from(bytes.slice(1))
  }

  return { encode, finish }
}
