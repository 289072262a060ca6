import { useLoaded } from '../../state/use-loaded.ts'
import { BoxMarks } from './box-marks.tsx'
import { type JumpOnPage, LinkLayer } from './link-layer.tsx'
import type { Reading } from './open-pdf.ts'
import { marksOfPage, type PageMarks } from './page-marks.ts'
import { isUnsure, WordLayer } from './word-layer.tsx'

/** How a page lies: quarter turns to the right. */
export type Turn = 0 | 1 | 2 | 3

type Props = {
  readonly reading: Reading
  readonly page: number
  readonly marks: PageMarks
  /** Whether its marks are brought into view. */
  readonly isTarget: boolean
  readonly turn: Turn
  /** Height by width, before it is turned. */
  readonly ratio: number
  readonly isDrawn: boolean
  readonly sheet?: React.Ref<HTMLDivElement>
  readonly onJump: JumpOnPage
  /** The page itself. */
  readonly children: React.ReactNode
}

/** A drawn page with its marks and its selectable words over it; all of it is turned together. */
export function PageSheet({ reading, page, marks, isTarget, turn, ratio, isDrawn, sheet, onJump, children }: Props) {
  const words = useLoaded(isDrawn ? `${reading.document} ${reading.textVersion} ${page}` : null, (client, signal) =>
    client.library.words({ ...reading, page }, { signal }),
  )
  const isAcross = turn % 2 === 1
  return (
    <>
      <div
        className="turned"
        style={
          {
            aspectRatio: isAcross ? `${ratio}` : `1 / ${ratio}`,
            '--ratio': isAcross ? 1 / ratio : ratio,
          } as React.CSSProperties
        }
      >
        <div
          ref={sheet}
          className="sheet"
          data-testid="page"
          data-page={page}
          data-drawn={isDrawn}
          style={{
            // Turned to the side, its width is the height of the place that it fills.
            width: isAcross ? `${100 / ratio}%` : '100%',
            aspectRatio: `1 / ${ratio}`,
            transform: `translate(-50%, -50%) rotate(${turn * 90}deg)`,
          }}
        >
          {children}
          {isDrawn
            ? marksOfPage(marks, page).flatMap(({ kind, boxes }) =>
                boxes.map((one) => (
                  <BoxMarks
                    key={`${kind} ${one.boxes[0]?.x} ${one.boxes[0]?.y}`}
                    kind={kind}
                    boxes={one}
                    isTarget={isTarget && kind !== 'found'}
                  />
                )),
              )
            : null}
          {words.value && isDrawn ? (
            <>
              <WordLayer words={words.value} />
              <LinkLayer words={words.value} page={page} onJump={onJump} />
            </>
          ) : null}
        </div>
      </div>
      {words.value?.words.some(isUnsure) ? (
        <p className="small soft legend-line">
          <span className="unsure">dotted</span>: not sure of the letters
        </p>
      ) : null}
    </>
  )
}
