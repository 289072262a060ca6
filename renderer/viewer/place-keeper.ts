import {
  type Aim,
  aimAnchor,
  type Anchor,
  beginningAnchor,
  findAim,
  heightOf,
  middleAnchor,
  pageOfAnchor,
  SCROLLING_COLUMN,
  type Seen,
  seenOf,
} from './anchors.ts'
import { useEffectEvent, useLayoutEffect, useRef } from 'react'

/** Holds an anchor of a document where it is seen, while its pages come and change their sizes. */
interface PlaceKeeper {
  /** To what one wants to see, once it is there; the keeper follows it until a person scrolls. */
  go(aim: Aim): void
  hold(): void
  close(): void
}

/** The words that one went to are not left at the very edge, where they would be cut. */
const EDGE = 0.1

/** What lies below the pages, or beside them, and is scrolled with them. */
const BESIDE = '.viewer-beside'

/** CSS pixels that rounding may move what is scrolled. */
const SLACK = 2

/** `onSee` tells the page that a person scrolled into view. */
function createPlaceKeeper(viewer: HTMLElement, column: HTMLElement, onSee: (page: number) => void): PlaceKeeper {
  let anchor: Anchor | null = null
  let wanted: Aim = { page: null, mark: 'cited' }
  /** Whether the words that one goes to are still waited for, or followed where they turn up anew. */
  let isFollowing = false
  let aimed: HTMLElement | null = null
  const scrolling = createScrolling(viewer, column)

  /** Until the words or the page that one goes to are there, nothing is held. */
  const follow = (aim: HTMLElement | null) => {
    if (aim && aim !== aimed) {
      aim.scrollIntoView({ block: 'center', inline: 'nearest' })
      anchor = aimAnchor(aim, seenOf(viewer, column))
      aimed = aim
    }
    if (wanted.page !== null) anchor ??= beginningAnchor(viewer, wanted.page, seenOf(viewer, column))
  }

  const hold = () => {
    // What was scrolled in the same moment stays scrolled: a page that is drawn just then takes nobody back.
    const by = scrolling.by()
    const aim = findAim(viewer, wanted)
    if (by.down) isFollowing = false
    if (isFollowing) follow(aim)
    scrolling.holdAcross()
    if (anchor) scrollTo(viewer, column, anchor, aim, by.down)
    else if (!isFollowing) anchor = middleAnchor(viewer, seenOf(viewer, column))
    if (aim && anchor?.isAim && !by.across) scrolling.showAcross(aim)
    if (by.down || by.across) see()
    else scrolling.know()
  }

  /** From where a person scrolled to, the document is held from then on. */
  const see = () => {
    scrolling.know()
    isFollowing = false
    anchor = anchorInView(viewer, findAim(viewer, wanted), seenOf(viewer, column))
    const shown = anchor && pageOfAnchor(viewer, anchor)
    if (shown === null || shown === wanted.page) return
    wanted = { ...wanted, page: shown }
    onSee(shown)
  }

  /** Who turns to what lies beside the pages, such as a note to be written, sees that from then on. */
  const turn = () => {
    isFollowing = false
    anchor = null
  }

  return {
    close: watch(viewer, column, { scrolling, hold, see, turn }),
    hold,
    go(to) {
      wanted = to
      isFollowing = true
      aimed = null
      anchor = null
      // What was scrolled before no longer counts.
      scrolling.know()
      hold()
    },
  }
}

/** The words that one went to while they are seen, else the middle. */
function anchorInView(viewer: HTMLElement, aim: HTMLElement | null, seen: Seen): Anchor | null {
  return aim && isSeen(aim, seen) ? aimAnchor(aim, seen) : middleAnchor(viewer, seen)
}

/** Scrolls to an anchor, and `further` CSS pixels from it. */
function scrollTo(
  viewer: HTMLElement,
  column: HTMLElement,
  to: Anchor,
  aim: HTMLElement | null,
  further: number,
): void {
  const seen = seenOf(viewer, column)
  const now = to.isAim && aim ? middleOf(aim) : heightOf(viewer, to)
  if (now === null) return
  const down = to.isAim ? Math.min(1 - EDGE, Math.max(EDGE, to.down)) : to.down
  column.scrollTop += now - (seen.top + down * (seen.bottom - seen.top)) + further
}

type Heard = { readonly scrolling: Scrolling; hold(): void; see(): void; turn(): void }

