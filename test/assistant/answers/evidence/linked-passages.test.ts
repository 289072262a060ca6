import { expect, test } from 'vitest'
import { passageSource } from '../../../../assistant/answers/evidence/passage-source.ts'
import { addPaths } from '../../../../assistant/reading/intake/add-paths.ts'
import { matterInUse } from '../../matter-in-use.ts'
import { passagesOf } from '../passages-of.ts'

const filler = (subject: string) => `The ${subject} is described at length in words of no interest. `.repeat(12)

test('evidence brings the clause that the best passage refers to, though its words are not those of the question', async () => {
  await using use = await matterInUse()
  const clauses = [
    'CLAUSE 1. BREAK\n\n1.1 The tenant may break the lease early, subject to clause 10.3 of this lease.',
    ...[2, 3, 4, 5, 6, 7, 8, 9].map(
      (n) => `CLAUSE ${n}. TENANT AND LEASE ${n}\n\n${n}.1 ${filler(`tenant's lease break, part ${n},`)}`,
    ),
    `CLAUSE 10. CONDITIONS\n\n${filler('building')}\n\n10.3 Six months of warning in writing come first. ${filler('warning')}`,
  ]
  const path = await use.write('lease.txt', clauses.join('\n\n'))
  await Array.fromAsync(addPaths([path], { matter: use.matter, queue: use.queue, now: () => new Date() }))
  const query = { question: 'May the tenant break the lease early?', follows: null, documents: [], asOf: null }
  const { evidence: found } = await passageSource(use.matter, null).find(query, new AbortController().signal)
  const evidence = passagesOf(found)
  expect(evidence).toHaveLength(8)
  expect(evidence[0]!.text).toContain('subject to clause 10.3')
  expect(evidence.at(-1)!.text).toContain('Six months of warning in writing')
})
