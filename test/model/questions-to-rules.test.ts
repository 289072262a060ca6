import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { createGoalFinder } from '../../assistant/rules/goal-finder.ts'
import { describePacks } from '../../assistant/rules/kernel/describe-packs.ts'
import { readPackFolder } from '../../assistant/rules/packs/pack-shelf.ts'
import { compilePacks } from '../../kb/compile/compile-packs.ts'
import type { Embedder } from '../../models/embedder.ts'
import { createRemoteEmbedder } from '../../models/local/remote-embedder.ts'
import { forkChild } from '../../processes/fork-child.ts'
import { supervise } from '../../processes/supervise.ts'
import { realModel } from './real-models.ts'

/** Questions on the two sample packs with the goals that answer them; none: the rules have nothing to say. */
const QUESTIONS = {
  'af-demo': [
    ['Does Mrs Smith need a blood thinner?', ['recommend']],
    ['Should we start anticoagulation?', ['recommend']],
    ['Would you anticoagulate this patient?', ['recommend']],
    ['What is her stroke risk score?', ['cha2ds2vasc']],
    ['Calculate the CHA2DS2-VASc.', ['cha2ds2vasc']],
    ['How is her renal function?', ['creatinine_clearance']],
    ['What is the creatinine clearance?', ['creatinine_clearance']],
    ['How much enoxaparin should she get?', ['dose']],
    ['Which dose of enoxaparin is right for him?', ['dose']],
    ['Are there any drug interactions?', ['interaction']],
    ['Can warfarin be given with ibuprofen?', ['interaction', 'contraindicated']],
    ['Is oral anticoagulation contraindicated?', ['contraindicated', 'recommend']],
    ['What explains her shortness of breath?', ['candidate']],
    ['What is the differential diagnosis for the dyspnoea?', ['candidate']],
    ['How many drugs is the patient on?', ['medicine_count']],
    ['Who signed the discharge letter?', []],
    ['What was the HbA1c?', []],
    ['When may ramipril be restarted, and at what dose?', []],
    ['How did potassium change between 3 and 17 June 2025?', []],
    ['Which medicines were stopped or changed at discharge, and why?', []],
    ['When is the next appointment?', []],
    ['What did the echocardiogram show?', []],
    ['Where does the patient live?', []],
    ['What was the blood pressure at admission?', []],
    ['Who is the general practitioner?', []],
    ['Did the patient have surgery?', []],
    ['Which allergies are recorded?', []],
    ['On which ward was she treated?', []],
    ['What was said about smoking?', []],
    ['How long did she stay in hospital?', []],
  ],
  'limitation-demo': [
    ['When does the limitation period expire?', ['expires']],
    ['Until when can we bring the claim?', ['expires']],
    ['Can we still sue?', ['barred', 'expires']],
    ['Is the claim statute-barred?', ['barred']],
    ['Is it too late to bring proceedings?', ['barred']],
    ['When must we respond to the claim?', ['response_due']],
    ['What is the deadline for the defence?', ['response_due']],
    ['When is our response due?', ['response_due']],
    ['By what date did the break notice have to be served?', ['last_day']],
    ['What was the last day for serving the notice?', ['last_day']],
    ['Was the break notice given in time?', ['in_time']],
    ['Was the break notice received in time?', ['in_time', 'first_served']],
    ['How late was the notice?', ['late']],
    ['By how many days did they miss the deadline for the notice?', ['late']],
    ['On what date was the notice deemed served?', ['first_served']],
    ['Who is the landlord?', []],
    ['How much is the rent?', []],
    ['How much rent deposit does the landlord hold?', []],
    ['Does unpaid service charge stop the break from taking effect?', []],
    ['What did the agent write on 2 October?', []],
    ['Who may receive notices under the lease?', []],
    ['What is the term of the lease?', []],
    ['When was the lease signed?', []],
    ['Which repairs must the tenant do?', []],
    ['Is subletting allowed?', []],
    ['Who attended the meeting?', []],
    ['What interest is due on late rent?', []],
    ['What is the address of the premises?', []],
    ['Why does the bakery want to leave?', []],
    ['Who pays for the insurance?', []],
  ],
} as const

const { installed, whyNot } = await realModel('all-minilm-l6-v2-int8')
const supervised = supervise('embedding', () =>
  forkChild(fileURLToPath(new URL('../../models/process.ts', import.meta.url))),
)
const embedder = createRemoteEmbedder(supervised, {
  id: 'minilm',
  sha256: installed?.sha256 ?? '',
  path: installed?.path ?? '',
  format: 'onnx',
  dimensions: 384,
  maxTokens: 256,
  threads: 1,
  queryPrefix: '',
  passagePrefix: '',
})

afterAll(() => supervised[Symbol.asyncDispose]())

/** A goal found that answers the question is right; any found for a question that none answers is wrong. */
async function measure(by: Embedder | null) {
  const finder = createGoalFinder()
  const sums = { right: 0, wrong: 0, missed: 0 }
  const failures: string[] = []
  for (const [name, questions] of Object.entries(QUESTIONS)) {
    const files = await readPackFolder(fileURLToPath(new URL(`../../kb/packs/${name}`, import.meta.url)))
    const compiled = compilePacks([{ name, files }])
    const { goals } = describePacks(compiled, compiled)
    for (const [question, wanted] of questions) {
      const found = (await finder.find(question, goals, by)).map(({ relation }) => relation)
      const isRight = found.some((relation) => (wanted as readonly string[]).includes(relation))
      if (isRight) sums.right += 1
      else if (wanted.length > 0) sums.missed += 1
      if (found.length > 0 && !isRight) sums.wrong += 1
      if (found.length > 0 !== wanted.length > 0 || (found.length > 0 && !isRight))
        failures.push(`${question} -> ${found.join()}`)
    }
  }
  const precision = sums.right / (sums.right + sums.wrong)
  const recall = sums.right / (sums.right + sums.missed)
  return { ...sums, precision, recall, failures }
}

describe('from a question to the rules that answer it', () => {
  test.skipIf(whyNot !== null)('by meaning: sixty questions, half of which no rule answers', async () => {
    const { precision, recall, failures } = await measure(embedder)
    expect({ precision, recall, failures }).toMatchObject({
      precision: expect.toSatisfy((value: number) => value >= 0.9),
      recall: expect.toSatisfy((value: number) => value >= 0.9),
    })
  })

  test('by words alone, without a model: less is found, and little that is wrong', async () => {
    const { precision, recall, failures } = await measure(null)
    expect({ precision, recall, failures }).toMatchObject({
      precision: expect.toSatisfy((value: number) => value >= 0.85),
      recall: expect.toSatisfy((value: number) => value >= 0.5),
    })
  })
})
