import { fileURLToPath } from 'node:url'
import { buildTurns, type Round } from '../assistant/answers/draft/build-turns.ts'
import { instructionsFor } from '../assistant/answers/answer-settings.ts'
import { USUAL_SETTINGS } from '../contract/evaluation/answer-setting-words.ts'
import { answerGrammar } from '../assistant/answers/draft/answer-grammar.ts'
import type { RemoteLanguageModel } from '../models/local/remote-language-model.ts'
import type { Measurement } from './measurement.ts'
import { openBenchModel } from './open-bench-model.ts'
import { median } from './quantiles.ts'
import { createRandomText } from './random-text.ts'

const RUNS = 5
const INSTRUCTIONS = instructionsFor(USUAL_SETTINGS)

/** First token of a follow-up on the same sources, and with one new source, against that of the first question. */
export async function* measureFollowUps(): AsyncGenerator<Measurement> {
  await using opened = await openBenchModel(fileURLToPath(new URL('..', import.meta.url)))
  const { model } = opened
  const same: number[] = []
  const added: number[] = []
  const first: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const text = createRandomText(run + 1)
    const source = (number: number) => ({ source: `S${number}`, where: `report-${number}.txt`, text: text.words(190) })
    const asked: Round = {
      question: `What does w${run} say of the notice?`,
      newSources: [1, 2, 3, 4, 5].map(source),
      answer: null,
    }
    const one = await firstToken(model, [asked], 5)
    const answered = { ...asked, answer: one.text }
    const two = await firstToken(model, [answered, { question: 'And of the rent?', newSources: [], answer: null }], 5)
    const back = await firstToken(
      model,
      [answered, { question: 'And of repairs?', newSources: [source(6)], answer: null }],
      6,
    )
    first.push(one.ms)
    same.push(two.ms / one.ms)
    added.push(back.ms / one.ms)
  }
  yield {
    bench: 'follow-ups',
    model: model.info.id,
    runs: RUNS,
    firstTokenMs: Math.round(median(first)),
    sameSourcesRatio: round(median(same)),
    oneNewSourceRatio: round(median(added)),
  }
}

async function firstToken(
  model: RemoteLanguageModel,
  rounds: readonly Round[],
  sources: number,
): Promise<{ ms: number; text: string }> {
  const marks = Array.from({ length: sources }, (_, index) => `S${index + 1}`)
  const startedMs = performance.now()
  let ms = Number.NaN
  let text = ''
  const items = model.generate({
    turns: buildTurns(rounds, INSTRUCTIONS),
    maxTokens: 32,
    grammar: answerGrammar(marks),
  })
  for (let next = await items.next(); !next.done; next = await items.next()) {
    if (Number.isNaN(ms)) ms = performance.now() - startedMs
    text += next.value.text
  }
  return { ms, text }
}

function round(value: number): number {
  return Math.round(1000 * value) / 1000
}
