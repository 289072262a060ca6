import { memo } from 'react'
import type { PageWord, PageWords } from '../../../contract/document.ts'

/** Below this, what OCR made of a word is worth a second look. */
const SURE = 60

export function isUnsure({ confidence }: PageWord): boolean {
  return confidence !== null && confidence < SURE
}

/** The words of a drawn page, unseen but there to be selected, copied and read aloud; those that OCR doubts are underlined. */
export const WordLayer = memo(function WordLayer({ words: { width, height, words } }: { readonly words: PageWords }) {
  return (
    <div className="word-layer">
      {words.map((word, index) => {
        const next = words[index + 1]
        const isLineEnd = next !== undefined && next.y + next.height / 2 > word.y + word.height
        return (
          <span
            key={word.start}
            className={isUnsure(word) ? 'unsure' : undefined}
            title={isUnsure(word) ? `Not sure of the letters: ${Math.round(word.confidence ?? 0)} of 100` : undefined}
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

const PROBE_PIXELS = 100

/** By how much the letters of the layer are drawn out or pressed together to be as wide as those of the page. */
function stretch({ text, width, height }: PageWord): number {
  const probe = probeContext()
  const natural = probe ? (probe.measureText(text).width / PROBE_PIXELS) * height : 0
  return natural > 0 && width > 0 ? width / natural : 1
}

const probeContext = once(() => {
  const context = document.createElement('canvas').getContext('2d')
  if (context) context.font = `${PROBE_PIXELS}px sans-serif`
  return context
})

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
