import type { Claim, ConclusionSource, Source } from '../../../contract/answers/answer.ts'
import { isFunctionWord } from '../../../text/function-words.ts'
import { isSameWord } from '../../../text/word-forms.ts'
import { contentWords } from '../../../text/words.ts'

/** "How high is", "wie hoch ist" ask for what any of these words would. */
const HOW_MUCH = new Set('high great large big long old hoch groß lang alt lange viel'.split(' '))

/**
 * What is left open without the parts that a rule answers: the author of its pack says how one asks for it, in the language of the
 * question, and its sentence names what it is about. A part with a word more, such as another day or person, stays open.
 */
export function withoutConcluded(
  open: readonly string[],
  claims: readonly Claim[],
  sources: readonly Source[],
): string[] {
  const cited = new Set(
    claims.flatMap(({ verdict, citations }) => (verdict === 'computed' ? citations.map(({ source }) => source) : [])),
  )
  const concluded = sources.filter(
    (one) => one.kind === 'conclusion' && one.holds !== 'unknown' && cited.has(one.source),
  )
  return open.filter((part) => !concluded.some((one) => one.kind === 'conclusion' && answers(part, one)))
}

function answers(part: string, { asks, names, args, sentence, proof }: ConclusionSource): boolean {
  const titles = proof.grounds.map(({ title }) => title)
  const known = contentWords([...asks, ...names, ...args, sentence, ...titles].join(' '))
  const asked = contentWords(part).filter((word) => !isFunctionWord(word) && !HOW_MUCH.has(word))
  return asked.length > 0 && asked.every((word) => known.some((one) => isSameWord(word, one)))
}
