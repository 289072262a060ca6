import { useMemo, useRef, useState } from 'react'
import type { PageText } from '../../../contract/document.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Opening } from '../../parts/progress.tsx'
import { createNearWatch, NearContext, useNear } from '../../state/near-watch.ts'
import type { UserFailure } from '../../state/user-failure.ts'
import { PLACE } from '../anchors.ts'
import { pageGroups, type Piece, type PieceGroup } from './page-groups.ts'
import { RunsView } from './marked-text.tsx'
import { TableView } from './table-view.tsx'
import { type Target, TextContext, type TextShown, useIsTarget } from './text-context.ts'
import { t } from '../../../wording/translate.ts'

type Props = TextShown & {
  readonly pages: readonly PageText[] | null
  readonly failure: UserFailure | null
  /** Null shows all pages. */
  readonly page: number | null
  /** What a page is called, where several stand below each other. */
  readonly titleOf: (page: PageText) => string | null
  /** 1: as large as the window's own small text. */
  readonly zoom: number
}

/** The text of a document as it was read, with the cited words marked and in view. */
export function TextView({ pages, failure, page, titleOf, zoom, ...shown }: Props) {
  const [near] = useState(createNearWatch)
  if (failure) return <FailureNote failure={failure} />
  if (!pages) return <Opening>{t('viewer.text.opening')}</Opening>
  const { target } = shown
  const shownPages = page === null ? pages : pages.filter((one) => one.page === page)
  return (
    <NearContext value={near}>
      <TextContext value={{ ...shown, target: target && shownTarget(pages, target) }}>
        <div className={`pages ${shown.isFlowing ? 'flowing' : ''}`} style={{ '--zoom': zoom } as React.CSSProperties}>
          {shownPages.map((one) => (
            <TextPage key={one.start} page={one} title={shownPages.length > 1 ? titleOf(one) : null} />
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

const LINE_PIXELS = 20

type TextPageProps = { readonly page: PageText; readonly title: string | null }

/** One page of a text, or all of it for a format without pages. Only what is near is there. */
function TextPage({ page, title }: TextPageProps) {
  const groups = useMemo(() => pageGroups(page), [page])
  return (
    <div className="sheet text" data-testid="text-page" data-page={page.page} {...{ [PLACE]: `page ${page.page}` }}>
      {title ? <p className="page-title">{title}</p> : null}
      {groups.map((group) => (
        <Group key={group.start} page={page} group={group} />
      ))}
      {groups.length === 0 ? <p className="edge">{t('viewer.text.empty')}</p> : null}
    </div>
  )
}

function Group({ page, group }: { readonly page: PageText; readonly group: PieceGroup }) {
  const place = useRef<HTMLDivElement>(null)
  const { isNear, height } = useNear(place, group.lines * LINE_PIXELS)
  const isTarget = useIsTarget(page.start + group.start, page.start + group.end)
  const isShown = isNear || isTarget
  return (
    <div
      ref={place}
      className="group"
      {...{ [PLACE]: `text ${page.start + group.start}` }}
      style={isShown ? undefined : { height }}
    >
      {isShown ? <BlockList page={page} pieces={group.pieces} /> : null}
    </div>
  )
}

type BlockListProps = { readonly page: PageText; readonly pieces: readonly Piece[] }

/** Pieces of a text below each other; list items that follow each other are one list. */
function BlockList({ page, pieces }: BlockListProps) {
  return listsOf(pieces).map((run) => {
    const key = run[0]?.start ?? 0
    if (run[0]?.kind !== 'list-item') return run.map((piece) => <Block key={piece.start} page={page} piece={piece} />)
    return (
      <ul key={key}>
        {run.map((piece) => (
          <Item key={piece.start} page={page} piece={piece} />
        ))}
      </ul>
    )
  })
}

type BlockProps = { readonly page: PageText; readonly piece: Piece }

function Block({ page, piece }: BlockProps) {
  const { start, end, kind, level, outline } = piece
  const words = <RunsView page={page} start={start + prefixLength(page, piece)} end={end} />
  switch (kind) {
    case 'table':
      return <TableView page={page} block={piece} />
    case 'heading': {
      const Heading = `h${outline}` as 'h3'
      return <Heading className={`heading level-${Math.min(level, 4)}`}>{words}</Heading>
    }
    case 'code':
      return <pre>{words}</pre>
    case 'quoted':
      return (
        <blockquote style={{ '--depth': Math.min(Math.max(1, level), 6) } as React.CSSProperties}>{words}</blockquote>
      )
    case 'note':
      return (
        <p className="apart" role="note">
          {words}
        </p>
      )
    case 'header':
    case 'footer':
      return <p className="edge">{words}</p>
    default:
      return <p>{words}</p>
  }
}

function Item({ page, piece }: BlockProps) {
  const { start, end, level } = piece
  const hasMarker = hasOwnMarker(page.text.slice(start, Math.min(end, start + 12)))
  return (
    <li
      className={hasMarker ? 'own-marker' : undefined}
      style={{ '--depth': Math.min(Math.max(1, level), 8) } as React.CSSProperties}
    >
      <RunsView page={page} start={start} end={end} />
    </li>
  )
}

/** Markdown keeps the marks that make a line a heading; they are not shown. */
function prefixLength({ text }: PageText, { kind, start, end }: Piece): number {
  if (kind !== 'heading') return 0
  return /^ {0,3}#{1,6}\s+(?=\S)/.exec(text.slice(start, Math.min(end, start + 12)))?.[0].length ?? 0
}

function listsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const runs: Piece[][] = []
  for (const piece of pieces) {
    const last = runs.at(-1)
    if (last && last[0]?.kind === 'list-item' && piece.kind === 'list-item') last.push(piece)
    else runs.push([piece])
  }
  return runs
}

const OWN_MARKER = /^\s*([-–—*+•·▪◦‣]|\d+(\.\d+)+[.)]?|\(?[\divxlc]{1,5}[.)]|\(?[a-z][.)])(\s|$)/i

/** Whether the text of a list item begins with its bullet or number ("(a)", "7.3"), so that none is to be set a second time. */
export function hasOwnMarker(text: string): boolean {
  return OWN_MARKER.test(text)
}

/** The bullet or number that a text begins with, and the space behind it; empty where there is none. */
export function markerOf(text: string): string {
  return OWN_MARKER.exec(text)?.[0] ?? ''
}
