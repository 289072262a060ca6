import { describe, expect, test } from 'vitest'
import { turnImage } from '../../../../library/read/ocr/text-direction.ts'

const image = { width: 3, height: 2, pixels: Uint8Array.of(1, 2, 3, 4, 5, 6) }

describe('turning a page', () => {
  test('by quarters moves every pixel and changes none', () => {
    expect([...turnImage(image, 1, 0).image.pixels]).toEqual([4, 1, 5, 2, 6, 3])
    expect([...turnImage(image, 2, 0).image.pixels]).toEqual([6, 5, 4, 3, 2, 1])
    expect([...turnImage(image, 3, 0).image.pixels]).toEqual([3, 6, 2, 5, 1, 4])
    expect(turnImage(image, 4, 0).image).toBe(image)
  })

  test('knows where a box was before, and where it is after', () => {
    const { boxBefore, boxAfter } = turnImage(image, 1, 0)
    // The lower left pixel became the upper left one.
    expect(boxBefore({ x: 0, y: 0, width: 1, height: 1 })).toEqual({ x: 0, y: 1, width: 1, height: 1 })
    expect(boxAfter({ x: 0, y: 1, width: 1, height: 1 })).toEqual({ x: 0, y: 0, width: 1, height: 1 })
  })

  test('loses no corner when it takes out a skew', () => {
    const sheet = { width: 400, height: 300, pixels: new Uint8Array(120_000).fill(255) }
    sheet.pixels.fill(0, 0, 30)
    const { image: turned, boxBefore } = turnImage(sheet, 0, 4)
    const dark = turned.pixels.findIndex((value) => value < 128)
    const corner = boxBefore({ x: dark % turned.width, y: Math.floor(dark / turned.width), width: 1, height: 1 })
    expect(corner.y).toBeGreaterThan(-2)
    expect(corner.y).toBeLessThan(2)
    expect(turned.pixels.filter((value) => value < 128).length).toBeGreaterThan(10)
  })

  test('leaves a skew that is not worth the blur', () => {
    expect(turnImage(image, 0, 0.1).image).toBe(image)
  })
})
