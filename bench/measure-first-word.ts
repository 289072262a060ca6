import { fileURLToPath } from 'node:url'
import { answerGrammar } from '../assistant/answers/draft/answer-grammar.ts'
import { buildTurns } from '../assistant/answers/draft/build-turns.ts'
import { instructionsFor } from '../assistant/answers/answer-settings.ts'
import { USUAL_SETTINGS } from '../contract/evaluation/answer-setting-words.ts'
import type { RemoteLanguageModel } from '../models/local/remote-language-model.ts'
import type { Measurement } from './measurement.ts'
import { openBenchModel } from './open-bench-model.ts'
import { processorSeconds } from './processor-time.ts'
import { median } from './quantiles.ts'
import { createRandomText } from './random-text.ts'
import { rounded } from './rounded.ts'

const RUNS = 5
const INSTRUCTIONS = instructionsFor(USUAL_SETTINGS)
const SOURCES = [1, 2, 3, 4]
/** A made-up word takes several tokens: with the rest about 600, as much as the sample matters' questions (524 to 972). */
const WORDS_PER_SOURCE = 44

type Wait = { readonly seconds: number; readonly processorSeconds: number; readonly promptTokens: number }

/** From the first question to its first word: model loaded and instructions read before it was asked, against neither. A B A B. */
export async function* measureFirstWord(): AsyncGenerator<Measurement> {
  await using opened = await openBenchModel(fileURLToPath(new URL('..', import.meta.url)))
  const { model } = opened
  const ratios: Omit<Wait, 'promptTokens'>[] = []
  const waits: { readonly cold: Wait; readonly prepared: Wait }[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const cold = await firstWord(model, run, false)
    const prepared = await firstWord(model, run, true)
    waits.push({ cold, prepared })
    ratios.push({
      seconds: prepared.seconds / cold.seconds,
      processorSeconds: prepared.processorSeconds / cold.processorSeconds,
    })
  }
  yield {
    bench: 'first-word',
    model: model.info.id,
    threads: opened.threads,
    runs: RUNS,
    promptTokens: median(waits.map(({ prepared }) => prepared.promptTokens)),
    coldSeconds: rounded(median(waits.map(({ cold }) => cold.seconds))),
    preparedSeconds: rounded(median(waits.map(({ prepared }) => prepared.seconds))),
    preparedOverCold: rounded(median(ratios.map(({ seconds }) => seconds))),
    preparedOverColdProcessor: rounded(median(ratios.map((ratio) => ratio.processorSeconds))),
  }
}

/** Of a new process. */
async function firstWord(model: RemoteLanguageModel, seed: number, isPrepared: boolean): Promise<Wait> {
  model.unload()
  if (isPrepared) await model.prepare(INSTRUCTIONS)
  const before = isPrepared ? await processorSecondsOf(model) : 0
  const startedMs = performance.now()
  const text = createRandomText(seed + 1)
  const newSources = SOURCES.map((number) => ({
    source: `S${number}`,
    where: `report-${number}.txt`,
    text: text.words(WORDS_PER_SOURCE),
  }))
  const question = `What does w${seed} say of the notice?`
  const items = model.generate({
    turns: buildTurns([{ question, newSources, answer: null }], INSTRUCTIONS),
    maxTokens: 1,
    grammar: answerGrammar(newSources.map(({ source }) => source)),
  })
  const { promptTokens } = await resultOf(items)
  const seconds = (performance.now() - startedMs) / 1000
  return { seconds, processorSeconds: (await processorSecondsOf(model)) - before, promptTokens }
}

async function resultOf<R>(items: AsyncGenerator<unknown, R, void>): Promise<R> {
  for (let next = await items.next(); ; next = await items.next()) if (next.done) return next.value
}

/** So far, of the process that it is loaded in. */
async function processorSecondsOf(model: RemoteLanguageModel): Promise<number> {
  const { pid } = await model.report()
  return (await processorSeconds([pid])) - (await processorSeconds())
}
