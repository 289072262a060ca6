import { damagedFailure, gateFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import { type ImageFacts, imageFacts } from './decode-gray.ts'

/** Throws the gates' failures: the header says how many pixels there will be. */
export async function gatedFacts(bytes: Buffer, frame: number, limits: ReadLimits): Promise<ImageFacts> {
  const found = await imageFacts(bytes, frame).catch((cause: unknown) => {
    throw damagedFailure('it cannot be opened as an image', cause)
  })
  const pixels = found.width * found.height
  if (pixels > limits.imagePixels)
    throw gateFailure(
      'The image is too large',
      { value: pixels, limit: limits.imagePixels, unit: 'pixels' },
      'Save it smaller and add that.',
    )
  return found
}
