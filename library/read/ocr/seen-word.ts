import type { Box } from './gray-image.ts'

/** A word as it was recognised, in pixels of the image that was looked at. */
export type SeenWord = Box & {
  readonly text: string
  /** 0 to 1, Tesseract's own. */
  readonly confidence: number
}
