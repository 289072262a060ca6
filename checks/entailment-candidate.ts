import { absentFacts } from './absent-facts.ts'
import { isAbstention } from './abstention.ts'
import { hasSamePolarity } from './qualified-alike.ts'

/** A judge with 512 tokens can see no more, and of a longer text a small one sees the beginning only. */
const CHARACTERS_AT_MOST = 900

export type Judgeable = {
  readonly sentence: string
  /** The words that come nearest to it. */
  readonly span: string
  /** Title and section: they may have its names. */
  readonly context: string
  readonly question: string
}

/**
 * Whether code finds nothing wrong with a sentence beside the words that come nearest to it, so that its sense alone is left to be
 * judged. Its numbers and dates must stand in these very words, and both must oblige, permit, deny and except alike: a small model
 * takes no notice of any of these. That the sources say nothing is not a sentence that words bear out.
 */
export function isEntailmentCandidate({ sentence, span, context, question }: Judgeable): boolean {
  return (
    span !== '' &&
    span.length + sentence.length <= CHARACTERS_AT_MOST &&
    !isAbstention(sentence) &&
    hasSamePolarity(sentence, span) &&
    absentFacts(sentence, [span, context], question).length === 0
  )
}
