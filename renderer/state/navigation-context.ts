import { createContext, use } from 'react'
import type { Navigation } from './use-place.ts'

export const NavigationContext = createContext<Navigation | null>(null)

export function useNavigation(): Navigation {
  const navigation = use(NavigationContext)
  if (!navigation) throw new Error('Expected a NavigationContext above this component.')
  return navigation
}
