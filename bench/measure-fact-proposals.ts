import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Fact } from '../contract/knowledge/fact.ts'
import type { AssistantClient } from '../contract/index.ts'
import { openBenchAssistant } from './open-bench-assistant.ts'
import { type ProposalScore, scoreProposals } from './score-proposals.ts'
import { temporaryFolder } from './temporary-home.ts'

const Labelled = z.object({
  folder: z.string(),
  document: z.string(),
  pack: z.string(),
  /** Not looked at while the finders were made; counted apart. */
  unseen: z.boolean().default(false),
  facts: z.array(
    z.object({
      relation: z.string(),
      args: z.array(z.string()),
      holds: z.enum(['yes', 'no']),
      spans: z.array(z.tuple([z.number(), z.number()])),
      optional: z.boolean().default(false),
    }),
  ),
})
type Labelled = z.infer<typeof Labelled>

type Sum = Omit<ProposalScore, 'remarks'> & { readonly seconds: number }

const PACKS = join(import.meta.dirname, 'fact-packs')
const LABELS = join(import.meta.dirname, 'fact-labels.json')
const NOTHING: Sum = { proposed: 0, right: 0, atLabelledPlace: 0, notVerbatim: 0, labelled: 0, found: 0, seconds: 0 }

/**
 * `node bench/measure-fact-proposals.ts FOLDER [MODEL]…`: precision and recall of the facts that are proposed from 16
 * documents labelled by a person, each in a matter of its own; four of them were not looked at before. FOLDER holds
 * `dragonball_law` and `dragonball_medical`; MODEL is an id, or `none`. With VERBOSE=1 also what was wrong and what was missed.
 */
async function main([folder, ...models]: readonly string[]): Promise<number> {
  if (folder === undefined) {
    process.stderr.write('error WRONG_USE: node bench/measure-fact-proposals.ts FOLDER [MODEL]…\n')
    return 2
  }
  const documents = z.array(Labelled).parse(JSON.parse(readFileSync(LABELS, 'utf8')))
  let isVerbatim = true
  for (const model of models.length === 0 ? ['none'] : models) {
    const sums = await measure(documents, folder, model)
    for (const [name, sum] of [...sums].toSorted(([one], [other]) => one.localeCompare(other))) {
      process.stdout.write(`${JSON.stringify({ bench: 'fact-proposals', model, of: name, ...shown(sum) })}\n`)
      isVerbatim &&= sum.notVerbatim === 0
    }
  }
  return isVerbatim ? 0 : 1
}

async function measure(documents: readonly Labelled[], folder: string, model: string) {
  await using home = await temporaryFolder()
  await using assistant = await openBenchAssistant(join(home.path, 'home'))
  const { client } = assistant
  for (const pack of new Set(documents.map((document) => document.pack)))
    await client.pack.import({ folder: join(PACKS, pack) })
  const sums = new Map<string, Sum>()
  for (const [index, labelled] of documents.entries()) {
    const { facts, text, seconds } = await proposed(client, labelled, { matter: `Matter ${index}`, folder, model })
    for (const relation of new Set([...labelled.facts, ...facts].map((one) => one.relation))) {
      const of = <T extends { readonly relation: string }>(all: readonly T[]) =>
        all.filter((one) => one.relation === relation)
      const { remarks, ...score } = scoreProposals(of(facts), of(labelled.facts), text)
      if (process.env.VERBOSE) for (const remark of remarks) process.stderr.write(`${index} ${remark}\n`)
      for (const name of namesFor(labelled, relation)) add(sums, name, { ...score, seconds: 0 })
    }
    for (const name of namesFor(labelled, null)) add(sums, name, { ...NOTHING, seconds })
  }
  return sums
}

type Place = { readonly matter: string; readonly folder: string; readonly model: string }

async function proposed(client: AssistantClient, labelled: Labelled, { matter, folder, model }: Place) {
  await client.matter.create({ name: matter })
  await client.pack.use({ matter, pack: labelled.pack, on: true })
  const path = join(folder, labelled.folder, 'docs', labelled.document)
  for await (const _ of await client.library.addPaths({ matter, paths: [path] }));
  const pages = await client.library.text({ matter, document: labelled.document })
  const facts: Fact[] = []
  const startedMs = performance.now()
  for await (const event of await client.fact.propose({ matter, model }))
    if (event.type === 'proposal') facts.push(event)
  const seconds = (performance.now() - startedMs) / 1000
  return { facts, text: pages.map((page) => page.text).join('\f'), seconds }
}

function namesFor({ folder, unseen }: Labelled, relation: string | null): readonly string[] {
  if (unseen) return ['4 unseen documents']
  return ['12 documents', folder, ...(relation === null ? [] : [`${folder} ${relation}`])]
}

function add(sums: Map<string, Sum>, name: string, more: Sum): void {
  const sum = sums.get(name) ?? NOTHING
  const keys = Object.keys(NOTHING) as (keyof Sum)[]
  sums.set(name, Object.fromEntries(keys.map((key) => [key, sum[key] + more[key]])) as Sum)
}

function shown({ seconds, ...sum }: Sum) {
  const share = (part: number, whole: number) => (whole === 0 ? null : Math.round((1000 * part) / whole) / 1000)
  const { right, proposed: all, found, labelled } = sum
  const rates = { precision: share(right, all), recall: share(found, labelled) }
  return { ...rates, ...sum, ...(seconds > 0 ? { seconds: Math.round(seconds) } : {}) }
}

process.exitCode = await main(process.argv.slice(2))
