import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const RuleMatter = z.object({
  /** The title of a sample matter. */
  matter: z.string(),
  pack: z.string(),
  /** As its documents state them, and those of a claim of its own. */
  facts: z.array(z.string()),
  /** With the relations whose conclusions answer it; none: the rules have nothing to say to it. */
  questions: z.array(z.object({ question: z.string(), relations: z.array(z.string()) })),
})
export type RuleMatter = z.infer<typeof RuleMatter>

/** Sixty questions on the two sample matters, half of which no rule answers. Goal finding was made while looking at them. */
export function ruleQuestions(): readonly RuleMatter[] {
  const file = join(import.meta.dirname, 'rule-questions.json')
  return z.array(RuleMatter).parse(JSON.parse(readFileSync(file, 'utf8')))
}
