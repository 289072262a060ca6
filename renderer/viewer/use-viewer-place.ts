import { useState } from 'react'
import type { Target } from './text/text-context.ts'

export type ViewerPlace = {
  /** The page that is shown, or at which the whole document begins. */
  readonly page: number
  /** What is to be brought into view; null after leafing to another page. */
  readonly target: Target | null
  leaf(page: number): void
  /** To a place in the text. */
  jump(page: number, offset: number): void
}

type Moved = { readonly from: string; readonly page: number; readonly target: Target | null }

/** Where one is in a document; forgotten as soon as something else is opened. `first` is where `opened` begins. */
export function useViewerPlace(
  opened: string,
  first: { readonly page: number; readonly offset: number | null },
): ViewerPlace {
  const [moved, setMoved] = useState<Moved | null>(null)
  const isMoved = moved?.from === opened
  const times = (moved?.target?.times ?? 0) + 1
  return {
    page: isMoved ? moved.page : first.page,
    target: isMoved ? moved.target : first.offset === null ? null : { offset: first.offset, times: 0 },
    leaf: (page) => setMoved({ from: opened, page, target: null }),
    jump: (page, offset) => setMoved({ from: opened, page, target: { offset, times } }),
  }
}
