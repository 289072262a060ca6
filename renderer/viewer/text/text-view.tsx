import { useState } from 'react'
import type { PageText } from '../../../contract/document.ts'
import type { UserFailure } from '../../state/user-failure.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Opening } from '../../parts/opening.tsx'
import { createNearWatch, NearContext } from '../../state/near-watch.ts'
import { TextContext, type Target, type TextShown } from './text-context.ts'
import { TextPage } from './text-page.tsx'

type Props = TextShown & {
  readonly pages: readonly PageText[] | null
  readonly failure: UserFailure | null
  /** Null shows all pages. */
  readonly page: number | null
  /** What a page is called, where several stand below each other. */
  readonly titleOf: (page: PageText) => string | null
  /** Whether the ends of lines are only those of its source, as in Markdown. */
  readonly isFlowing: boolean
  /** 1: as large as the window's own small text. */
  readonly zoom: number
}

/** The text of a document as it was read, with the cited words marked and in view. */
export function TextView({ pages, failure, page, titleOf, isFlowing, zoom, marks, target, onJump }: Props) {
  const [near] = useState(createNearWatch)
  if (failure) return <FailureNote failure={failure} />
  if (!pages) return <Opening>Opening the document.</Opening>
  const shown = page === null ? pages : pages.filter((one) => one.page === page)
  return (
    <NearContext value={near}>
      <TextContext value={{ marks, target: target && shownTarget(pages, target), onJump }}>
        <div className={`pages ${isFlowing ? 'flowing' : ''}`} style={{ '--zoom': zoom } as React.CSSProperties}>
          {shown.map((one) => (
            <TextPage key={one.start} page={one} title={shown.length > 1 ? titleOf(one) : null} />
          ))}
        </div>
      </TextContext>
    </NearContext>
  )
}

/** A place between two blocks or cells is shown at the next word: white space and the strokes of Markdown belong to no element. */
function shownTarget(pages: readonly PageText[], target: Target): Target {
  const page = pages.findLast(({ start }) => start <= target.offset)
  if (!page) return target
  const skipped = /^[\s|#]*/.exec(page.text.slice(target.offset - page.start))?.[0].length ?? 0
  return { ...target, offset: target.offset + skipped }
}
