/** A page's width by the column's, or so that the whole page is seen. For a text: the size of its letters. */
export type Zoom = number | 'page'

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4] as const

/** As wide as the column without the page's margins: the size at which a page is read. */
export const READING: Zoom = 1.25

/** One step larger or smaller; the same at the ends. */
export function zoomBy(zoom: Zoom, step: 1 | -1): Zoom {
  const now = zoom === 'page' ? 0.9 : zoom
  const next = step > 0 ? STEPS.find((one) => one > now) : STEPS.findLast((one) => one < now)
  return next ?? zoom
}

export function zoomWords(zoom: Zoom): string {
  return zoom === 'page' ? 'whole page' : `${Math.round(100 * zoom)} %`
}
