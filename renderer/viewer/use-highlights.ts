import { useState } from 'react'
import type { DocumentDetail } from '../../contract/document.ts'
import type { Highlight } from '../../contract/highlight.ts'
import { t } from '../../wording/translate.ts'
import { useClient } from '../state/assistant-context.ts'
import { type Action, useAction } from '../state/use-action.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { selectedQuote } from './citation-words.ts'
import type { Reading } from './pages/open-pdf.ts'
import { orderedSpans } from './text/marked-text.tsx'
import type { Span } from './text/text-context.ts'

export type Highlighting = {
  readonly highlights: readonly Highlight[]
  /** Where they stand in the text that is shown. */
  readonly spans: readonly Span[]
  /** The one that was made last, whose note is to be written. */
  readonly justMade: string | null
  /** What the button says: what it does, or for a moment that nothing is selected. */
  readonly words: string
  readonly action: Action
  /** Highlights what is selected in the viewer. */
  add(): void
}

const TOLD_MS = 2500
const NONE: readonly Highlight[] = []

/** The highlights of the present reading of a document; an earlier one, which an answer cites, shows and takes none. */
export function useHighlights(
  { matter, document: id, textVersion }: Reading,
  document: DocumentDetail,
  viewer: React.RefObject<HTMLElement | null>,
): Highlighting | null {
  const client = useClient()
  const action = useAction()
  const [justMade, setMade] = useState<string | null>(null)
  const [isNothing, setNothing] = useState(false)
  const isPresent = document.textVersion !== null && textVersion === document.textVersion
  const { value } = useLoaded((of) => of.highlight.list, isPresent ? { matter, document: id } : null)
  if (!isPresent) return null
  const highlights = value ?? NONE
  return {
    highlights,
    spans: orderedSpans(highlights.flatMap(({ place }) => (place ? [place] : []))),
    justMade,
    words: isNothing ? t('highlights.selectFirst') : t('highlights.add'),
    action,
    add() {
      const selected = selectedQuote(viewer.current)
      if (!selected) {
        setNothing(true)
        setTimeout(() => setNothing(false), TOLD_MS)
        return
      }
      const { quote, before, page } = selected
      const add = async () => {
        const made = await client.highlight.addWords({ matter, document: id, words: quote, before, page })
        setMade(made.highlightId)
        window.getSelection()?.removeAllRanges()
      }
      void action.run(add, t('highlights.notAdded'))
    },
  }
}
