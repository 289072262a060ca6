import { createMqEncoder } from './mq-encoder.ts'

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
