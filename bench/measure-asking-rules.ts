import { join } from 'node:path'
import type { AssistantClient } from '../contract/index.ts'
import type { Measurement } from './measurement.ts'
import { openBenchAssistant } from './open-bench-assistant.ts'
import { quantiles } from './quantiles.ts'
import { temporaryFolder } from './temporary-home.ts'

const MATTER = 'Bench'
const FACTS = [
  'born(patient, 1949-05-03)',
  'sex(patient, female)',
  'weight(patient, 58 kg)',
  'creatinine(patient, 118 µmol/L)',
  'finding(patient, hypertension)',
  'no finding(patient, diabetes)',
]
const QUESTIONS = [
  'What is her CHA2DS2-VASc score?',
  'Which medicines does she take?',
  'What was her weight in November?',
  'Is she on too much enoxaparin?',
  'What is her creatinine clearance?',
  'Has she had a stroke?',
  'When was she born?',
  'What is the NEWS2 score?',
]
const ROUNDS = 5
/** How long a matter has been open before the first question comes. */
const OPEN_FOR_MS = [0, 1000, 3000]
const DOCUMENT = 'samples/discharge-letter'

/**
 * Evidence with the clinical pack and six facts on the sample letters (issue 20): how long until there is something to read, and until
 * the rules are through as well; of the first question, and of those after it.
 */
export async function* measureAskingRules(): AsyncGenerator<Measurement> {
  await using folder = await temporaryFolder()
  const home = join(folder.path, 'home')
  await prepare(home)
  for (const openForMs of OPEN_FOR_MS) {
    await using assistant = await openBenchAssistant(home, { isBuilt: true, readsOn: true })
    const { client } = assistant
    await client.library.documents({ matter: MATTER })
    await new Promise((resolve) => setTimeout(resolve, openForMs))
    const opening = await evidenceTimes(client, QUESTIONS[0] ?? '')
    const others: EvidenceTimes[] = []
    for (let round = 0; round < ROUNDS; round += 1)
      for (const question of QUESTIONS) others.push(await evidenceTimes(client, question))
    for (const until of ['first', 'all'] as const)
      yield {
        bench: 'asking-rules',
        until,
        openForMs,
        openingMs: Math.round(opening[until]),
        ...quantiles(others.map((one) => one[until])),
      }
  }
}

async function prepare(home: string): Promise<void> {
  await using assistant = await openBenchAssistant(home, { isBuilt: true })
  const { client } = assistant
  await client.matter.create({ name: MATTER })
  await client.pack.use({ matter: MATTER, pack: 'clinical', on: true })
  for (const text of FACTS) await client.fact.setText({ matter: MATTER, text })
  const paths = [join(import.meta.dirname, '..', DOCUMENT)]
  for await (const _event of await client.library.addPaths({ matter: MATTER, paths }));
}

/** Milliseconds from the call to the first evidence, and to the last of it. */
type EvidenceTimes = { readonly first: number; readonly all: number }

/** Nothing is written: passages and conclusions are all that there is. */
async function evidenceTimes(client: AssistantClient, question: string): Promise<EvidenceTimes> {
  const startedMs = performance.now()
  const times: number[] = []
  for await (const event of await client.answer.ask({ matter: MATTER, question, model: 'none' }))
    if (event.type === 'evidence') times.push(performance.now() - startedMs)
  return { first: times[0] ?? NaN, all: times.at(-1) ?? NaN }
}
