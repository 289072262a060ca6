import { checkSentence } from '../../../checks/draft/check-sentence.ts'
import { stemmedPlaces } from '../../../checks/draft/rank-places.ts'
import { lexicon } from '../lexicon.ts'

export const LEASE = [
  "12.1 The Tenant may end this lease on the Break Date by giving the Landlord not less than six months' prior written notice that states the Tenant's wish to do so.",
  "12.3 Payment of the Service Charge and of the Insurance Rent, and performance of the Tenant's obligations under clause 7, are not conditions of the right to break.",
  'The Tenant shall insure the shopfront against fire. The rent of £38,400 was paid by Marian Larkspur on 24 June 2021.',
  'The oven was stopped on 3 May 2022. The left wall is damp and the plaster is in an abnormal state.',
].join('\n\n')

/** A sentence of a draft against one text. */
export function check(sentence: string, text = LEASE) {
  const source = { source: 'S1', text, context: 'lease.pdf' }
  const options = { sources: [source], placesOf: stemmedPlaces, naming: () => new Set<string>() }
  return checkSentence(sentence, { ...options, lexicon, isWholeSearch: true })
}
