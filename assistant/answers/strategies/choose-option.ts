import { sentenceCase } from '../../../wording/phrases.ts'
import { contentWords } from '../../../text/words.ts'
import { splitSentences } from '../../../text/sentences.ts'
import type { AnswerEvent, CompleteAskInput, PassageSource } from '../../../contract/answers/answer.ts'
import type { LanguageModel } from '../../../models/language-model.ts'
import type { PromptSource } from '../draft/build-turns.ts'
import type { Drafting, Writer } from '../draft/draft-parts.ts'
import { type Part, withAllRead } from '../draft/plan-parts.ts'
import { answerByOptions, optionTurns } from './answer-by-options.ts'

/**
 * One option as a sentence that names what was read, and is checked like any other. The list is what can be answered: one that may
 * stay open needs an option that says so.
 */
export async function* chooseOption(
  { question, options = [] }: CompleteAskInput,
  { model, show }: Writer,
  parts: readonly Part[],
  { claims, take, progress }: Drafting,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  yield { type: 'model-loading', model: model.info.id }
  const all = readInAny(parts).map((passage) => show(passage, passage.read))
  const { sources, promptTokens } = await fitting(question, options, all, model)
  const { choice, probabilities, margin, votes, ballots } = await answerByOptions(
    question,
    options,
    sources,
    model,
    signal,
  )
  progress.choice = { options: [...options], choice, shares: [...probabilities], margin, votes, ballots }
  // How much of a prompt was there from the ballot before is not told.
  for (let at = 0; at < ballots; at += 1)
    progress.calls.push({ promptTokens, reusedTokens: 0, generatedTokens: 0, stop: 'end', calls: 1 })
  const sentence = `${sentenceOf(question, options[choice] ?? '')} ${sources.map(({ source }) => `[${source}]`).join('')}`
  const text = `${progress.text === '' ? '' : '\n'}${sentence.trimEnd()}`
  progress.text += text
  progress.firstTokenMs ??= performance.now() - progress.startedMs
  yield { type: 'answer-delta', text }
  yield* take(claims.ended(progress.text))
}

/** The passages of all parts, each once, with all that any of them reads of it. */
function readInAny(parts: readonly Part[]): readonly PassageSource[] {
  const once = new Map(parts.flatMap(({ passages }) => passages).map((passage) => [passage.source, passage]))
  return parts.length === 1 ? [...once.values()] : withAllRead([...once.values()], parts)
}

/** As many as the model can see at once, the best first. */
async function fitting(
  question: string,
  options: readonly string[],
  all: readonly PromptSource[],
  model: LanguageModel,
): Promise<{ readonly sources: readonly PromptSource[]; readonly promptTokens: number }> {
  const tokens = (sources: readonly PromptSource[]) =>
    model.countTokens(optionTurns(question, options, sources, 'text'))
  const longest = Math.max(...(await Promise.all(options.map((text) => model.countTokens([{ role: 'user', text }])))))
  for (let count = all.length; count > 0; count -= 1) {
    const sources = all.slice(0, count)
    const promptTokens = await tokens(sources)
    if (promptTokens + longest <= model.info.contextTokens) return { sources, promptTokens }
  }
  return { sources: [], promptTokens: await tokens([]) }
}

/** A label says nothing by itself, and is put behind what was asked: "Is notice due: yes." */
function sentenceOf(question: string, option: string): string {
  const own = /[.!?]$/.test(option) ? option : `${option}.`
  if (contentWords(option).length > 1) return sentenceCase(own)
  const last = splitSentences(question).at(-1)
  const asked = last === undefined ? question : question.slice(last.start, last.end)
  return `${asked.trim().replace(/[?.!:\s]+$/, '')}: ${own}`
}
