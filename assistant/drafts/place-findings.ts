import { checkCrossReferences } from '../../checks/draft/check-cross-references.ts'
import { checkTable } from '../../checks/draft/check-sums.ts'
import type { Finding } from '../../contract/drafts/draft-check.ts'
import type { Span } from '../../text/spans.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { sha256 } from '../home/sha256.ts'
import type { DraftSentence, DraftText } from './draft-text.ts'
import { keptFinding, type KeptFinding } from './kept-findings.ts'
import { decisionsOn } from './stored-draft.ts'

/** Puts what was found of sentences into its place in the draft, together with what only the whole draft shows. */
export interface FindingPlaces {
  /** The findings of a sentence in order of place, the sentence itself first. Called once for each, in order. */
  of(sentence: DraftSentence, piece: readonly KeptFinding[]): readonly Finding[]
  /** What is in no sentence, such as a heading. */
  rest(): readonly Finding[]
}

export function createFindingPlaces(matter: OpenMatter, draftId: string, draft: DraftText): FindingPlaces {
  const whole = wholeDraftFindings(draft)
  const toFinding = createToFinding(matter, draftId, draft)
  const isInside = ({ start }: Span, sentence: Span) => sentence.start <= start && start < sentence.end
  return {
    of(sentence, piece) {
      const own = piece.map((one) => moved(one, sentence.start))
      const isNew = (one: KeptFinding) => !own.some(({ kind, start }) => kind === one.kind && start === one.start)
      const further = whole.filter((one) => isInside(one, sentence) && isNew(one))
      const [first, ...rest] = [...own, ...further]
      const ordered = rest.toSorted((one, other) => one.start - other.start || one.end - other.end)
      return (first ? [first, ...ordered] : ordered).map((one) => toFinding(one, sentence))
    },
    rest: () =>
      whole
        .filter((one) => !draft.sentences.some((sentence) => isInside(one, sentence)))
        .map((one) => toFinding(one, draft.sentences.findLast(({ start }) => start <= one.start) ?? null)),
  }
}

/** Its references to itself, and the totals of its tables. */
function wholeDraftFindings(draft: DraftText): readonly KeptFinding[] {
  const references = checkCrossReferences(draft.parts).map((one) => keptFinding(one, NO_PASSAGES))
  const totals = draft.tables.flatMap(({ text, start }) =>
    checkTable(text).map((one) => moved(keptFinding(one, NO_PASSAGES), start)),
  )
  return [...references, ...totals]
}

const NO_PASSAGES: Parameters<typeof keptFinding>[1] = new Map()

function moved(finding: KeptFinding, by: number): KeptFinding {
  const shift = ({ start, end }: Span) => ({ start: start + by, end: end + by })
  return { ...finding, ...shift(finding), words: finding.words.map(shift) }
}

/** With an id that stays as long as its sentence stays, and what was decided on it. */
function createToFinding(matter: OpenMatter, draftId: string, { text }: DraftText) {
  const decided = decisionsOn(matter, draftId)
  const seen = new Map<string, number>()
  return (finding: KeptFinding, around: DraftSentence | null): Finding => {
    const words = text.slice(finding.start, finding.end)
    const name = JSON.stringify([finding.kind, around?.text ?? '', words])
    const times = seen.get(name) ?? 0
    seen.set(name, times + 1)
    const findingId = sha256(`${name} ${times}`).slice(0, 24)
    const place = { page: around?.page ?? null, paragraph: around?.paragraph ?? '' }
    return { findingId, ...finding, ...place, text: words, decision: decided.get(findingId) ?? null }
  }
}
