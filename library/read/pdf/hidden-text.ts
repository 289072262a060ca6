import type { ParsedPage, ScreenshotResult, TextItem } from '@llamaindex/liteparse'
import { type Lightness, pngLightness } from './png-lightness.ts'

/** Between the lightest and the darkest point of a line of print, 0 to 255. Pale grey on white is still read at 30. */
const LEAST_CONTRAST = 20
/** Sums of red, green and blue, 0 to 765: what is blacked out, and what is painted over in white. */
const DARK = 150
const WHITE = 735
/** A larger area is the background of the page. */
const LARGEST_COVER_SHARE = 0.5
export type HiddenText = {
  /** What is kept out of the text. */
  readonly items: ReadonlySet<TextItem>
  /** Nothing of the page can be seen: the picture is doubted, and all of the text is kept. */
  readonly isAll: boolean
}

/**
 * The text of a page that leaves no trace in its picture: invisible, white on white, behind a cover, clipped away, in a
 * layer that is off. Instructions planted in a document travel so.
 */
export function hiddenText(page: ParsedPage, screenshot: ScreenshotResult): HiddenText {
  const picture = pngLightness(screenshot.imageBuffer)
  const items = page.textItems.filter(({ text }) => text.trim() !== '')
  const hidden = items.filter((item) => !isSeen(item, page, picture))
  const isAll = hidden.length === items.length
  return { items: new Set(isAll ? [] : hidden), isAll }
}

/**
 * Whether black or white areas lie where text stands, over it or under it, which only the picture tells; or text crosses
 * the edge of the page, where it may be cut away.
 */
export function mayBeCovered({ vectorGraphics, textItems, width, height }: ParsedPage): boolean {
  if (
    textItems.some((item) => item.x < 0 || item.y < 0 || item.x + item.width > width || item.y + item.height > height)
  )
    return true
  const covers = (vectorGraphics?.shapes ?? []).filter(({ fill, fillColor, bbox }) => {
    const colour = sumOfColours(fillColor)
    const isCovering = fill && colour !== undefined && (colour < DARK || colour > WHITE)
    return isCovering && bbox.width * bbox.height < width * height * LARGEST_COVER_SHARE
  })
  return covers.some(({ bbox }) =>
    textItems.some((item) => {
      const [x, y] = [item.x + item.width / 2, item.y + item.height / 2]
      return x > bbox.x && x < bbox.x + bbox.width && y > bbox.y && y < bbox.y + bbox.height
    }),
  )
}

/** Of eight hexadecimal digits, alpha first. */
function sumOfColours(colour: string | undefined): number | undefined {
  if (colour === undefined) return undefined
  return [2, 4, 6].reduce((sum, at) => sum + Number.parseInt(colour.slice(at, at + 2), 16), 0)
}

function isSeen(item: TextItem, page: ParsedPage, { width, height, values }: Lightness): boolean {
  const scale = width / page.width
  const [left, right] = [Math.floor(item.x * scale), Math.ceil((item.x + item.width) * scale)]
  const [top, bottom] = [Math.floor(item.y * scale), Math.ceil((item.y + item.height) * scale)]
  let [darkest, lightest] = [255, 0]
  for (let row = Math.max(0, top); row < Math.min(height, bottom); row += 1) {
    for (let column = Math.max(0, left); column < Math.min(width, right); column += 1) {
      const value = values[row * width + column]!
      darkest = Math.min(darkest, value)
      lightest = Math.max(lightest, value)
    }
    if (lightest - darkest >= LEAST_CONTRAST) return true
  }
  return false
}
