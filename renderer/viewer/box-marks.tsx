import { useEffect, useRef } from 'react'
import type { PageBoxes } from '../../contract/document.ts'

type Props = { readonly boxes: PageBoxes; readonly isTarget: boolean }

/** The highlighter over a drawn page: rectangles in shares of the page, so that they fit at every size. */
export function BoxMarks({ boxes: { boxes, width, height }, isTarget }: Props) {
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isTarget) first.current?.scrollIntoView({ block: 'center' })
  }, [isTarget])
  return boxes.map((box, index) => (
    <div
      key={`${box.x} ${box.y} ${box.width}`}
      ref={index === 0 ? first : null}
      className="box-mark"
      data-testid="highlight"
      style={{
        left: `${(100 * box.x) / width}%`,
        top: `${(100 * box.y) / height}%`,
        width: `${(100 * box.width) / width}%`,
        height: `${(100 * box.height) / height}%`,
      }}
    />
  ))
}
