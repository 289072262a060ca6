import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { PageText } from '../../contract/document.ts'
import type { Highlight } from '../../contract/highlight.ts'
import { pageWords } from '../../contract/page-unit.ts'
import { sentenceCase } from '../../wording/phrases.ts'
import { t } from '../../wording/translate.ts'
import { createNearWatch, NearContext, useNear } from '../state/near-watch.ts'
import { labelOfRow } from './citation-words.ts'
import { drawPage } from './pages/use-pdf.ts'
import type { OpenedDocument } from './use-open-document.ts'

type Props = { readonly open: OpenedDocument; readonly highlights: readonly Highlight[] }

/** The pages of a document with the headings that begin on them and how much is highlighted there; each leads to its page. */
export function PageStrip({ open: { document, text, pdf, page, leafTo }, highlights }: Props) {
  const [near] = useState(createNearWatch)
  const headings = useMemo(() => headingsOf(text.value ?? []), [text.value])
  if (page === null || document.pages <= 1) return null
  const counts = Map.groupBy(highlights, ({ place }) => place?.page ?? null)
  return (
    <nav className="page-strip" aria-label={t('viewer.strip.title')}>
      <NearContext value={near}>
        <ol>
          {document.pageRows.map((row) => {
            const number = row.page ?? 1
            return (
              <StripPage
                key={number}
                picture={pdf.document ? <Thumbnail pdf={pdf.document} page={number} /> : null}
                name={sentenceCase(pageWords(document.mediaType, number, labelOfRow(row)))}
                heading={headings.get(row.page) ?? ''}
                highlights={counts.get(number)?.length ?? 0}
                isShown={number === page}
                onGo={() => leafTo(number)}
              />
            )
          })}
        </ol>
      </NearContext>
    </nav>
  )
}

type StripPageProps = {
  /** The page in small; null where it is only text. */
  readonly picture: React.ReactNode
  readonly name: string
  readonly heading: string
  /** How many. */
  readonly highlights: number
  readonly isShown: boolean
  readonly onGo: () => void
}

function StripPage({ picture, name, heading, highlights, isShown, onGo }: StripPageProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isShown) button.current?.scrollIntoView({ block: 'nearest' })
  }, [isShown])
  return (
    <li>
      <button ref={button} type="button" aria-current={isShown ? 'page' : undefined} onClick={onGo}>
        {picture}
        <span className="num">{name}</span>
        <span className="small soft">{heading}</span>
        {highlights > 0 ? <span className="small">{t('viewer.strip.highlights', { count: highlights })}</span> : null}
      </button>
    </li>
  )
}

/** CSS pixels. */
const THUMBNAIL_WIDTH = 88

/** A page in small, drawn once it comes near; what is far from view takes no memory. */
function Thumbnail({ pdf, page }: { readonly pdf: PDFDocumentProxy; readonly page: number }) {
  const place = useRef<HTMLSpanElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const { isNear, height } = useNear(place, Math.SQRT2 * THUMBNAIL_WIDTH)
  useEffect(() => {
    const target = canvas.current
    if (!isNear || !target) return
    const abort = new AbortController()
    // One that cannot be drawn stays blank: the page itself says why.
    drawPage(pdf, page, target, THUMBNAIL_WIDTH, abort.signal).catch(() => {})
    return () => abort.abort()
  }, [isNear, pdf, page])
  return (
    <span ref={place} className="thumbnail" style={isNear ? undefined : { height }} aria-hidden>
      {isNear ? <canvas ref={canvas} /> : null}
    </span>
  )
}

/** The first heading that begins on each page. */
function headingsOf(pages: readonly PageText[]): ReadonlyMap<number | null, string> {
  return new Map(
    pages.flatMap(({ page, text, blocks }) => {
      const heading = blocks.find(({ kind }) => kind === 'heading')
      return heading ? [[page, headingWords(text.slice(heading.start, heading.end))] as const] : []
    }),
  )
}

function headingWords(text: string): string {
  return text.replace(/^#+\s+/, '').trim()
}
