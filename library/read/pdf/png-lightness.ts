import { inflateSync } from 'node:zlib'

export type Lightness = {
  readonly width: number
  readonly height: number
  /** 0 (black) to 255 (white), row by row. */
  readonly values: Uint8Array
}

const HEADER_BYTES = 8
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 }

/** Decodes a PNG as the renderer writes it: 8 bits a channel, not interlaced. Throws on any other. */
export function pngLightness(png: Buffer): Lightness {
  const packed: Buffer[] = []
  for (let at = HEADER_BYTES; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const [width, height, depth, colour, interlace] = [
    png.readUInt32BE(16),
    png.readUInt32BE(20),
    png[24],
    png[25]!,
    png[28],
  ]
  const channels = CHANNELS[colour]
  if (depth !== 8 || interlace !== 0 || channels === undefined)
    throw new TypeError(
      `expected a PNG of 8 bits a channel, got depth ${depth}, colour ${colour}, interlace ${interlace}`,
    )
  const rows = inflateSync(Buffer.concat(packed), { maxOutputLength: (width * channels + 1) * height })
  const values = new Uint8Array(width * height)
  const stride = width * channels
  let above: Uint8Array = new Uint8Array(stride)
  for (let row = 0; row < height; row += 1) {
    const line = rows.subarray(row * (stride + 1) + 1, (row + 1) * (stride + 1))
    unfilter(rows[row * (stride + 1)]!, line, above, channels)
    for (let column = 0; column < width; column += 1)
      values[row * width + column] = lightness(line, column * channels, channels)
    above = line
  }
  return { width, height, values }
}

/** Undoes the filter of a row in place (PNG specification, section 9). */
function unfilter(filter: number, line: Uint8Array, above: Uint8Array, channels: number): void {
  if (filter === 0) return
  for (let at = 0; at < line.length; at += 1) {
    const left = at >= channels ? line[at - channels]! : 0
    const up = above[at]!
    const corner = at >= channels ? above[at - channels]! : 0
    line[at]! += filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner)
  }
}

function paeth(left: number, up: number, corner: number): number {
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}

function lightness(line: Uint8Array, at: number, channels: number): number {
  if (channels < 3) return line[at]!
  return (line[at]! * 54 + line[at + 1]! * 183 + line[at + 2]! * 19) >> 8
}
