import { TARGET } from './text/text-context.ts'
import type { Turn } from './view-kind.ts'

/** What scrolls the pages: the whole column, or what lies below something said of them. */
// oxlint-disable-next-line consilium/no-bare-text -- a selector
export const SCROLLING_COLUMN = '.viewer-column, aside'

/** Names a part of a document (a page, some lines of a text) that its anchors can lie in: `page 6`, `text 1200`. */
export const PLACE = 'data-place'

/** How a drawn place lies. */
export const TURN = 'data-turn'

/** A point of a document, and where it is seen. */
export type Anchor = {
  readonly place: string
  /** In shares of its place, before that is turned. */
  readonly x: number
  readonly y: number
  /** How far down what is seen of the column, as a share of its height. */
  readonly down: number
  /** Whether it is the words that one went to. */
  readonly isAim: boolean
}

export type Seen = { readonly top: number; readonly bottom: number }

type Point = { readonly x: number; readonly y: number }

/** What the column shows of its pages: all below the tools, which lie over it. */
export function seenOf(viewer: HTMLElement, column: HTMLElement): Seen {
  const { top, bottom } = column.getBoundingClientRect()
  const tools = viewer.querySelector('.viewer-tools')?.getBoundingClientRect()
  return { top: Math.max(top, tools?.bottom ?? top), bottom: Math.min(bottom, window.innerHeight) }
}

/** What one wants to see of a page: the words that were found or led to, or the cited ones. */
export type Aim = { readonly page: number | null; readonly mark: 'current' | 'cited' }

export function findAim(viewer: HTMLElement, { page, mark }: Aim): HTMLElement | null {
  const onPage = page === null ? '' : `[data-page="${page}"] `
  return viewer.querySelector<HTMLElement>(`${onPage}.box-mark.${mark}, ${onPage}[${TARGET}]`)
}

/** The anchor of the words that one went to. */
export function aimAnchor(aim: HTMLElement, seen: Seen): Anchor | null {
  const { left, top, width, height } = aim.getBoundingClientRect()
  const place = aim.closest<HTMLElement>(`[${PLACE}]`)
  return place && anchorIn(place, { x: left + width / 2, y: top + height / 2 }, seen, true)
}

/** The anchor where a page begins: in the upper half of what is seen it stays there, else it goes to the top. */
export function beginningAnchor(viewer: HTMLElement, page: number, seen: Seen): Anchor | null {
  const place = viewer.querySelector<HTMLElement>(`[${PLACE}="page ${page}"]`)
  if (!place) return null
  const { left, width, top } = place.getBoundingClientRect()
  const anchor = anchorIn(place, { x: left + width / 2, y: top }, seen, false)
  return anchor.down >= 0 && anchor.down < 0.5 ? anchor : { ...anchor, down: 0 }
}

/** The anchor in the middle of what is seen, in the smallest place there. */
export function middleAnchor(viewer: HTMLElement, seen: Seen): Anchor | null {
  const middle = (seen.top + seen.bottom) / 2
  let best: { readonly place: HTMLElement; readonly far: number; readonly height: number } | null = null
  for (const place of viewer.querySelectorAll<HTMLElement>(`[${PLACE}]`)) {
    const { top, bottom, height } = place.getBoundingClientRect()
    const far = Math.max(0, top - middle, middle - bottom)
    if (best === null || far < best.far || (far === best.far && height < best.height)) best = { place, far, height }
  }
  if (best === null) return null
  const { left, top, right, bottom } = best.place.getBoundingClientRect()
  return anchorIn(best.place, { x: (left + right) / 2, y: Math.min(bottom, Math.max(top, middle)) }, seen, false)
}

function anchorIn(place: HTMLElement, point: Point, seen: Seen, isAim: boolean): Anchor {
  const { left, top, width, height } = place.getBoundingClientRect()
  const share = { x: (point.x - left) / (width || 1), y: (point.y - top) / (height || 1) }
  return {
    place: place.getAttribute(PLACE) ?? '',
    ...unturned(share, turnOf(place)),
    down: (point.y - seen.top) / (seen.bottom - seen.top),
    isAim,
  }
}

/** Where an anchor is now, from the top of the window; null where its place is not there. */
export function heightOf(viewer: HTMLElement, anchor: Anchor): number | null {
  const place = viewer.querySelector<HTMLElement>(`[${PLACE}="${anchor.place}"]`)
  if (!place) return null
  const { top, height } = place.getBoundingClientRect()
  return top + turned(anchor, turnOf(place)).y * height
}

/** The page that a place is of, or lies on; null for a text without pages. */
export function pageOfAnchor(viewer: HTMLElement, { place }: Anchor): number | null {
  const element = viewer.querySelector(`[${PLACE}="${place}"]`)
  const page = (element?.closest('[data-page]') ?? element?.querySelector('[data-page]'))?.getAttribute('data-page')
  return page ? Number(page) : null
}

function turnOf(place: HTMLElement): Turn {
  return Number(place.getAttribute(TURN) ?? 0) as Turn
}

/** Where a point of a page is once the page is turned to the right so often; both in shares. */
export function turned({ x, y }: Point, turn: Turn): Point {
  return [
    { x, y },
    { x: 1 - y, y: x },
    { x: 1 - x, y: 1 - y },
    { x: y, y: 1 - x },
  ][turn] as Point
}

/** The point of the page that lies there while it is turned. */
export function unturned(point: Point, turn: Turn): Point {
  return turned(point, ((4 - turn) % 4) as Turn)
}
