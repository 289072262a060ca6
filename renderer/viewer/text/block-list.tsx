import type { PageText } from '../../../contract/document.ts'
import type { Piece } from './page-groups.ts'
import { hasOwnMarker } from './own-marker.ts'
import { RunsView } from './runs-view.tsx'
import { TableView } from './table-view.tsx'

type Props = { readonly page: PageText; readonly pieces: readonly Piece[] }

/** Pieces of a text below each other; list items that follow each other are one list. */
export function BlockList({ page, pieces }: Props) {
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
