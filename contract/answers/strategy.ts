import * as z from 'zod'
import { messageSchema } from '../message.ts'

/**
 * How an answer comes about. `quotes`: the model chooses by what it writes, code quotes. `direct`: written from the passages. `extract`: sentences quoted first, then a conclusion from them.
 * `recall-then-answer`: what one must know to answer is written down first. `few-shot`: after the example of like questions.
 * `options`: chosen from a closed list by how likely the model finds each option.
 */
export const StrategyName = z.enum(['quotes', 'direct', 'extract', 'recall-then-answer', 'few-shot', 'options'])
export type StrategyName = z.infer<typeof StrategyName>

/** Those that write, and can be measured beside each other on any questions. */
export const WrittenStrategy = StrategyName.exclude(['options'])
export type WrittenStrategy = z.infer<typeof WrittenStrategy>

/** Where nothing was measured to be better: led by quotes, or written by a model whose own sentences their sources confirm. */
export const UsualStrategy = StrategyName.extract(['quotes', 'direct'])
export type UsualStrategy = z.infer<typeof UsualStrategy>

/** What was found best for a kind of question, and what on. */
export const MeasuredStrategy = z.object({ strategy: WrittenStrategy, source: z.string().max(400) })
export type MeasuredStrategy = z.infer<typeof MeasuredStrategy>

/** Of one model file, by kind of question: one thing is asked for, or several. */
export const MeasuredStrategies = z.object({
  fact: MeasuredStrategy.optional(),
  several: MeasuredStrategy.optional(),
})
export type MeasuredStrategies = z.infer<typeof MeasuredStrategies>

/** A question that was answered right elsewhere, shown to the model for its form. `fit`: how near the question is, about 0 to 1. */
export const WorkedExample = z.object({
  question: z.string(),
  answer: z.string(),
  /** Where a person wrote or approved it: the name of a set of questions, or what it is. */
  from: messageSchema,
  fit: z.number(),
})
export type WorkedExample = z.infer<typeof WorkedExample>
