import { useMemo, useRef } from 'react'
import type { PageText } from '../../../contract/document.ts'
import { BlockList } from './block-list.tsx'
import { useNear } from '../../state/near-watch.ts'
import { pageGroups, type PieceGroup } from './page-groups.ts'
import { useTarget } from './text-context.ts'

const LINE_PIXELS = 20

type Props = { readonly page: PageText; readonly title: string | null }

/** One page of a text, or all of it for a format without pages. Only what is near is there. */
export function TextPage({ page, title }: Props) {
  const groups = useMemo(() => pageGroups(page), [page])
  return (
    <div className="sheet text" data-testid="text-page" data-page={page.page}>
      {title ? <p className="page-title">{title}</p> : null}
      {groups.map((group) => (
        <Group key={group.start} page={page} group={group} />
      ))}
      {groups.length === 0 ? <p className="edge">No words on it.</p> : null}
    </div>
  )
}

function Group({ page, group }: { readonly page: PageText; readonly group: PieceGroup }) {
  const place = useRef<HTMLDivElement>(null)
  const { isNear, height } = useNear(place, group.lines * LINE_PIXELS)
  const isTarget = useTarget(place, page.start + group.start, page.start + group.end)
  const isShown = isNear || isTarget
  return (
    <div ref={place} className="group" style={isShown ? undefined : { height }}>
      {isShown ? <BlockList page={page} pieces={group.pieces} /> : null}
    </div>
  )
}
