import { type Saying, shortened } from './change.ts'
import type { Part } from './compared-text.ts'
import { termDefinedBy } from './defined-terms.ts'
import { dutySaid } from './duty-said.ts'
import type { Weighed } from './weigh-edit.ts'
import { valuesSaid } from './values-said.ts'
import { bindingOf, type Weight, weightIn, weightOfClause, weightOfValues } from './weigh-text.ts'

const LONGEST_SAID = 110

/** What a part that only one document has is about. `words`: without its number; `heading`: of the heading that came or went with it, or empty. */
export function weighPart(words: string, heading: string, part: Part, isNew: boolean): Weighed {
  const term = termDefinedBy(words)
  const text = shortened(heading === '' ? words : heading, LONGEST_SAID)
  const named: Saying =
    term === null ? { kind: 'part', isNew, part: part.kind, text } : { kind: 'definition', isNew, term }
  const said = term === null ? dutySaid(words, isNew) : null
  return { ...weightOfPart(words, part, term !== null), said: said ?? named }
}

function weightOfPart(words: string, { kind }: Part, isDefinition: boolean): Weight {
  if (kind === 'heading') return weightIn('wording', 5)
  const values = valuesSaid(words)
  const bound = isDefinition ? null : weightOfClause(bindingOf(words), values)
  if (bound) return bound
  const hasAmount = values.kind !== null && (values.kind !== 'number' || kind === 'row')
  if (hasAmount) return weightOfValues(values)
  return isDefinition ? weightIn('parties', 50) : weightIn('wording', 60)
}
