import { pageWords, shortPageWords } from '../../contract/page-unit.ts'
import type { SurveyCitation } from '../../contract/answers/survey.ts'
import { AsideColumn } from '../viewer/aside-column.tsx'
import { ownDocument, SourceViewer } from '../viewer/source-viewer.tsx'
import { ViewerBar } from '../viewer/viewer-bar.tsx'
import { documentName } from '../../wording/document-name.ts'
import { t } from '../../wording/translate.ts'

/** Where words stand, with how often it was opened, so that opening it again moves the focus again. */
export type OpenedCitation = { readonly citation: SurveyCitation; readonly times: number }

type Props = {
  readonly citations: readonly SurveyCitation[]
  readonly onOpen: (citation: SurveyCitation) => void
  /** Where the document is named beside it already. */
  readonly isOfOneDocument?: boolean
}

/** The places that support words, each opening its page. */
export function CitationMarks({ citations, onOpen, isOfOneDocument = false }: Props) {
  return citations.map((citation) => {
    const { document, page, start } = citation
    const name = documentName(document)
    const place = page === null ? '' : shortPageWords(document, page)
    const where = [name, pageWords(document, page)].filter(Boolean).join(', ')
    const short = isOfOneDocument ? place : [name, place].filter(Boolean).join(', ')
    return (
      <button
        key={`${document} ${start}`}
        type="button"
        className="cite place"
        data-testid="citation"
        aria-label={
          short === ''
            ? t('surveys.source.openShort', { place: where })
            : t('surveys.source.open', { short, place: where })
        }
        onClick={() => onOpen(citation)}
      >
        {short || t('surveys.source.short')}
      </button>
    )
  })
}

type CitationColumnProps = {
  readonly matter: string
  readonly opened: OpenedCitation | null
  readonly onClose: () => void
}

/** The page that was opened from a line or cell, with its words marked. */
export function CitationColumn({ matter, opened, onClose }: CitationColumnProps) {
  if (!opened)
    return (
      <AsideColumn label={t('surveys.source.title')} isPlain isOpened={false} focusKey="" onClose={onClose}>
        <div className="bar">
          <h2>{t('surveys.source.title')}</h2>
        </div>
        <p className="soft inset-4">{t('surveys.source.hint')}</p>
      </AsideColumn>
    )
  const { citation, times } = opened
  const { document, page, start, end, quote } = citation
  return (
    <AsideColumn label={t('surveys.source.title')} isOpened focusKey={times} onClose={onClose}>
      <ViewerBar title={documentName(document)} documentId={ownDocument(citation)} page={page} onClose={onClose} />
      <SourceViewer
        matter={matter}
        source={citation}
        page={page}
        spans={[{ start, end }]}
        detail={
          <section className="detail">
            <h3 className="h">{t('surveys.source.cited')}</h3>
            <blockquote>{t('surveys.source.quote', { quote: quote.replace(/\s+/g, ' ').trim() })}</blockquote>
          </section>
        }
      />
    </AsideColumn>
  )
}
