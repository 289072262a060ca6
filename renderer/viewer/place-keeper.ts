import {
  type Aim,
  type Anchor,
  aimAnchor,
  beginningAnchor,
  findAim,
  heightOf,
  middleAnchor,
  pageOfAnchor,
  type Seen,
  seenOf,
} from './anchors.ts'

/** Holds an anchor of a document where it is seen, while its pages come and change their sizes. */
export interface PlaceKeeper {
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
export function createPlaceKeeper(
  viewer: HTMLElement,
  column: HTMLElement,
  onSee: (page: number) => void,
): PlaceKeeper {
  let anchor: Anchor | null = null
  let wanted: Aim = { page: null, mark: 'cited' }
  /** Whether the words that one goes to are still waited for, or followed where they turn up anew. */
  let isFollowing = false
  let aimed: HTMLElement | null = null
  const across = createAcross(viewer)
  let held = positionOf(viewer, column)

  const hold = () => {
    // What was scrolled in the same moment stays scrolled: a page that is drawn just then takes nobody back.
    const scrolled = scrolledBetween(held, positionOf(viewer, column))
    if (scrolled.across) across.see()
    if (scrolled.down) isFollowing = false
    const aim = findAim(viewer, wanted)
    if (isFollowing && aim && aim !== aimed) {
      aimed = aim
      aim.scrollIntoView({ block: 'center', inline: 'nearest' })
      anchor = aimAnchor(aim, seenOf(viewer, column))
    }
    // Until the page is there, nothing is held.
    if (isFollowing && anchor === null && wanted.page !== null)
      anchor = beginningAnchor(viewer, wanted.page, seenOf(viewer, column))
    across.hold()
    if (anchor) {
      scrollTo(viewer, column, anchor, aim)
      column.scrollTop += scrolled.down
    } else if (!isFollowing) anchor = middleAnchor(viewer, seenOf(viewer, column))
    if (aim && anchor?.isAim && !scrolled.across) across.show(aim)
    held = positionOf(viewer, column)
    if (scrolled.down || scrolled.across) see()
  }

  /** From where a person scrolled to, the document is held from then on. */
  const see = () => {
    isFollowing = false
    const seen = seenOf(viewer, column)
    const aim = findAim(viewer, wanted)
    anchor = aim && isSeen(aim, seen) ? aimAnchor(aim, seen) : middleAnchor(viewer, seen)
    const shown = anchor && pageOfAnchor(viewer, anchor)
    if (shown === null || shown === wanted.page) return
    wanted = { ...wanted, page: shown }
    onSee(shown)
  }

  const hear = () => {
    const now = positionOf(viewer, column)
    if (now.layout !== held.layout) return hold()
    const scrolled = scrolledBetween(held, now)
    if (scrolled.across) across.see()
    if (!scrolled.down && !scrolled.across) return
    held = now
    see()
  }

  /** Who turns to what lies beside the pages, such as a note to be written, sees that from then on. */
  const turn = ({ target }: FocusEvent) => {
    if (!(target instanceof Element) || !target.closest(BESIDE)) return
    isFollowing = false
    anchor = null
  }

  return {
    close: watch(viewer, column, { hold, hear, turn }),
    hold,
    go(to) {
      wanted = to
      isFollowing = true
      aimed = null
      anchor = null
      // What was scrolled before no longer counts.
      held = positionOf(viewer, column)
      hold()
    },
  }
}

function scrollTo(viewer: HTMLElement, column: HTMLElement, to: Anchor, aim: HTMLElement | null): void {
  const seen = seenOf(viewer, column)
  const now = to.isAim && aim ? middleOf(aim) : heightOf(viewer, to)
  if (now === null) return
  const down = to.isAim ? Math.min(1 - EDGE, Math.max(EDGE, to.down)) : to.down
  column.scrollTop += now - (seen.top + down * (seen.bottom - seen.top))
}

type Heard = { hold(): void; hear(): void; turn(event: FocusEvent): void }

/** Calls `hold` after every other layout, `hear` when something was scrolled, `turn` when something is focused; ends with what it returns. */
function watch(viewer: HTMLElement, column: HTMLElement, { hold, hear, turn }: Heard): () => void {
  const resized = new ResizeObserver(hold)
  for (const one of [viewer, column]) resized.observe(one)
  const changed = new MutationObserver(hold)
  changed.observe(viewer, { childList: true, subtree: true, attributes: true, attributeFilter: ['style', 'class'] })
  // Captured, since the scrolling of a frame within the column does not bubble.
  column.addEventListener('scroll', hear, { capture: true, passive: true })
  viewer.addEventListener('focusin', turn)
  return () => {
    resized.disconnect()
    changed.disconnect()
    column.removeEventListener('scroll', hear, { capture: true })
    viewer.removeEventListener('focusin', turn)
  }
}

function frameOf(viewer: HTMLElement): HTMLElement | null {
  return viewer.querySelector<HTMLElement>('.sheet-frame')
}

/** How the column is scrolled, and all sizes on which that depends. */
function positionOf(viewer: HTMLElement, column: HTMLElement): Position {
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

/** CSS pixels: where it is, and the furthest that it goes. */
type Scroll = { readonly at: number; readonly most: number }

type Position = {
  readonly down: Scroll
  readonly across: Scroll
  readonly frame: HTMLElement | null
  readonly layout: string
}

/** How far a person scrolled; a layout itself moves only what it leaves no room for, and what it makes anew. */
function scrolledBetween(before: Position, now: Position): { readonly down: number; readonly across: number } {
  const by = (one: Scroll, other: Scroll) => {
    const way = other.at - one.at
    const isClamped = way < 0 && one.at > other.most && other.at >= other.most - SLACK
    return Math.abs(way) <= SLACK || isClamped ? 0 : way
  }
  return {
    down: by(before.down, now.down),
    across: before.frame === now.frame ? by(before.across, now.across) : 0,
  }
}

/** Where one is across pages that are wider than the column: in their middle at first, where the text is. */
function createAcross(viewer: HTMLElement) {
  let middle = 0.5
  return {
    hold() {
      const frame = frameOf(viewer)
      if (frame) frame.scrollLeft = middle * frame.scrollWidth - frame.clientWidth / 2
    },
    see() {
      const frame = frameOf(viewer)
      if (frame) middle = (frame.scrollLeft + frame.clientWidth / 2) / frame.scrollWidth
    },
    /** Moves the pages no further than the words need. */
    show(aim: HTMLElement) {
      const frame = frameOf(viewer)
      if (!frame) return
      const [around, inside] = [frame.getBoundingClientRect(), aim.getBoundingClientRect()]
      const left = Math.min(0, inside.left - around.left - SLACK)
      const right = Math.max(0, inside.right - around.right + SLACK)
      frame.scrollLeft += left || right
    },
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
