import { createQuestionCoverage } from '../../../../assistant/answers/coverage/question-coverage.ts'
import { quotedClaim } from '../../../../assistant/answers/claims/quoted-claim.ts'
import { readSources } from '../../../../checks/confirm.ts'
import type { Claim, PassageSource } from '../../../../contract/answers/answer.ts'
import type { NamedIn } from '../../../../library/matter-library.ts'
import { someSource } from '../../../renderer/samples.ts'

/** A document of one passage. */
export function passage(source: string, document: string, text: string): PassageSource {
  return {
    ...(someSource() as PassageSource),
    source,
    document,
    documentId: document,
    text,
    start: 0,
    end: text.length,
    section: '',
  }
}

/** How far sentences answer a question on passages, and a sentence that quotes the first place with some words. */
export function readWhole(question: string, named: readonly NamedIn[], passages: readonly PassageSource[]) {
  const places = readSources(passages.map(({ source, text, document }) => ({ source, text, context: document })))
  const textOf = (id: string) => (passages.find(({ documentId }) => documentId === id)?.text ?? '').toLowerCase()
  const whole = createQuestionCoverage({ question, named, passages, places, textOf })
  const quote = (words: string): Claim => {
    const at = places.find(({ place }) => place.text.includes(words))
    const claim = at && quotedClaim(at, { passages, question, index: 0 })
    if (!claim) throw new Error(`No place has ${words}`)
    return claim
  }
  return { ...whole, quote }
}
