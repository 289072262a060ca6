import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createDetection } from '../assistant/packets/detection.ts'
import { createWordLists } from '../assistant/home/word-lists.ts'
import type { FindIdentifiers } from '../disclosure/packet/mask-segments.ts'
import type { Measurement } from './measurement.ts'
import { type GoldSpan, type Scored, scoreIdentifiers, sumScores } from './score-identifiers.ts'
import { wilson } from './wilson.ts'

const EVALUATION = new URL('../../shared/eval/', import.meta.url)
const LISTS = fileURLToPath(new URL('../disclosure/words/words.txt.br', import.meta.url))
/** Templates whose hash falls into these of five folds were looked at when the layers were made; the others never. */
const FOLDS = 5
const LOOKED_AT = 3
/** Recall of Presidio 2.2.366 with organisations kept, as `docs/measuring.md` gives it. */
const PRESIDIO = { presidio_research: 0.664, dragonball_law: 0.878, dragonball_medical: 0.514 } as const

type Sample = { readonly text: string; readonly gold: readonly GoldSpan[]; readonly group: string }

/** What is found of identifiers that people labelled, alone and with flags; what else is masked; and how long it takes. */
export async function* measureIdentifiers(): AsyncGenerator<Measurement> {
  const beginning = process.cpuUsage()
  // From sources, whose types are taken out of each file.
  await import('../disclosure/identifiers/create-detector.ts')
  const opening = process.cpuUsage()
  const { find, isOrdinaryWord } = await createDetection(createWordLists(LISTS))()
  isOrdinaryWord('hope')
  const listsMs = millisecondsOf(process.cpuUsage(opening))
  yield {
    bench: 'identifiers',
    what: 'load the code',
    processorMs: millisecondsOf(process.cpuUsage(beginning)) - listsMs,
  }
  yield { bench: 'identifiers', what: 'load the word lists', processorMs: listsMs, bar: 300 }
  const sentences = await readSentences()
  const isLookedAt = ({ group }: Sample) => foldOf(group) < LOOKED_AT
  const presidio = PRESIDIO.presidio_research
  yield measure('presidio_research, all', sentences, find, presidio)
  yield measure('presidio_research, templates looked at', sentences.filter(isLookedAt), find, presidio)
  yield measure(
    'presidio_research, templates held out',
    sentences.filter((sample) => !isLookedAt(sample)),
    find,
    presidio,
  )
  for (const set of ['dragonball_law', 'dragonball_medical'] as const)
    yield measure(`${set}, every occurrence`, await readDocuments(set), find, PRESIDIO[set])
}

function millisecondsOf({ user, system }: NodeJS.CpuUsage): number {
  return Math.round((user + system) / 1000)
}

function measure(what: string, samples: readonly Sample[], find: FindIdentifiers, presidio: number): Measurement {
  const before = process.cpuUsage()
  const found = samples.map(({ text }) => find(text, []))
  const { user, system } = process.cpuUsage(before)
  const scores = samples.flatMap(({ text, gold }, at): readonly Scored[] => {
    const findings = found[at]
    return findings ? [scoreIdentifiers(text, gold, findings)] : []
  })
  const sum = sumScores(scores)
  const characters = samples.reduce((all, { text }) => all + text.length, 0)
  return {
    bench: 'identifiers',
    what,
    texts: samples.length,
    spans: sum.spans,
    recall: share(sum.found, sum.spans),
    recallInterval: wilson(sum.found, sum.spans),
    recallWithFlags: share(sum.foundWithFlags, sum.spans),
    // Not every identifier is labelled in the documents: their precision is unknown.
    characterPrecision: what.startsWith('presidio') ? share(sum.maskedInGold, sum.masked) : null,
    flaggedTokens: share(sum.flagged, sum.tokens),
    presidioRecall: presidio,
    charactersPerProcessorSecond: Math.round(characters / ((user + system) / 1e6)),
  }
}

const share = (part: number, whole: number) => (whole === 0 ? null : Math.round((part / whole) * 1000) / 1000)

function foldOf(template: string): number {
  return Number(BigInt(`0x${createHash('sha256').update(template).digest('hex')}`) % BigInt(FOLDS))
}

type Sentence = {
  readonly full_text: string
  readonly template_id: number
  readonly spans: readonly {
    readonly start_position: number
    readonly end_position: number
    readonly entity_type: string
  }[]
}

async function readSentences(): Promise<readonly Sample[]> {
  const file = new URL('presidio_research/synth_dataset_v2.json', EVALUATION)
  const sentences = JSON.parse(await readFile(file, 'utf8')) as readonly Sentence[]
  return sentences.map(({ full_text: text, template_id: template, spans }) => ({
    text,
    group: String(template),
    gold: spans.map(({ start_position: start, end_position: end, entity_type: type }) => ({ start, end, type })),
  }))
}

type Labelled = {
  readonly doc: string
  readonly spans: readonly { readonly start: number; readonly end: number; readonly label: string }[]
}

async function readDocuments(set: string): Promise<readonly Sample[]> {
  const lines = (await readFile(new URL(`${set}/phi.jsonl`, EVALUATION), 'utf8')).trim().split('\n')
  return Promise.all(
    lines.map(async (line) => {
      const { doc, spans } = JSON.parse(line) as Labelled
      const text = await readFile(new URL(`${set}/docs/${doc}`, EVALUATION), 'utf8')
      return { text, group: doc, gold: spans.map(({ start, end, label }) => ({ start, end, type: label })) }
    }),
  )
}
