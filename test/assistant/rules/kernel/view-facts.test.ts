import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredStatement } from '../../../../assistant/rules/kernel/kernel-methods.ts'
import { type GatedFacts, gateFacts, viewFacts } from '../../../../assistant/rules/kernel/view-facts.ts'
import { compilePacks } from '../../../../kb/compile/compile-packs.ts'
import type { Program } from '../../../../kb/program/rule.ts'
import { readShippedPack } from '../../../kb/read-shipped-pack.ts'

const program = compilePacks([readShippedPack('af-demo')]).program as Program

/** Some of it contradicts, supersedes, is only proposed, or is nothing that the pack knows. */
const fact: fc.Arbitrary<StoredStatement> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  state: fc.constantFrom('confirmed', 'proposed', 'rejected'),
  relation: fc.constantFrom('has', 'weight', 'creatinine', 'nothing'),
  args: fc.constantFrom(['patient', 'af'], ['patient', '60 kg'], ['patient', '72 kg'], ['patient', '1.1 mg/dl'], []),
  holds: fc.constantFrom('yes', 'no', 'unknown'),
  at: fc.constantFrom(null, '2026-05-01', '2026-06-01'),
  validFrom: fc.constantFrom(null, '2026-05-15'),
  validTo: fc.constantFrom(null, '2026-07-01'),
})
const facts = fc.uniqueArray(fact, { selector: ({ id }) => id, maxLength: 5 })
const on = { asOf: '2026-06-15', only: null }

test('facts that were gated before mean the same as if they never were, whatever was added, changed or taken away', () => {
  fc.assert(
    fc.property(fc.array(facts, { minLength: 1, maxLength: 6 }), (versions) => {
      let before: GatedFacts | undefined
      for (const version of versions) {
        before = gateFacts(structuredClone(version), program, before)
        const anew = gateFacts(version, program)
        expect(before.facts).toEqual(anew.facts)
        expect(viewFacts(before, program, on)).toEqual(viewFacts(anew, program, on))
      }
    }),
  )
})

test('one fact is viewed as it is among all of them', () => {
  fc.assert(
    fc.property(facts, (all) => {
      const gated = gateFacts(all, program)
      const one = ({ id }: StoredStatement) => viewFacts(gated, program, { ...on, only: id })
      expect(all.flatMap(one)).toEqual(viewFacts(gated, program, on))
    }),
  )
})
