import { useState } from 'react'
import type { DocumentDetail } from '../../contract/document.ts'
import type { Highlight } from '../../contract/highlight.ts'
import { t } from '../../wording/translate.ts'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { useTold } from '../state/use-copied.ts'
import type { UserFailure } from '../state/user-failure.ts'
import type { Reading } from './pages/open-pdf.ts'
import { orderedSpans } from './text/marked-text.tsx'
import { selectedSpan, type Span } from './text/text-context.ts'

export type Highlighting = {
  /** Null until they have been read. */
  readonly highlights: readonly Highlight[] | null
  /** Where they stand in the text that is shown. */
  readonly spans: readonly Span[]
  /** The one that was made last, while its note can be written. */
  readonly justMade: Highlight | null
  /** What the button says: what it does, or for a moment that nothing is selected. */
  readonly words: string
  /** Why the last one was not made, or none can be listed. */
  readonly failure: UserFailure | null
  readonly isBusy: boolean
  /** Highlights what is selected in the viewer. */
  add(): void
  endNote(): void
}

const NONE: readonly Highlight[] = []

/** The highlights of the present reading of a document; an earlier one, which an answer cites, shows and takes none. */
export function useHighlights(
  { matter, document: id, textVersion }: Reading,
  document: DocumentDetail,
  viewer: React.RefObject<HTMLElement | null>,
): Highlighting | null {
  const client = useClient()
  const action = useAction()
  const [justMade, setMade] = useState<Highlight | null>(null)
  const [words, tell] = useTold(t('highlights.add'))
  const isPresent = textVersion !== null && textVersion === document.textVersion
  const listed = useLoaded((of) => of.highlight.list, isPresent ? { matter, document: id } : null)
  if (textVersion === null || !isPresent) return null
  const highlights = listed.value
  return {
    highlights,
    spans: orderedSpans((highlights ?? NONE).flatMap(({ place }) => (place ? [place] : []))),
    justMade,
    words,
    failure: action.failure ?? listed.failure,
    isBusy: action.isBusy,
    add() {
      const selected = selectedSpan(viewer.current)
      if (!selected) return tell(t('window.copying.selectFirst'))
      const add = async () => {
        const made = await client.highlight.add({ matter, document: id, textVersion, ...selected })
        setMade(made)
        window.getSelection()?.removeAllRanges()
      }
      void action.run(add, t('highlights.notAdded'))
    },
    endNote: () => setMade(null),
  }
}
