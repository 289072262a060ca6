import type { LanguageModel } from '../../models/language-model.ts'
import type { SayAnswer } from './cloud-server.ts'
import { schemaGrammar } from './schema-grammar.ts'

const ANSWER_TOKENS_AT_MOST = 400

/** What a local model says to the message, greedily, under a grammar where the request brings a schema. */
export function answerByModel(model: LanguageModel, maxTokens = ANSWER_TOKENS_AT_MOST): SayAnswer {
  return async function* ({ text, schema }, signal) {
    const request = {
      turns: [{ role: 'user', text }] as const,
      maxTokens,
      ...(schema === null ? {} : { grammar: schemaGrammar(schema) }),
    }
    for await (const { text: piece } of model.generate(request, signal)) yield piece
  }
}
