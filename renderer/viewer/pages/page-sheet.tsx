import { memo } from 'react'
import type { PageBoxes, PageLink, PageWord, PageWords } from '../../../contract/document.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import type { MarkKind } from '../text/marked-text.tsx'
import { textOffsets } from '../text/text-context.ts'
import { PLACE, TURN } from '../anchors.ts'
import type { Reading } from './open-pdf.ts'
import { t } from '../../../wording/translate.ts'
import type { Turn } from '../view-kind.ts'

type Props = {
  readonly reading: Reading
  readonly page: number
  readonly marks: PageMarks
  readonly turn: Turn
  /** Height by width, before it is turned. */
  readonly ratio: number
  readonly isDrawn: boolean
  /** Why it cannot be shown; stands over the page, where it is read at any width of it. */
  readonly failure: string | null
  readonly sheet?: React.Ref<HTMLDivElement>
  readonly onJump: JumpOnPage
  /** The page itself. */
  readonly children: React.ReactNode
}

/** A drawn page with its marks and its selectable words over it; all of it is turned together. */
export function PageSheet({ reading, page, marks, turn, ratio, isDrawn, failure, sheet, onJump, children }: Props) {
  const words = useLoaded((of) => of.library.words, isDrawn ? { ...reading, page } : null)
  const isAcross = turn % 2 === 1
  return (
    <>
      {failure ? <p className="message">{failure}</p> : null}
      <div
        className="turned"
        {...{ [PLACE]: `page ${page}`, [TURN]: turn }}
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
                  <BoxMarks key={`${kind} ${one.boxes[0]?.x} ${one.boxes[0]?.y}`} kind={kind} boxes={one} />
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
          {t.rich('viewer.page.unsureLegend', { mark: (chunks) => <span className="unsure">{chunks}</span> })}
        </p>
      ) : null}
    </>
  )
}

/** Marked words on drawn pages, by why they are marked; the later of the list lie on top. */
export type PageMarks = readonly { readonly kind: MarkKind; readonly boxes: readonly PageBoxes[] }[]

/** Those of one page. */
export function marksOfPage(marks: PageMarks, page: number): PageMarks {
  return marks
    .map(({ kind, boxes }) => ({ kind, boxes: boxes.filter((one) => one.page === page && one.boxes.length > 0) }))
    .filter(({ boxes }) => boxes.length > 0)
}

/** `Page 3 of Lease, with the cited words marked`: what a drawn page is called. */
export function pageName(page: number, name: string, marks: PageMarks): string {
  const isCited = marksOfPage(marks, page).some(({ kind }) => kind === 'cited')
  return t(isCited ? 'viewer.page.nameCited' : 'viewer.page.name', { page: String(page), document: name })
}

type BoxMarksProps = {
  readonly kind: MarkKind
  readonly boxes: PageBoxes
}

/** The highlighter over a drawn page: rectangles in shares of the page, so that they fit at every size. */
function BoxMarks({ kind, boxes: { boxes, width, height } }: BoxMarksProps) {
  return boxes.map((box) => (
    <div
      key={`${box.x} ${box.y} ${box.width}`}
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

/** Below this, what OCR made of a word is worth a second look. */
const SURE = 60

function isUnsure({ confidence }: PageWord): boolean {
  return confidence !== null && confidence < SURE
}

function unsureWords({ confidence }: PageWord): string {
  return t('viewer.page.unsure', { sure: Math.round(confidence ?? 0) })
}

const PROBE_PIXELS = 100

const probeContext = once(() => {
  const context = document.createElement('canvas').getContext('2d')
  // The name of a font is said to nobody.
  // oxlint-disable-next-line consilium/no-bare-text
  if (context) context.font = `${PROBE_PIXELS}px sans-serif`
  return context
})

/** The words of a drawn page, unseen but there to be selected, copied and read aloud; those that OCR doubts are underlined. */
const WordLayer = memo(function WordLayer({ words: { width, height, words } }: { readonly words: PageWords }) {
  return (
    <div className="word-layer">
      {words.map((word, index) => {
        const next = words[index + 1]
        const isLineEnd = next !== undefined && next.y + next.height / 2 > word.y + word.height
        return (
          <span
            key={word.start}
            {...textOffsets(word)}
            className={isUnsure(word) ? 'unsure' : undefined}
            title={isUnsure(word) ? unsureWords(word) : undefined}
            style={{
              left: `${(100 * word.x) / width}%`,
              top: `${(100 * word.y) / height}%`,
              width: `${(100 * word.width) / width}%`,
              height: `${(100 * word.height) / height}%`,
            }}
          >
            <span style={{ fontSize: `${(100 * word.height) / height}cqh`, transform: `scaleX(${stretch(word)})` }}>
              {word.text}
              {isLineEnd ? '\n' : ' '}
            </span>
          </span>
        )
      })}
    </div>
  )
})

/** By how much the letters of the layer are drawn out or pressed together to be as wide as those of the page. */
function stretch({ text, width, height }: PageWord): number {
  const probe = probeContext()
  const natural = probe ? (probe.measureText(text).width / PROBE_PIXELS) * height : 0
  return natural > 0 && width > 0 ? width / natural : 1
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** Goes to an offset of the document's text, on that page. */
export type JumpOnPage = (page: number, offset: number) => void

type LinkLayerProps = { readonly words: PageWords; readonly page: number; readonly onJump: JumpOnPage }

/** The references of a drawn page to other parts of its document: over their words, and to be reached by the keyboard. */
function LinkLayer({ words: { width, height, links }, page, onJump }: LinkLayerProps) {
  if (links.length === 0) return null
  const place = ({ x, y, ...box }: PageLink['boxes'][number]) => ({
    left: `${(100 * x) / width}%`,
    top: `${(100 * y) / height}%`,
    width: `${(100 * box.width) / width}%`,
    height: `${(100 * box.height) / height}%`,
  })
  return links.flatMap((link) =>
    link.boxes.map((box, index) => {
      // A reference that goes on in the next line is one link; its rest is there for the mouse alone.
      const isRest = index > 0
      return (
        <button
          key={`${link.target} ${box.x} ${box.y}`}
          type="button"
          className="page-link"
          data-testid="page-link"
          style={place(box)}
          aria-hidden={isRest}
          tabIndex={isRest ? -1 : undefined}
          aria-label={isRest ? undefined : t('viewer.leaf.link', { text: link.text })}
          title={
            link.page === null || link.page === page
              ? undefined
              : t('viewer.leaf.linkToPage', { page: String(link.page) })
          }
          onClick={({ currentTarget }) => {
            // The link goes with its page; the keys of the viewer need the focus to stay in its column.
            currentTarget.closest('aside')?.focus({ preventScroll: true })
            onJump(link.page ?? page, link.target)
          }}
        />
      )
    }),
  )
}
