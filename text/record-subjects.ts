import { isTitle } from './personal-titles.ts'

/** One of the people of whom a document speaks in turn: the words of the name in lower case, and where it begins to. */
export type RecordSubject = { readonly words: readonly string[]; readonly start: number }

/** "Patient 5: R. Tewksbury.", "| Patient | Luz García |"; not "The patient: she was well". */
const LABEL =
  /^[ \t*_#>|•-]*(?:patient(?:in|e)?|pt|paciente|paziente|doente|patiënte?|pacjent(?:ka)?)(?:[ ']s)?(?: name)?(?: (?:no\.? ?|nr\.? ?)?\d{1,3})?[ \t*_]*[:|][ \t*_]*(?<name>[^\n.,;:(|*_]{1,4}\.?[^\n.,;:(|*_]{0,40}(?:, ?[^\n.,;:(|*_ ]{2,20})?)/gimu
const WORDS_AT_MOST = 5

/**
 * Of whom a document speaks, in its order: a list of a meeting names one patient after the other. `text` in any case; one name twice is
 * named once.
 */
export function subjectsIn(text: string): readonly RecordSubject[] {
  const subjects: RecordSubject[] = []
  for (const { index, groups } of text.matchAll(LABEL)) {
    const words = (groups?.name ?? '').toLowerCase().match(/\p{L}[\p{L}'’-]*/gu) ?? []
    const telling = words.filter((word) => !isTitle(word))
    if (telling.length === 0 || telling.length > WORDS_AT_MOST || !telling.some((word) => word.length > 2)) continue
    const last = subjects.at(-1)
    if (last && telling.every((word) => last.words.includes(word))) continue
    subjects.push({ words: telling, start: index })
  }
  return subjects
}

/** Of whom a place is: the one who is named last above it; null where nobody is. */
export function subjectAt(subjects: readonly RecordSubject[], start: number): RecordSubject | null {
  return subjects.findLast((one) => one.start <= start) ?? null
}
