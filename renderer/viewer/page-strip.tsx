import { useEffect, useMemo, useRef } from 'react'
import type { PageText } from '../../contract/document.ts'
import type { Highlight } from '../../contract/highlight.ts'
import { pageWords } from '../../contract/page-unit.ts'
import { sentenceCase } from '../../wording/phrases.ts'
import { t } from '../../wording/translate.ts'
import { labelOfRow } from './citation-words.ts'
import type { OpenedDocument } from './use-open-document.ts'

type Props = { readonly open: OpenedDocument; readonly highlights: readonly Highlight[] }

/** The pages of a document with the headings that begin on them and how much is highlighted there; each leads to its page. */
export function PageStrip({ open: { document, text, page, leafTo }, highlights }: Props) {
  const headings = useMemo(() => headingsOf(text.value ?? []), [text.value])
  if (page === null || document.pages <= 1) return null
  const counts = Map.groupBy(highlights, ({ place }) => place?.page ?? null)
  return (
    <nav className="page-strip" aria-label={t('viewer.strip.title')}>
      <ol>
        {document.pageRows.map((row) => {
          const number = row.page ?? 1
          return (
            <StripPage
              key={number}
              name={sentenceCase(pageWords(document.mediaType, number, labelOfRow(row)))}
              heading={headings.get(row.page) ?? ''}
              highlights={counts.get(number)?.length ?? 0}
              isShown={number === page}
              onGo={() => leafTo(number)}
            />
          )
        })}
      </ol>
    </nav>
  )
}

type StripPageProps = {
  readonly name: string
  readonly heading: string
  /** How many. */
  readonly highlights: number
  readonly isShown: boolean
  readonly onGo: () => void
}

function StripPage({ name, heading, highlights, isShown, onGo }: StripPageProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isShown) button.current?.scrollIntoView({ block: 'nearest' })
  }, [isShown])
  return (
    <li>
      <button ref={button} type="button" aria-current={isShown ? 'page' : undefined} onClick={onGo}>
        <span className="num">{name}</span>
        <span className="small soft">{heading}</span>
        {highlights > 0 ? <span className="small">{t('viewer.strip.highlights', { count: highlights })}</span> : null}
      </button>
    </li>
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
