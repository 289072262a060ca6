import { appendFile, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPackFolder } from '../assistant/rules/packs/pack-shelf.ts'
import { weighCandidates } from '../kb/prove/weigh-candidates.ts'
import { compilePacks } from '../kb/compile/compile-packs.ts'
import { USUAL_BUDGET } from '../kb/infer/budget.ts'
import { createInference } from '../kb/infer/inference.ts'
import type { LanguageModel } from '../models/language-model.ts'
import { type Case, drawCases } from './candidates/draw-cases.ts'
import type { Measurement } from './measurement.ts'
import { openBenchModel } from './open-bench-model.ts'
import { wilson } from './wilson.ts'
import { englishText } from '../wording/message-text.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const CASES = 200
const SEED = 8
/** As many as go into a packet. */
const GIVEN = 8
const NAMED = 5
const NEVER = new AbortController().signal

type Row = {
  readonly id: number
  readonly model: string
  readonly without: boolean
  readonly with: boolean
  readonly ms: number
}

/**
 * The candidate generator alone on 200 generated cases of 40 fictional conditions, then whether the model names the right one
 * among five, without the candidates and with them. CONSILIUM_BENCH_MINUTES (12) of the model; a later run goes on with what
 * CONSILIUM_BENCH_LOG holds.
 */
export async function* measureCandidates(): AsyncGenerator<Measurement> {
  const files = await readPackFolder(`${ROOT}/bench/candidates/pack`)
  const { candidates, program, problems } = compilePacks([{ name: 'fictional-conditions', files }])
  if (!program)
    throw new Error(`The pack does not pass the gate: ${problems.map(({ message }) => englishText(message))[0]}`)
  const names = candidates.map(({ name }) => name)
  const options = {
    asOf: 0,
    jurisdiction: null,
    statuses: new Set(['approved'] as const),
    budget: USUAL_BUDGET,
    now: () => 0,
  }
  const ranked = drawCases(candidates, CASES, SEED).map((drawn) => ({
    drawn,
    ranking: weighCandidates(createInference(program, drawn.facts, options), candidates).map(
      ({ candidate }) => candidate.name,
    ),
  }))
  const within = (top: number) =>
    ranked.filter(({ drawn, ranking }) => ranking.slice(0, top).includes(drawn.condition)).length
  const generator = {
    top1: share(within(1), CASES),
    top5: share(within(NAMED), CASES),
    top8: share(within(GIVEN), CASES),
  }
  yield { bench: 'candidates', way: 'generator', n: CASES, ...generator }
  const log = process.env.CONSILIUM_BENCH_LOG ?? join(tmpdir(), 'consilium-bench-candidates.jsonl')
  const model = process.env.CONSILIUM_BENCH_MODEL ?? 'qwen2.5-coder-0.5b-instruct-q4_k_m'
  const rows = (await rowsOf(log)).filter((row) => row.model === model)
  await askModel(ranked, { names, rows, log })
  yield scored('without candidates', model, rows.filter((row) => row.without).length, rows.length)
  yield scored('with candidates', model, rows.filter((row) => row.with).length, rows.length)
  const gained = rows.filter((row) => row.with && !row.without).length
  const lost = rows.filter((row) => row.without && !row.with).length
  yield { bench: 'candidates', way: 'both', model, n: rows.length, gained, lost }
}

type Ranked = { readonly drawn: Case; readonly ranking: readonly string[] }
type Asked = { readonly names: readonly string[]; readonly rows: Row[]; readonly log: string }

async function askModel(ranked: readonly Ranked[], { names, rows, log }: Asked): Promise<void> {
  const untilMs = performance.now() + Number(process.env.CONSILIUM_BENCH_MINUTES ?? '12') * 60_000
  const left = ranked.filter(({ drawn }) => !rows.some(({ id }) => id === drawn.id))
  if (left.length === 0) return
  await using opened = await openBenchModel(ROOT)
  for (const { drawn, ranking } of left) {
    if (performance.now() > untilMs) return
    const startedMs = performance.now()
    const given = ranking.slice(0, GIVEN).toSorted()
    const without = (await named(drawn, names, [], opened.model)).includes(drawn.condition)
    const withThem = (await named(drawn, names, given, opened.model)).includes(drawn.condition)
    const ms = Math.round(performance.now() - startedMs)
    const row = { id: drawn.id, model: opened.model.info.id, without, with: withThem, ms }
    rows.push(row)
    await appendFile(log, `${JSON.stringify(row)}\n`)
  }
}

/** Five different names of the list, as the model writes them. */
async function named(
  { present, absent }: Case,
  names: readonly string[],
  given: readonly string[],
  model: LanguageModel,
): Promise<readonly string[]> {
  const found = `Findings: ${present.join(', ')}.\nNot found: ${absent.slice(0, NAMED).join(', ')}.`
  const consider = given.length === 0 ? '' : `\nConsider each, confirm or reject: ${given.join(', ')}.`
  const turns = [
    {
      role: 'system',
      text: `You name the five likeliest conditions of a patient. The conditions:\n${names.join(', ')}`,
    },
    { role: 'user', text: `${found}${consider}\nThe five likeliest, one a line:` },
  ] as const
  const chosen: string[] = []
  // Name by name, so that none can come twice.
  while (chosen.length < NAMED) {
    const left = names.filter((name) => !chosen.includes(name))
    const begun = { role: 'assistant', text: chosen.map((name) => `${name}\n`).join('') } as const
    const grammar = `root ::= (${left.map((name) => JSON.stringify(name)).join(' | ')}) "\\n"`
    let text = ''
    const request = { turns: begun.text === '' ? [...turns] : [...turns, begun], maxTokens: 16, grammar }
    for await (const item of model.generate(request, NEVER)) text += item.text
    const name = names.find((one) => one === text.trim())
    if (name === undefined) break
    chosen.push(name)
  }
  return chosen
}

function scored(way: string, model: string, right: number, n: number): Measurement {
  return { bench: 'candidates', way, model, n, top5: share(right, n) }
}

function share(count: number, of: number) {
  return { count, share: of === 0 ? null : Math.round((count / of) * 1000) / 1000, interval: wilson(count, of) }
}

async function rowsOf(log: string): Promise<Row[]> {
  const text = await readFile(log, 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)
}
