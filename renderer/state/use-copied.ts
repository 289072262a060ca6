import { useState } from 'react'
import { t } from '../../wording/translate.ts'

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

/** Copies text and says for a moment what became of it. `first` is what the button says else. */
export function useCopied(first: string): readonly [words: string, copy: (text: () => Promise<string | null>) => void] {
  const [told, tell] = useTold(first)
  const copy = async (text: () => Promise<string | null>) => {
    try {
      const words = await text()
      if (words === null) return tell(t('window.copying.selectFirst'))
      await navigator.clipboard.writeText(words)
      tell(t('window.copying.copied'))
    } catch {
      tell(t('window.copying.notCopied'))
    }
  }
  return [told, (text) => void copy(text)]
}
