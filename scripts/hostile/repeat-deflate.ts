import { constants, crc32, deflateRawSync } from 'node:zlib'
import type { DeflatedData } from '../write-zip.ts'

/** What a bomb inflates to: `before`, then `unit` so many `times`, then `after`. */
export type Repeated = {
  readonly before?: Buffer
  readonly unit: Buffer
  readonly times: number
  readonly after?: Buffer
}

/**
 * Deflates a long repetition without ever holding it: each part is compressed once and ended by a full flush, so that its
 * compressed bytes may simply be repeated. A 1 GiB bomb takes milliseconds.
 */
export function repeatDeflate(repeated: Repeated): DeflatedData {
  const { before = Buffer.alloc(0), unit, times, after = Buffer.alloc(0) } = repeated
  const unitDeflated = flushed(unit)
  const deflated = [flushed(before), ...Array<Buffer>(times).fill(unitDeflated), deflateRawSync(after, { level: 9 })]
  let crc = crc32(before)
  for (let i = 0; i < times; i++) crc = crc32(unit, crc)
  const size = before.length + unit.length * times + after.length
  return { deflated: Buffer.concat(deflated), size, crc: crc32(after, crc) }
}

/** The same in zlib's wrapping, as PDF's FlateDecode wants it, for `size` zero bytes (a multiple of 16 MiB). */
export function zeroBomb(size: number): Buffer {
  const unit = Buffer.alloc(16 * 1024 * 1024)
  const blocks = Array<Buffer>(size / unit.length).fill(flushed(unit))
  const adler = Buffer.alloc(4)
  adler.writeUInt16BE(size % 65521, 0) // Adler-32 of n zeros: the low sum stays 1, the high sum is n
  adler.writeUInt16BE(1, 2)
  return Buffer.concat([Buffer.from('78da', 'hex'), ...blocks, deflateRawSync(Buffer.alloc(0)), adler])
}

function flushed(bytes: Buffer): Buffer {
  return deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_FULL_FLUSH })
}