/** Calls `hold` after every other layout, `see` when a person scrolled, `turn` when something beside the pages is focused; ends with what it returns. */
function watch(viewer: HTMLElement, column: HTMLElement, { scrolling, hold, see, turn }: Heard): () => void {
  const resized = new ResizeObserver(hold)
  for (const one of [viewer, column]) resized.observe(one)
  const changed = new MutationObserver(hold)
  changed.observe(viewer, { childList: true, subtree: true, attributes: true, attributeFilter: ['style', 'class'] })
  const scrolled = () => {
    const by = scrolling.by()
    if (by.isOtherLayout) hold()
    else if (by.down || by.across) see()
  }
  const focused = ({ target }: FocusEvent) => {
    if (target instanceof Element && target.closest(BESIDE)) turn()
  }
  // Captured, since the scrolling of a frame within the column does not bubble.
  column.addEventListener('scroll', scrolled, { capture: true, passive: true })
  viewer.addEventListener('focusin', focused)
  return () => {
    resized.disconnect()
    changed.disconnect()
    column.removeEventListener('scroll', scrolled, { capture: true })
    viewer.removeEventListener('focusin', focused)
  }
}

function frameOf(viewer: HTMLElement): HTMLElement | null {
  return viewer.querySelector<HTMLElement>('.sheet-frame')
}

type Scrolling = ReturnType<typeof createScrolling>

/**
 * Tells a person's scrolling from that of the keeper and of another layout, and keeps where one is across pages that are wider
 * than the column: in their middle at first, where the text is.
 */
function createScrolling(viewer: HTMLElement, column: HTMLElement) {
  let known = positionOf(viewer, column)
  let middle = 0.5
  return {
    /** What is scrolled now, the keeper knows of. */
    know() {
      known = positionOf(viewer, column)
    },
    /** How far a person scrolled since, in CSS pixels, and whether the layout is another one by now. */
    by() {
      const now = positionOf(viewer, column)
      const { frame } = now
      // A frame that was made anew begins at its beginning.
      const across = known.frame === frame ? scrolledBy(known.across, now.across) : 0
      if (across && frame) middle = (frame.scrollLeft + frame.clientWidth / 2) / frame.scrollWidth
      return { down: scrolledBy(known.down, now.down), across, isOtherLayout: known.layout !== now.layout }
    },
    holdAcross() {
      const frame = frameOf(viewer)
      if (frame) frame.scrollLeft = middle * frame.scrollWidth - frame.clientWidth / 2
    },
    /** Moves the pages no further than the words need. */
    showAcross(aim: HTMLElement) {
      const frame = frameOf(viewer)
      if (!frame) return
      const [around, inside] = [frame.getBoundingClientRect(), aim.getBoundingClientRect()]
      const left = Math.min(0, inside.left - around.left - SLACK)
      const right = Math.max(0, inside.right - around.right + SLACK)
      frame.scrollLeft += left || right
    },
  }
}

/** CSS pixels: where it is, and the furthest that it goes. */
type Scroll = { readonly at: number; readonly most: number }

/** The layout itself moves only what it leaves no room for. */
function scrolledBy(before: Scroll, now: Scroll): number {
  const way = now.at - before.at
  const hasNoRoom = before.at > now.most && now.at >= now.most - SLACK
  return Math.abs(way) <= SLACK || hasNoRoom ? 0 : way
}

/** How the column is scrolled, and all sizes on which that depends. */
function positionOf(viewer: HTMLElement, column: HTMLElement) {
  const frame = frameOf(viewer)
  const sizes = [column, frame].map(
    (one) => one && [one.scrollHeight, one.clientHeight, one.scrollWidth, one.clientWidth],
  )
  return {
    down: { at: column.scrollTop, most: column.scrollHeight - column.clientHeight },
    across: { at: frame?.scrollLeft ?? 0, most: frame ? frame.scrollWidth - frame.clientWidth : 0 },
    frame,
    layout: sizes.join(' '),
  }
}

function middleOf(element: HTMLElement): number {
  const { top, height } = element.getBoundingClientRect()
  return top + height / 2
}

function isSeen(element: HTMLElement, seen: Seen): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= seen.top && bottom <= seen.bottom
}

type Kept = {
  /** Where one is, and what one wants to see there. */
  readonly aim: Aim
  /** A new value goes to the words or the page that one wants to see. */
  readonly going: string
  /** A new value is another look of the same place. */
  readonly look: string
  /** Tells the page that was scrolled into view. */
  readonly onSee: (page: number) => void
}

/**
 * Keeps the place of a document in view while its pages come, are zoomed, turned, or get another width: the words that one
 * went to while they are seen, else the middle of what is seen. Only a person's scrolling leads elsewhere.
 */
export function usePlaceKept(viewer: React.RefObject<HTMLElement | null>, { aim, going, look, onSee }: Kept): void {
  const keeper = useRef<PlaceKeeper | null>(null)
  const see = useEffectEvent(onSee)
  useLayoutEffect(() => {
    const column = viewer.current?.closest<HTMLElement>(SCROLLING_COLUMN)
    if (!viewer.current || !column) return
    keeper.current = createPlaceKeeper(viewer.current, column, see)
    return () => keeper.current?.close()
  }, [viewer])
  const go = useEffectEvent((_going: string) => keeper.current?.go(aim))
  useLayoutEffect(() => go(going), [going])
  const hold = useEffectEvent((_look: string) => keeper.current?.hold())
  useLayoutEffect(() => hold(look), [look])
}
