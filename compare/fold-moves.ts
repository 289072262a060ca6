import type { ChangePlace, TextChange } from './change.ts'
import { readWords } from './read-words.ts'
import { weightIn } from './weigh-text.ts'

/** Fewer words may be gone here and new there by chance. */
const LEAST_WORDS = 6

type Texts = { readonly before: string; readonly after: string }

/** A sentence that is gone from one paragraph and new in another, word for word, was moved: one change instead of two. */
export function foldMoves(changes: readonly TextChange[], { before, after }: Texts): readonly TextChange[] {
  const come = Map.groupBy(
    changes.filter(({ before: gone, after: place }) => isOneSided(gone, place)),
    ({ after: place }) => wordsOf(after, place),
  )
  const folded = new Map<TextChange, TextChange | null>()
  for (const change of changes) {
    if (!isOneSided(change.after, change.before)) continue
    const words = wordsOf(before, change.before)
    const found = words === '' ? undefined : come.get(words)?.shift()
    if (!found || folded.has(found) || change === found) continue
    folded.set(change, null)
    folded.set(found, movedFrom(change.before!, found.after!))
  }
  return changes.flatMap((change) => {
    const instead = folded.get(change)
    return instead === undefined ? [change] : instead === null ? [] : [instead]
  })
}

/** The one place has words and the other none. */
function isOneSided(none: ChangePlace | null, place: ChangePlace | null): boolean {
  return (none?.words.length ?? 0) === 0 && (place?.words.length ?? 0) > 0
}

/** None for too few. */
function wordsOf(text: string, place: ChangePlace | null): string {
  const labelEnd = place?.part.label?.end ?? 0
  const words = (place?.words ?? []).flatMap(({ start, end }) => readWords(text, Math.max(start, labelEnd), end))
  return words.length < LEAST_WORDS ? '' : words.map(({ key }) => key).join(' ')
}

function movedFrom(before: ChangePlace, after: ChangePlace): TextChange {
  const [from, to] = [before.part, after.part]
  const isWithin = to.section === from.section
  const number = to.number === from.number ? '' : to.number
  const said = { kind: 'moved', to: number, under: to.section, isWithin, parts: 1, isReworded: false } as const
  return { kind: 'moved', ...weightIn('moved', 1), before, after, said }
}
