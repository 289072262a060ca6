import { useEffect, useRef } from 'react'
import type { PageBoxes } from '../../../contract/document.ts'
import type { MarkKind } from '../text/text-runs.ts'

type Props = {
  readonly kind: MarkKind
  readonly boxes: PageBoxes
  /** Whether the first of them is brought into view. */
  readonly isTarget: boolean
}

/** The highlighter over a drawn page: rectangles in shares of the page, so that they fit at every size. */
export function BoxMarks({ kind, boxes: { boxes, width, height }, isTarget }: Props) {
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isTarget) first.current?.scrollIntoView({ block: 'center', inline: 'nearest' })
  }, [isTarget])
  return boxes.map((box, index) => (
    <div
      key={`${box.x} ${box.y} ${box.width}`}
      ref={index === 0 ? first : null}
      className={`box-mark ${kind}`}
      data-testid={kind === 'cited' ? 'highlight' : kind}
      style={{
        left: `${(100 * box.x) / width}%`,
        top: `${(100 * box.y) / height}%`,
        width: `${(100 * box.width) / width}%`,
        height: `${(100 * box.height) / height}%`,
      }}
    />
  ))
}
