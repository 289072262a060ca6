import { contentWords } from '../../checks/content-words.ts'

/** "No more than five" and "not only" deny nothing. */
const NEGATION =
  /(?:\b(?:no|not|none|never|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b)(?!\s+(?:more|less|fewer|later|earlier|only)\b)/gi
/** Between a negation and what it denies. */
const PASSED_OVER = new Set(['longer', 'yet', 'ever', 'even', 'one', 'body'])

/** The stems of a text, each with whether it is said, denied or both. */
type Polarities = ReadonlyMap<string, ReadonlySet<boolean>>

/**
 * Whether two texts deny the same words, or one denies what the other says; null where neither denies a word of the other. By
 * words, for most negations of an answer are of a part that another answer may leave out.
 */
export function compareNegations(one: string, other: string): 'same' | 'contrary' | null {
  const [ones, others] = [polarities(one), polarities(other)]
  const shared = [...ones].flatMap(([word, said]) => {
    const also = others.get(word)
    return also && (said.has(false) || also.has(false)) ? [{ said, also }] : []
  })
  if (shared.length === 0) return null
  const same = shared.filter(({ said, also }) => [...said].some((isSaid) => also.has(isSaid))).length
  return shared.length - same > same ? 'contrary' : 'same'
}

/** What a text denies, as stems. */
export function deniedWords(text: string): readonly string[] {
  return [...polarities(text)].flatMap(([word, said]) => (said.has(false) ? word : []))
}

/** Only the first content word after a negation is denied: in "a breach that is not deliberate is limited" the limit stands. */
function polarities(text: string): Polarities {
  const found = new Map<string, Set<boolean>>()
  const [begin = '', ...afterNegations] = text.split(NEGATION)
  const note = (words: readonly string[], isSaid: boolean) => {
    for (const word of words) found.set(stem(word), (found.get(stem(word)) ?? new Set()).add(isSaid))
  }
  note(contentWords(begin), true)
  for (const part of afterNegations) {
    const words = contentWords(part)
    const at = words.findIndex((word) => !PASSED_OVER.has(word) && !/.ly$/.test(word))
    note(words.slice(at, at + 1), false)
    note(words.slice(at + 1), true)
  }
  return found
}

/** "Allow" and "allowed" are one word. */
function stem(word: string): string {
  return word.replace(/(?<=.{3})(?:ed|ing|es|s|e)$/, '')
}
