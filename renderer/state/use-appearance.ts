import { useEffect } from 'react'
import type { Settings } from '../../contract/application.ts'

/** Puts the theme and the size of the text on the page; without settings the system's are kept. */
export function useAppearance(settings: Settings | null): void {
  const theme = settings?.appearance ?? 'system'
  const scale = settings?.textScale ?? 1
  useEffect(() => {
    const root = document.documentElement
    if (theme === 'system') delete root.dataset.theme
    else root.dataset.theme = theme
    root.style.fontSize = `${scale * 100}%`
  }, [theme, scale])
}
