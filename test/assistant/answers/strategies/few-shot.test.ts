import { verbatim } from '../../../../wording/message.ts'
import { expect, test } from 'vitest'
import type { WorkedExample } from '../../../../contract/answers/strategy.ts'
import { createScriptedModel } from '../../../../models/stand-ins.ts'
import { asked, matterWith } from './asking.ts'

const LEASE = 'The tenant may end this lease on 24 March 2026 by giving six months notice.\n'
const ANSWER = 'The tenant may end this lease on 24 March 2026 [S1].'
const EXAMPLE: WorkedExample = {
  question: 'When does the mooring licence end?',
  answer: 'The harbour master withdrew the mooring on 3 May 2019.',
  from: verbatim('Shipped questions'),
  fit: 0.7,
}
const examples = async () => [EXAMPLE]

test('examples stand before the question and are kept with the answer', async () => {
  await using use = await matterWith(LEASE)
  const model = createScriptedModel({ says: [ANSWER] })
  const { answer } = await asked(use, model, { strategy: 'few-shot' }, { examples })
  const prompt = model.asked[0]?.turns.at(-1)?.text ?? ''
  expect(prompt.indexOf(EXAMPLE.question)).toBeGreaterThan(prompt.indexOf('[S1]'))
  expect(prompt.indexOf(EXAMPLE.question)).toBeLessThan(prompt.indexOf('When may the tenant'))
  expect(answer).toMatchObject({ state: 'answered', strategy: 'few-shot', approach: { examples: [EXAMPLE] } })
})

test('marks are those of the passages: an example has none that could be cited', async () => {
  await using use = await matterWith(LEASE)
  const model = createScriptedModel({ says: [ANSWER] })
  await asked(use, model, { strategy: 'few-shot' }, { examples })
  expect(model.asked[0]?.grammar).toMatch(/^mark ::= "S1"$/m)
})

test('words and dates that only an example has are no source, under whatever mark', async () => {
  await using use = await matterWith(LEASE)
  for (const said of [
    'The harbour master withdrew the mooring [S1].',
    'The tenant may end this lease on 3 May 2019 [S1].',
    'The harbour master may end this lease by giving six months notice of the mooring [S1].',
  ]) {
    const model = createScriptedModel({ says: [said] })
    const { answer } = await asked(use, model, { strategy: 'few-shot' }, { examples })
    const own = answer.claims.filter(({ text }) => said.startsWith(text.replace(/\.$/, '')))
    expect(own.filter(({ verdict }) => verdict !== 'contradicted')).toEqual([])
  }
})

test('where no example is near, the answer is written, and that is told', async () => {
  await using use = await matterWith(LEASE)
  const model = createScriptedModel({ says: [ANSWER] })
  const { answer, events } = await asked(use, model, { strategy: 'few-shot' })
  expect(answer).toMatchObject({ strategy: 'direct', approach: { wanted: 'few-shot', examples: [] } })
  expect(events).toContainEqual(expect.objectContaining({ type: 'approach', strategy: 'direct', wanted: 'few-shot' }))
})
