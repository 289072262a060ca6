import type { Claim } from '../../../contract/answers/answer.ts'
import { t } from '../../../wording/translate.ts'
import { listWords } from '../../../wording/phrases.ts'

type Authorities = Claim['authorities']

/** A sentence; the statutes and decisions in it that the library does not have are struck. */
export function Sentence({ text, authorities }: { readonly text: string; readonly authorities: Authorities }) {
  return piecesOf(text, lost(authorities)).map(({ piece, isLost, start }) =>
    isLost ? (
      <s key={start} className="lost">
        {piece}
      </s>
    ) : (
      <span key={start}>{piece}</span>
    ),
  )
}

/** Says which these are; nothing where all were found. */
export function NotInLibrary({ authorities }: { readonly authorities: Authorities }) {
  const names = lost(authorities)
  if (names.length === 0) return null
  return (
    <span className="why">{t('ask.sentences.notInLibrary', { names: listWords(names), count: names.length })}</span>
  )
}

function lost(authorities: Authorities): readonly string[] {
  return authorities.flatMap(({ text, foundIn }) => (foundIn === null ? [text] : []))
}

type Piece = { readonly piece: string; readonly isLost: boolean; readonly start: number }

function piecesOf(text: string, names: readonly string[]): readonly Piece[] {
  const places = names
    .map((name) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length }))
    .filter(({ start }) => start >= 0)
    .toSorted((one, other) => one.start - other.start)
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of places) {
    if (start < at) continue
    if (start > at) pieces.push({ piece: text.slice(at, start), isLost: false, start: at })
    pieces.push({ piece: text.slice(start, end), isLost: true, start })
    at = end
  }
  return at < text.length ? [...pieces, { piece: text.slice(at), isLost: false, start: at }] : pieces
}

type DifferencesProps = {
  readonly differences: Claim['differences']
  /** Nothing else of the sentence is missing on the page. */
  readonly areAll: boolean
}

/** The words of a close sentence that stand otherwise on the page; nothing where none do. */
export function Differences({ differences, areAll }: DifferencesProps) {
  if (differences.length === 0) return null
  return (
    <span className="why">
      {t.rich(areAll ? 'ask.sentences.onlyDifferences' : 'ask.sentences.differences', {
        differences: () =>
          differences.map((difference, index) => (
            // A word may differ twice, in the same way.
            <span key={`${index} ${difference.written}`}>
              {index > 0 ? ', ' : ''}
              <Difference {...difference} />
            </span>
          )),
      })}
    </span>
  )
}

/** `deemed for demed`, `no demed`, `deemed besides`. */
function Difference({ written, stands }: Claim['differences'][number]) {
  const words = {
    written,
    stands,
    said: (chunks: React.ReactNode) => <span className="diff-out">{chunks}</span>,
    page: (chunks: React.ReactNode) => <span className="diff-in">{chunks}</span>,
  }
  if (stands === '') return t.rich('ask.sentences.missing', words)
  return t.rich(written === '' ? 'ask.sentences.besides' : 'ask.sentences.other', words)
}
