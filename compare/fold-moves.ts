import { sentenceEnds } from '../text/sentences.ts'
import type { Span } from '../text/spans.ts'
import { type ChangePlace, shortened, type TextChange } from './change.ts'
import type { Part } from './compared-text.ts'
import type { ReadText } from './read-text.ts'
import { readWords } from './read-words.ts'
import { weighPart } from './weigh-part.ts'
import { weightIn } from './weigh-text.ts'

/** Fewer words may be gone here and new there by chance. */
const LEAST_WORDS = 6

type Side = 'before' | 'after'

/** What only one document has of a sentence; `at`: its place among the sentences of the change. */
type Piece = Span & { readonly change: TextChange; readonly at: number; readonly part: Part; readonly key: string }

/** Sentences that follow each other on both sides. */
type Moved = { readonly gone: readonly Piece[]; readonly come: readonly Piece[] }

/**
 * A sentence that is gone from one paragraph and new in another, word for word, was moved: one change instead of two. Where more was gone or
 * new there, the rest is a change of its own.
 */
export function foldMoves(changes: readonly TextChange[], before: ReadText, after: ReadText): readonly TextChange[] {
  const [gone, come] = [piecesOf(changes, 'before', before), piecesOf(changes, 'after', after)]
  const moves = movesBetween(gone, come)
  const moved = new Set(moves.flatMap((one) => [...one.gone, ...one.come]))
  const pieces = Map.groupBy([...gone, ...come], ({ change }) => change)
  const movesInto = Map.groupBy(moves, (one) => one.come[0]!.change)
  return changes.flatMap((change) => {
    const own = pieces.get(change) ?? []
    const rest = own.filter((piece) => !moved.has(piece))
    if (rest.length === own.length) return [change]
    const { text } = sideOf(change) === 'before' ? before : after
    return [...asRest(change, rest, text), ...(movesInto.get(change) ?? []).map(asMove)]
  })
}

/** The only side that a change has words on. */
function sideOf({ before, after }: TextChange): Side | null {
  const [isGone, isNew] = [(before?.words.length ?? 0) > 0, (after?.words.length ?? 0) > 0]
  return isGone === isNew ? null : isGone ? 'before' : 'after'
}

function piecesOf(changes: readonly TextChange[], side: Side, text: ReadText): readonly Piece[] {
  const places = new Map(text.parts.map((part, at) => [part, at]))
  return changes
    .filter((change) => sideOf(change) === side)
    .flatMap((change) => {
      const place = change[side]!
      return partsOf(place, text, places.get(place.part)!)
        .flatMap((part) => place.words.flatMap((words) => sentencesIn(text.text, part, words)))
        .map((sentence, at) => ({ ...sentence, change, at }))
    })
}

/** From the first part of a place to its last. */
function partsOf({ end }: ChangePlace, { parts }: ReadText, first: number): readonly Part[] {
  let last = first + 1
  while (last < parts.length && parts[last]!.start < end && parts[last]!.start > parts[last - 1]!.start) last += 1
  return parts.slice(first, last)
}

/** Without the number in front of the part. */
function sentencesIn(text: string, part: Part, words: Span): readonly Omit<Piece, 'change' | 'at'>[] {
  const start = Math.max(words.start, part.label?.end ?? part.start)
  const piece = text.slice(start, Math.min(words.end, part.end))
  const ends = piece === '' ? [] : sentenceEnds(piece)
  return ends.flatMap((end, at) => {
    const sentence = { start: start + (ends[at - 1] ?? 0), end: start + end }
    const all = readWords(text, sentence.start, sentence.end)
    const [first, last] = [all[0], all.at(-1)]
    if (!first || !last) return []
    const key = all.length < LEAST_WORDS ? '' : all.map((word) => word.key).join(' ')
    return [{ ...sentence, start: first.start, part, key }]
  })
}

function movesBetween(gone: readonly Piece[], come: readonly Piece[]): readonly Moved[] {
  const byKey = Map.groupBy(come, ({ key }) => key)
  const moves: { readonly gone: Piece[]; readonly come: Piece[] }[] = []
  for (const piece of gone) {
    const found = piece.key === '' ? undefined : byKey.get(piece.key)?.shift()
    if (!found) continue
    const last = moves.at(-1)
    if (last && follows(last.gone, piece) && follows(last.come, found)) {
      last.gone.push(piece)
      last.come.push(found)
    } else moves.push({ gone: [piece], come: [found] })
  }
  return moves
}

function follows(pieces: readonly Piece[], next: Piece): boolean {
  const last = pieces.at(-1)!
  return last.change === next.change && last.part === next.part && last.at + 1 === next.at
}

function asMove({ gone, come }: Moved): TextChange {
  const [before, after] = [placeOf(gone), placeOf(come)]
  const [from, to] = [before.part, after.part]
  const isWithin = to.section === from.section
  const number = to.number === from.number ? '' : to.number
  const said = { kind: 'moved', to: number, under: to.section, isWithin, parts: 1, isReworded: false } as const
  return { kind: 'moved', ...weightIn('moved', 1), before, after, said }
}

function placeOf(pieces: readonly Piece[]): ChangePlace {
  const [first, last] = [pieces[0]!, pieces.at(-1)!]
  const { start, end } = first.part
  return { start, end, part: first.part, words: [{ start: first.start, end: last.end }] }
}

/** What is left of a change without the sentences that were moved. */
function asRest(change: TextChange, rest: readonly Piece[], text: string): readonly TextChange[] {
  const side = sideOf(change)!
  const [first] = rest
  if (!first) return []
  const words = rest.map(({ start, end }) => ({ start, end }))
  const wording = words.map(({ start, end }) => text.slice(start, end)).join(' ')
  const isNew = side === 'after'
  const weighed = weighPart(wording, '', rest.at(-1)!.part, isNew)
  const said = change.kind === 'changed' ? ({ kind: 'words', isNew, text: shortened(wording) } as const) : weighed.said
  return [{ ...change, ...weighed, said, [side]: { ...change[side]!, words } }]
}
