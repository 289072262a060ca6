import { useState } from 'react'

const TOLD_MS = 2500

/** What a button says: `usual`, but for a moment what it was told. */
export function useTold(usual: string): readonly [words: string, tell: (words: string) => void] {
  const [told, setTold] = useState<string | null>(null)
  const tell = (words: string) => {
    setTold(words)
    setTimeout(() => setTold(null), TOLD_MS)
  }
  return [told ?? usual, tell]
}
