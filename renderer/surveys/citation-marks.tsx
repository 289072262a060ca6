import { pageWords, shortPageWords } from '../../contract/page-unit.ts'
import type { SurveyCitation } from '../../contract/survey.ts'
import { documentName } from '../wording/document-name.ts'

/** Where words stand, with how often it was opened, so that opening it again moves the focus again. */
export type OpenedCitation = { readonly citation: SurveyCitation; readonly times: number }

type Props = {
  readonly citations: readonly SurveyCitation[]
  readonly onOpen: (citation: SurveyCitation) => void
  /** Where the document is named beside it already. */
  readonly isOfOneDocument?: boolean
}

/** The places that bear words out, each opening its page. */
export function CitationMarks({ citations, onOpen, isOfOneDocument = false }: Props) {
  return citations.map((citation) => {
    const { document, page, start } = citation
    const name = documentName(document)
    const place = page === null ? '' : shortPageWords(document, page)
    const short = isOfOneDocument ? place || 'source' : [name, place].filter(Boolean).join(', ')
    return (
      <button
        key={`${document} ${start}`}
        type="button"
        className="cite place"
        data-testid="citation"
        aria-label={`${short}, source: ${[name, pageWords(document, page)].filter(Boolean).join(', ')}`}
        onClick={() => onOpen(citation)}
      >
        {short}
      </button>
    )
  })
}
