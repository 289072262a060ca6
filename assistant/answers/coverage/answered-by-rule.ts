import { hasAnswerType } from '../../../checks/answer-type.ts'
import { askedParts } from '../../../checks/asked-parts.ts'
import { statementOf } from '../../../checks/claim-statement.ts'
import type { Claim, ConclusionSource, Source } from '../../../contract/answers/answer.ts'
import { isFunctionWord } from '../../../text/function-words.ts'
import { countDenials } from '../../../text/negation.ts'
import { isSameWord } from '../../../text/word-forms.ts'
import { contentWords } from '../../../text/words.ts'
import { conclusions } from '../answer-record.ts'

/** "How high is", "wie hoch ist" ask for what any of these words would. */
const HOW_MUCH = new Set('high great large big long old hoch groß lang alt lange viel'.split(' '))

/**
 * What is left open without the parts that a rule answers: the author of its pack says how one asks for it, in the language of the
 * question, and its sentence names what it is about and tells the kind of thing that is asked for. A part with a word more, such as
 * another day or person, stays open, and so does why, when or who not.
 */
export function withoutConcluded(
  open: readonly string[],
  claims: readonly Claim[],
  sources: readonly Source[],
): string[] {
  const cited = new Set(
    claims.flatMap(({ verdict, citations }) => (verdict === 'computed' ? citations.map(({ source }) => source) : [])),
  )
  const concluded = conclusions(sources).filter(({ holds, source }) => holds !== 'unknown' && cited.has(source))
  return open.filter((part) => !concluded.some((one) => answers(part, one)))
}

function answers(part: string, conclusion: ConclusionSource): boolean {
  const { asks, names, args, sentence, proof } = conclusion
  const titles = proof.grounds.map(({ title }) => title)
  const known = contentWords([...asks, ...names, ...args, sentence, ...titles].join(' '))
  const asked = contentWords(part).filter((word) => !isFunctionWord(word) && !HOW_MUCH.has(word))
  const isKnown = asked.length > 0 && asked.every((word) => known.some((one) => isSameWord(word, one)))
  return isKnown && tells(part, sentence)
}

function tells(part: string, sentence: string): boolean {
  const said = statementOf(sentence)
  const [wanted, ...more] = askedParts(part, new Set())
  if (!wanted || more.length > 0 || wanted.wants === 'all' || wanted.wants === 'comparison') return false
  if (countDenials(part) !== countDenials(sentence)) return false
  return hasAnswerType(wanted, { said, around: said, label: '', documentHas: () => true })
}
