import { expect, test } from 'vitest'
import { nameCandidates } from '../../../../assistant/opinions/differential/local-differential.ts'
import { createScriptedModel } from '../../../../models/stand-ins.ts'

const named = (says: string) =>
  nameCandidates('Why?', [], createScriptedModel({ says: [says] }), new AbortController().signal)

test('a name that was cut off in the middle is no candidate', async () => {
  expect(await named('- asthma\n- pulmonary embol')).toEqual(['asthma'])
  expect(await named('- asthma\n- pulmonary embolism\n')).toEqual(['asthma', 'pulmonary embolism'])
})
