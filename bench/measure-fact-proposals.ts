import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Fact, ProposalEvent } from '../contract/fact.ts'
import type { AssistantClient } from '../contract/index.ts'
import { openBenchAssistant } from './open-bench-assistant.ts'
import { temporaryFolder } from './temporary-home.ts'

const Label = z.object({
  relation: z.string(),
  args: z.array(z.string()),
  holds: z.enum(['yes', 'no']),
  /** Where it stands, UTF-16 offsets into the text as it was read; of several places any is right. */
  spans: z.array(z.tuple([z.number(), z.number()])),
  /** It can be read either way: to propose it is neither right nor wrong. */
  optional: z.boolean().default(false),
})
type Label = z.infer<typeof Label>
const Labelled = z.array(
  z.object({ folder: z.string(), document: z.string(), pack: z.string(), facts: z.array(Label) }),
)

type Count = {
  proposed: number
  right: number
  placed: number
  verbatim: number
  labelled: number
  found: number
  seconds: number
}

const PACKS = join(import.meta.dirname, 'fact-packs')
const LABELS = join(import.meta.dirname, 'fact-labels.json')
const NOTHING: Count = { proposed: 0, right: 0, placed: 0, verbatim: 0, labelled: 0, found: 0, seconds: 0 }

/**
 * `node bench/measure-fact-proposals.ts FOLDER [MODEL]…`: precision and recall of the facts that are proposed from 12
 * documents labelled by a person, each in a matter of its own. FOLDER holds `dragonball_law` and `dragonball_medical`; MODEL is
 * an id, or `none`. Prints a line for each document and relation that is not perfect with `VERBOSE=1`, then the sums.
 */
async function main([folder, ...models]: readonly string[]): Promise<number> {
  if (folder === undefined) {
    process.stderr.write('error WRONG_USE: node bench/measure-fact-proposals.ts FOLDER [MODEL]…\n')
    return 2
  }
  const documents = Labelled.parse(JSON.parse(readFileSync(LABELS, 'utf8')))
  for (const model of models.length === 0 ? ['none'] : models) {
    await using home = await temporaryFolder()
    await using assistant = await openBenchAssistant(join(home.path, 'home'))
    const { client } = assistant
    for (const pack of new Set(documents.map((document) => document.pack)))
      await client.pack.import({ folder: join(PACKS, pack) })
    const sums = new Map<string, Count>()
    for (const [index, labelled] of documents.entries()) {
      const matter = `Matter ${index}`
      await client.matter.create({ name: matter })
      await client.pack.use({ matter, pack: labelled.pack, on: true })
      const path = join(folder, labelled.folder, 'docs', labelled.document)
      for await (const _ of await client.library.addPaths({ matter, paths: [path] }));
      const { facts, seconds } = await proposed(client, matter, model)
      const text = (await client.library.text({ matter, document: labelled.document }))
        .map((page) => page.text)
        .join('\f')
      const relations = new Set([...labelled.facts, ...facts].map(({ relation }) => relation))
      for (const relation of relations) {
        const of = <T extends { relation: string }>(all: readonly T[]) => all.filter((one) => one.relation === relation)
        const count = score(of(facts), of(labelled.facts), text, `${index} ${labelled.document}`)
        for (const name of ['all', labelled.folder, `${labelled.folder} ${relation}`]) add(sums, name, count)
      }
      for (const name of ['all', labelled.folder]) add(sums, name, { ...NOTHING, seconds })
    }
    for (const [name, count] of [...sums].toSorted(([one], [other]) => one.localeCompare(other)))
      process.stdout.write(`${JSON.stringify({ bench: 'fact-proposals', model, of: name, ...shown(count) })}\n`)
  }
  return 0
}

async function proposed(client: AssistantClient, matter: string, model: string) {
  const facts: Fact[] = []
  const startedMs = performance.now()
  for await (const event of await client.fact.propose({ matter, model }))
    if ((event satisfies ProposalEvent).type === 'proposal') facts.push(event as Fact)
  return { facts, seconds: (performance.now() - startedMs) / 1000 }
}

function score(facts: readonly Fact[], labels: readonly Label[], text: string, where: string): Count {
  const count = { ...NOTHING, labelled: labels.filter(({ optional }) => !optional).length }
  const found = new Set<Label>()
  for (const fact of facts) {
    const { source } = fact
    if (source.kind !== 'passage') throw new Error('A proposal without its place.')
    const label = labels.find((one) => keyOf(one) === keyOf(fact))
    if (label) found.add(label)
    if (text.slice(source.start, source.end) === source.quote && source.quote !== '') count.verbatim += 1
    else process.stderr.write(`NOT VERBATIM ${where}: ${keyOf(fact)}\n`)
    if (label?.optional) {
      count.verbatim -= 1
      continue
    }
    count.proposed += 1
    if (label) count.right += 1
    if (label?.spans.some(([start, end]) => start < source.end && source.start < end)) count.placed += 1
    if (!label && process.env.VERBOSE)
      process.stderr.write(`wrong ${where}: ${keyOf(fact)} ${source.model} at ${source.start}\n`)
  }
  const missed = labels.filter((label) => !label.optional && !found.has(label))
  if (process.env.VERBOSE) for (const label of missed) process.stderr.write(`missed ${where}: ${keyOf(label)}\n`)
  return { ...count, found: count.labelled - missed.length }
}

function keyOf({ relation, args, holds }: Pick<Fact, 'relation' | 'args' | 'holds'>): string {
  return JSON.stringify([relation, args, holds])
}

function add(sums: Map<string, Count>, name: string, count: Count): void {
  const sum = sums.get(name) ?? NOTHING
  const keys = Object.keys(NOTHING) as (keyof Count)[]
  sums.set(name, Object.fromEntries(keys.map((key) => [key, sum[key] + count[key]])) as Count)
}

function shown({ proposed: all, right, placed, verbatim, labelled, found, seconds }: Count) {
  const share = (part: number, whole: number) => (whole === 0 ? null : Math.round((1000 * part) / whole) / 1000)
  return {
    proposed: all,
    right,
    precision: share(right, all),
    atLabelledPlace: placed,
    allVerbatim: verbatim === all,
    labelled,
    found,
    recall: share(found, labelled),
    ...(seconds > 0 ? { seconds: Math.round(seconds) } : {}),
  }
}

process.exitCode = await main(process.argv.slice(2))
