import { useEffect, useRef } from 'react'
import type { PageText } from '../../contract/document.ts'
import type { Highlight } from '../../contract/highlight.ts'
import { sentenceCase } from '../../wording/phrases.ts'
import { t } from '../../wording/translate.ts'
import { citedPlace } from './citation-words.ts'
import type { OpenedDocument } from './use-open-document.ts'

type Props = { readonly open: OpenedDocument; readonly highlights: readonly Highlight[] }

/** The pages of a document with the headings that begin on them and how much is highlighted there; each leads to its page. */
export function PageStrip({ open: { document, text, page, leafTo }, highlights }: Props) {
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
              name={sentenceCase(citedPlace(document, number))}
              heading={headingOf(text.value, number)}
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

/** The first heading that begins on a page. */
function headingOf(text: readonly PageText[] | null, page: number): string {
  const shown = text?.find((one) => one.page === page)
  const heading = shown?.blocks.find(({ kind }) => kind === 'heading')
  return shown && heading
    ? shown.text
        .slice(heading.start, heading.end)
        .replace(/^#+\s+/, '')
        .trim()
    : ''
}
