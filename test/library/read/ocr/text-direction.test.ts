import { describe, expect, test } from 'vitest'
import type { GrayImage } from '../../../../library/read/ocr/gray-image.ts'
import { textDirection, turnImage } from '../../../../library/read/ocr/text-direction.ts'
import { randomBytes, seededRandom } from '../../../../scripts/seeded-random.ts'

describe('the direction of text', () => {
  test.each([-5, -3.3, -0.8, 0, 0.4, 2, 5])('is known to a fifth of a degree: %s', (degrees) => {
    const found = textDirection(turnImage(linesOfWords(), 0, -degrees).image)
    expect(found?.sideways).toBe(false)
    expect(found?.skewDegrees).toBeCloseTo(degrees, 0.7)
  })

  test.each([-4, 0, 3])('is known when the page lies on its side, skewed by %s', (degrees) => {
    const found = textDirection(turnImage(linesOfWords(), 1, -degrees).image)
    expect(found?.sideways).toBe(true)
    expect(found?.skewDegrees).toBeCloseTo(degrees, 0.7)
  })

  test('is known of white print on black', () => {
    const { width, height, pixels } = linesOfWords()
    const found = textDirection({ width, height, pixels: pixels.map((value) => 255 - value) })
    expect(found).toEqual({ sideways: false, skewDegrees: 0 })
  })

  test('is null on an empty sheet, also one with the grain of paper', () => {
    const [width, height] = [600, 800]
    expect(textDirection({ width, height, pixels: new Uint8Array(width * height).fill(255) })).toBeNull()
    const grain = Uint8Array.from(randomBytes(width * height, 3), (value) => 236 + (value & 15))
    expect(textDirection({ width, height, pixels: grain })).toBeNull()
  })
})

/** Dark strokes in lines, of words of all lengths, ragged on the right. */
function linesOfWords(): GrayImage {
  const [width, height] = [900, 1200]
  const pixels = new Uint8Array(width * height).fill(250)
  const random = seededRandom(5)
  for (let line = 0; line < 36; line += 1)
    for (let x = 80; x < 820 - (line % 5) * 40; x += 5 + Math.floor(random() * 9))
      for (let y = 0; y < 14; y += 1)
        for (let stroke = 0; stroke < 4; stroke += 1) pixels[(60 + line * 30 + y) * width + x + stroke] = 20
  return { width, height, pixels }
}
