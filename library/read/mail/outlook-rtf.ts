import { decompressRTF } from '@kenjiuno/decompressrtf'
import { damagedFailure } from '../read-failure.ts'

const HEAD_BYTES = 16
/** A pair of bytes repeats up to 17, and each eight pairs have one byte of flags. */
const LARGEST_RATIO = 9

/** The decoder works on arrays of numbers. */
const LARGEST_BYTES = 20_000_000

/** The RTF of an Outlook message. Throws `ReadFailedError` where its sizes are no sizes of such a text. */
export function outlookRtf(compressed: Uint8Array): Buffer {
  const bytes = Buffer.from(compressed.buffer, compressed.byteOffset, compressed.length)
  // The decoder runs to the sizes that the text claims.
  const isSound =
    bytes.length >= HEAD_BYTES &&
    bytes.length <= LARGEST_BYTES &&
    bytes.readUInt32LE(0) <= bytes.length - 4 &&
    bytes.readUInt32LE(4) <= bytes.length * LARGEST_RATIO
  if (!isSound) throw damagedFailure('its formatted text cannot be unpacked')
  try {
    return Buffer.from(decompressRTF([...bytes]))
  } catch (error) {
    throw damagedFailure('its formatted text cannot be unpacked', error)
  }
}
