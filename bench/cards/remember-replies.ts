import { createHash } from 'node:crypto'
import { appendFile, readFile } from 'node:fs/promises'
import type { GenerateItem, GenerateRequest, GenerateResult, LanguageModel } from '../../models/language-model.ts'

type Reply = { readonly items: readonly GenerateItem[]; readonly result: GenerateResult }

/** Gives a model the replies back that it gave before. */
export type Remember = <M extends LanguageModel>(model: M) => M

/**
 * Keeps every whole reply in a file by all that it comes from. A model is greedy, so asked the very same again it says the same:
 * the gated answers are, prompt for prompt, those without a card or those with one, and need not be written a second time.
 */
export async function rememberReplies(file: string): Promise<Remember> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n')
  const known = new Map(lines.filter((line) => line !== '').map((line) => JSON.parse(line) as [string, Reply]))
  return (model) => {
    async function* generate(request: GenerateRequest, signal?: AbortSignal) {
      const key = keyOf(model.info.sha256, request)
      const reply = known.get(key)
      if (reply) {
        yield* reply.items
        return reply.result
      }
      const items: GenerateItem[] = []
      const writing = model.generate(request, signal)
      for (let next = await writing.next(); ; next = await writing.next()) {
        if (next.done) {
          const made = { items, result: next.value }
          known.set(key, made)
          await appendFile(file, `${JSON.stringify([key, made])}\n`)
          return next.value
        }
        items.push(next.value)
        yield next.value
      }
    }
    return { ...model, generate }
  }
}

function keyOf(sha256: string, { turns, maxTokens, grammar, seed, probabilities }: GenerateRequest): string {
  const all = [sha256, turns, maxTokens, grammar ?? null, seed ?? null, probabilities ?? null]
  return createHash('sha256').update(JSON.stringify(all)).digest('hex')
}
