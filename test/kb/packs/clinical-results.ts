import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { gateFact } from '../../../kb/compile/gate-fact.ts'
import { USUAL_BUDGET } from '../../../kb/infer/budget.ts'
import { createInference } from '../../../kb/infer/inference.ts'
import { readFactText } from '../../../kb/language/read-fact-text.ts'
import type { Value } from '../../../kb/values/value.ts'
import { USUAL_OPTIONS } from '../infer/usual-options.ts'
import { readShippedPack } from '../read-shipped-pack.ts'
import { worded } from '../worded-problem.ts'

export const CLINICAL = compilePacks([readShippedPack('clinical')])

export type Result = { readonly certain: boolean; readonly values: readonly (string | number)[] }

/** What the clinical pack concludes about `p` in the United States on 2026-06-03, without the patient; a range counts by its ends. */
export function resultsOf(relation: string, facts: readonly string[]): readonly Result[] {
  const { program } = CLINICAL
  if (!program) throw new Error('the pack did not compile')
  const stated = facts.map((text, index) => {
    const { fact, problem } = gateFact(readFactText(text).statement, program.vocabulary)
    if (!fact) throw new Error(`${worded(problem).message} ${worded(problem).fix}`)
    return { ...fact, id: String(index) }
  })
  const places = program.vocabulary.relations.get(relation)?.places ?? []
  const terms = places.map((_, at) =>
    at === 0
      ? ({ kind: 'constant', value: { kind: 'name', name: 'p' } } as const)
      : ({ kind: 'variable', name: `v${at}` } as const),
  )
  const options = { ...USUAL_OPTIONS, jurisdiction: 'United States', budget: USUAL_BUDGET }
  const inference = createInference(program, stated, options)
  return inference.ask({ relation, terms }).map(({ certainty, values }) => ({
    certain: certainty === 'certain',
    values: values.slice(1).flatMap(plain),
  }))
}

function plain(value: Value): readonly (string | number)[] {
  if (value.kind === 'name') return [value.name]
  if (value.kind === 'date') return [value.low, value.high]
  const [low, high] = [value.low.toNumber(), value.high.toNumber()]
  return low === high ? [low] : [low, high]
}
