import { useEffect, useEffectEvent } from 'react'
import type { ViewerPlace } from '../use-viewer-place.ts'
import type { Search } from './use-search.ts'

/** Goes to the place that was found, as one types and with every step. */
export function useFollowHits({ isOpen, hits, at, steps }: Search, place: ViewerPlace): void {
  const current = isOpen ? hits?.[at] : undefined
  const going = current ? `${current.start} ${current.end} ${steps}` : null
  const follow = useEffectEvent((_going: string) => {
    if (current) place.jump(current.page ?? place.page, current.start)
  })
  useEffect(() => {
    if (going !== null) follow(going)
  }, [going])
}
