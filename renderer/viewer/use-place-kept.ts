import { useEffectEvent, useLayoutEffect, useRef } from 'react'
import { type Aim, SCROLLING_COLUMN } from './anchors.ts'
import { createPlaceKeeper, type PlaceKeeper } from './place-keeper.ts'

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
