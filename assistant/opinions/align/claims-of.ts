import type { Answer } from '../../../contract/answers/answer.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import type { ClaimsOf } from './match-claims.ts'

/** What each voice of a consultation says. */
export function claimsOf(
  { blind, informed }: Pick<Consultation, 'blind' | 'informed'>,
  local: Answer | null,
): ClaimsOf {
  return { local: local?.claims ?? [], blind: blind?.claims ?? [], informed: informed?.claims ?? [] }
}
