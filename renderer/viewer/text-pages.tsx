import { useEffect, useRef } from 'react'
import type { PageText } from '../../contract/document.ts'
import { MarkedText } from '../parts/marked-text.tsx'
import { textRuns } from './text-pieces.ts'

type Props = {
  readonly pages: readonly PageText[]
  /** Which one is shown, unless all are. */
  readonly page: number | null
  readonly isWhole: boolean
  readonly spans: readonly { readonly start: number; readonly end: number }[]
}

/** Text page by page, with the cited words marked and in view. */
export function TextPages({ pages, page, isWhole, spans }: Props) {
  const shown = isWhole || page === null ? pages : pages.filter((one) => one.page === page)
  return (
    <div className="pages">
      {shown.map((one) => (
        <Sheet key={`${one.start} ${spans[0]?.start}`} page={one} spans={spans} />
      ))}
    </div>
  )
}

function Sheet({ page, spans }: { readonly page: PageText; readonly spans: Props['spans'] }) {
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    sheet.current?.querySelector('mark')?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <div className="sheet text" ref={sheet} data-testid="text-page">
      <MarkedText runs={textRuns(page, spans)} />
    </div>
  )
}
