import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckedKind, Finding } from '../contract/drafts/draft-check.ts'
import { addFiles, filesOf, readDocuments, SETS, type SourceSet } from './drafts/draft-sources.ts'
import { humanDrafts } from './drafts/human-statements.ts'
import { type DraftItem, makeDrafts } from './drafts/make-drafts.ts'
import { PLANTED_WORDS } from './drafts/planted-words.ts'
import { PLANTED_KINDS, type PlantedKind } from './drafts/plant-errors.ts'
import type { Measurement } from './measurement.ts'
import { type BenchAssistant, openBenchAssistant } from './open-bench-assistant.ts'
import { temporaryFolder } from './temporary-home.ts'
import { wilson } from './wilson.ts'

const SEED = 24
/** Of each half, by set: one a document and some twice, 120 in all. */
const DRAFTS: Readonly<Record<SourceSet, number>> = {
  dragonball_law: 12,
  dragonball_medical: 12,
  contract_nli: 30,
  ingestion: 10,
}

/** By which check each kind of error must be reported; a sentence must be contradicted, not only missed. */
const REPORTED_BY: Readonly<Record<PlantedKind, readonly CheckedKindName[]>> = {
  // "three (6) years" contradicts itself.
  number: ['sentence', 'sum'],
  // Another month may make it a day that no calendar has.
  date: ['sentence', 'date'],
  unit: ['sentence'],
  name: ['sentence', 'party'],
  negation: ['sentence'],
  modal: ['sentence'],
  'state word': ['sentence'],
  'wrong page': ['page'],
  'cut quote': ['quotation'],
  'invented authority': ['authority'],
  sum: ['sum'],
  weekday: ['weekday'],
}
type CheckedKindName = (typeof CheckedKind)['options'][number]

type Judged = DraftItem & {
  readonly half: string
  readonly set: string
  readonly isFound: boolean
  readonly accusing: readonly Finding[]
}

/**
 * Drafts made from real documents, each half with words of its own planted as errors and true sentences, checked without a model by the whole of the app. CONSILIUM_HALF
 * ("development", "report"; else both) chooses documents, CONSILIUM_DRAFT_ERRORS a file for what was judged wrongly.
 */
export async function* measureDrafts(): AsyncGenerator<Measurement> {
  const { CONSILIUM_HALF } = process.env
  const halves = (['development', 'report'] as const).filter(
    (half) => CONSILIUM_HALF === undefined || half === CONSILIUM_HALF,
  )
  for (const half of halves) {
    const judged: Judged[] = []
    const human: Judged[] = []
    await using folder = await temporaryFolder()
    await using bench = await openBenchAssistant(join(folder.path, 'home'), { models: join(folder.path, 'none') })
    for (const set of SETS) {
      const matter = `${set} ${half}`
      await addFiles(bench, matter, await filesOf(set, half), folder.path)
      const documents = await readDocuments(bench, matter)
      for (const draft of makeDrafts(documents, {
        count: DRAFTS[set],
        seed: SEED + SETS.indexOf(set),
        words: PLANTED_WORDS[half],
      }))
        judged.push(...(await judge(bench, matter, draft)).map((one) => ({ ...one, half, set })))
      for (const { draft, document } of await humanDrafts(set, documents))
        human.push(
          ...(await judge(bench, await alone(bench, document, folder.path), draft)).map((one) => ({
            ...one,
            half,
            set,
          })),
        )
    }
    yield* figures(half, judged)
    yield* humanFigures(half, human)
    await writeErrors([...judged, ...human])
  }
}

/** A matter of that document alone: of another the same words may be false. */
async function alone(bench: BenchAssistant, file: string, folder: string): Promise<string> {
  const matter = `alone ${file.split('/').slice(-1)}`
  const known = await bench.client.matter.list()
  if (!known.some((one) => one.matter === matter)) await addFiles(bench, matter, [file], folder)
  return matter
}

async function judge(
  { client }: BenchAssistant,
  matter: string,
  { name, text, items }: { readonly name: string; readonly text: string; readonly items: readonly DraftItem[] },
): Promise<readonly Omit<Judged, 'half' | 'set'>[]> {
  const { draftId } = await client.draft.add({ matter, name, file: new File([text], name) })
  const findings: Finding[] = []
  for await (const event of await client.draft.check({ matter, draft: draftId }))
    if (event.type === 'finding') findings.push(event)
  return items.map((item) => {
    const accusing = findings.filter(
      ({ verdict, start, end }) =>
        (verdict === 'contradicted' || verdict === 'nowhere') && start < item.end && end > item.start,
    )
    return { ...item, accusing, isFound: accusing.some((one) => isOfKind(one, item.planted)) }
  })
}

function isOfKind({ kind, verdict }: Finding, planted: PlantedKind | null): boolean {
  if (planted === null || !REPORTED_BY[planted].includes(kind)) return false
  return kind !== 'sentence' || verdict === 'contradicted'
}

function* figures(half: string, judged: readonly Judged[]): Generator<Measurement> {
  const planted = judged.filter((one) => one.planted !== null)
  for (const kind of PLANTED_KINDS) {
    const own = planted.filter((one) => one.planted === kind)
    yield {
      bench: 'drafts',
      half,
      planted: kind,
      ...share(own, ({ isFound }) => isFound),
      accused: own.filter(({ accusing }) => accusing.length > 0).length,
    }
  }
  yield { bench: 'drafts', half, what: 'planted found', ...share(planted, ({ isFound }) => isFound) }
  const rest = judged.filter((one) => one.planted === null)
  for (const [way, own] of Map.groupBy(rest, (one) => one.way))
    yield { bench: 'drafts', half, true: way, ...share(own, ({ accusing }) => accusing.length > 0) }
  yield { bench: 'drafts', half, what: 'true accused', ...share(rest, ({ accusing }) => accusing.length > 0) }
}

function* humanFigures(half: string, human: readonly Judged[]): Generator<Measurement> {
  for (const [way, own] of Map.groupBy(human, (one) => one.way)) {
    const isContradicted = ({ accusing }: Judged) => accusing.some(({ verdict }) => verdict === 'contradicted')
    yield {
      bench: 'drafts',
      half,
      human: way,
      ...share(own, ({ accusing }) => accusing.length > 0),
      contradicted: own.filter(isContradicted).length,
    }
  }
}

function share(all: readonly Judged[], test: (one: Judged) => boolean) {
  const count = all.filter(test).length
  return { n: all.length, count, share: count / Math.max(1, all.length), interval: wilson(count, all.length) }
}

async function writeErrors(judged: readonly Judged[]): Promise<void> {
  const { CONSILIUM_DRAFT_ERRORS } = process.env
  if (!CONSILIUM_DRAFT_ERRORS) return
  for (const { half, set, planted, way, text, source, isFound, accusing } of judged) {
    if (planted === null ? accusing.length === 0 : isFound) continue
    const reported = accusing.map(({ kind, verdict, said, instead }) => ({ kind, verdict, said, instead }))
    await appendFile(CONSILIUM_DRAFT_ERRORS, `${JSON.stringify({ half, set, planted, way, text, source, reported })}\n`)
  }
}
