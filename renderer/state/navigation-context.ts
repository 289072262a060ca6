import { createContext, use, useCallback, useEffect, useState } from 'react'
import { FIRST_PLACE, type Place, readPlace } from './place.ts'

export const NavigationContext = createContext<Navigation | null>(null)

export function useNavigation(): Navigation {
  const navigation = use(NavigationContext)
  if (!navigation) throw new Error('Expected a NavigationContext above this component.')
  return navigation
}

type Navigation = {
  readonly place: Place
  /** Goes there, as a step that the browser's Back undoes; what is not named stays as it is. */
  go(to: Partial<Place>): void
  /** Corrects where one is, without a step. */
  replace(to: Partial<Place>): void
}

/** Where the window is, kept in the history entry: Back, Forward and a reload work. */
export function usePlace(): Navigation {
  const [place, setPlace] = useState<Place>(() => readPlace(history.state) ?? FIRST_PLACE)
  useEffect(() => {
    const back = (event: PopStateEvent) => setPlace(readPlace(event.state) ?? FIRST_PLACE)
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])
  const go = useCallback((to: Partial<Place>) => {
    const next = { ...(readPlace(history.state) ?? FIRST_PLACE), ...to }
    history.pushState({ place: next }, '')
    setPlace(next)
  }, [])
  const replace = useCallback((to: Partial<Place>) => {
    const next = { ...(readPlace(history.state) ?? FIRST_PLACE), ...to }
    history.replaceState({ place: next }, '')
    setPlace(next)
  }, [])
  return { place, go, replace }
}
