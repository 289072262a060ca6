import { t } from '../../wording/translate.ts'
import { useTold } from './use-told.ts'

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
