import { expect, type Page } from '@playwright/test'
import type { PageBoxes } from '../../contract/document.ts'

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The marks on the page that is shown, in points of that page. */
export async function marksOnPage(
  page: Page,
  points: { readonly width: number; readonly height: number },
): Promise<readonly Rectangle[]> {
  const sheet = await page.getByTestId('page').first().boundingBox()
  if (!sheet) throw new Error('No page is shown.')
  const marks = await page.getByTestId('highlight').all()
  const boxes = await Promise.all(marks.map((mark) => mark.boundingBox()))
  const [right, down] = [points.width / sheet.width, points.height / sheet.height]
  return boxes
    .filter((box) => box !== null)
    .map((box) => ({
      x: (box.x - sheet.x) * right,
      y: (box.y - sheet.y) * down,
      width: box.width * right,
      height: box.height * down,
    }))
}

/** Each mark lies where the assistant says that the words lie; a small page rounds to more points. */
export async function expectMarksAt(page: Page, boxes: PageBoxes, withinPoints = 2): Promise<void> {
  const marks = await marksOnPage(page, boxes)
  expect(marks.length).toBe(boxes.boxes.length)
  for (const [at, mark] of marks.entries())
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(Math.abs(mark[side] - (boxes.boxes[at]?.[side] ?? 0)), `${side} of mark ${at}`).toBeLessThan(withinPoints)
}

/** Shares of the pixels under the first mark, as the screen shows them. */
export async function coloursUnderMark(page: Page): Promise<{ readonly yellow: number; readonly dark: number }> {
  const mark = page.getByTestId('highlight').first()
  await mark.scrollIntoViewIfNeeded()
  return shares(page, (await mark.screenshot()).toString('base64'))
}

/** How much of a picture of the page's canvas is dark. */
export async function darkShareOfPage(page: Page): Promise<number> {
  const picture = await page.getByTestId('page').first().locator('canvas').screenshot()
  return (await shares(page, picture.toString('base64'))).dark
}

function shares(page: Page, png: string): Promise<{ yellow: number; dark: number }> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray()
    const count = { yellow: 0, dark: 0 }
    for (let at = 0; at < pixels.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]]
      if (red > 200 && green > 180 && blue < 170) count.yellow += 1
      if (red + green + blue < 330) count.dark += 1
    }
    const all = pixels.length / 4
    return { yellow: count.yellow / all, dark: count.dark / all }
  }, png)
}
