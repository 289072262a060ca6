import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import type { Card } from '../../contract/knowledge/card.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import { cardScope } from '../cards/card-rows.ts'
import { correctionOf } from '../cards/kept-corrections.ts'
import { jsonIn } from '../../store/stored-json.ts'
import type { EvaluationTools } from '../evaluation/evaluation-tools.ts'
import { localDay } from '../home/local-day.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { type Expected, isRight, tryQuestion } from './try-question.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

export type RegressionQuestion = Expected & {
  readonly matter: OpenMatter
  /** Where it comes from, without its words: “that of …”, “line 3 of the file”. */
  readonly from: string
}

export type Comparing = {
  readonly model: LanguageModel
  /** Those that are used now. */
  readonly before: readonly Card[]
  /** With the one that is tested. */
  readonly after: readonly Card[]
}

/** The questions of the approved cards, as far as their matters are there. */
export async function questionsOfCards(
  cards: readonly Card[],
  assistant: Pick<EvaluationTools, 'session' | 'matters'>,
): Promise<{ readonly questions: readonly RegressionQuestion[]; readonly lost: number }> {
  const found = await Promise.all(cards.map(async (card) => ({ card, of: await correctionOf(card, assistant) })))
  const questions = found.flatMap(({ card, of }) => {
    if (typeof of === 'string') return []
    const { question, expected } = of.correction
    return [{ question, expected, matter: of.matter, from: `that of “${card.title}”` }]
  })
  return { questions, lost: found.filter(({ of }) => of === 'lost').length }
}

/** Those for which other cards are found with the tested one: the answers to the others cannot change. */
export async function changedQuestions(
  questions: readonly RegressionQuestion[],
  { before, after }: Comparing,
  { shelf, knowledge, now }: Pick<EvaluationTools, 'shelf' | 'knowledge' | 'now'>,
  signal: AbortSignal,
): Promise<readonly RegressionQuestion[]> {
  const embedder = await shelf.embedder()
  const day = localDay(now())
  const changed: RegressionQuestion[] = []
  for (const one of questions) {
    const scope = cardScope(one.matter.store.settings)
    const foundWith = async (cards: readonly Card[]) =>
      (await knowledge.cards.find({ question: one.question, day, scope, cards }, embedder, signal)).map(
        ({ card }) => card.sha256,
      )
    if ((await foundWith(before)).join() !== (await foundWith(after)).join()) changed.push(one)
  }
  return changed
}

/** Whether a question is answered right with the cards of before, and with those of after. */
export async function compareOn(
  { question, expected, matter }: RegressionQuestion,
  { model, before, after }: Comparing,
  assistant: EvaluationTools,
  signal: AbortSignal,
): Promise<{ readonly rightBefore: boolean; readonly rightAfter: boolean }> {
  const right = async (cards: readonly Card[]) => {
    const { answer } = await tryQuestion({ question, matter, model, cards, mode: 'on' }, assistant, signal)
    return isRight(answer, { question, expected })
  }
  return { rightBefore: await right(before), rightAfter: await right(after) }
}

const Line = z.object({ question: z.string().min(1), answer: z.string().nullish() })

/** `line`: from 1. */
type FileQuestion = Expected & { readonly line: number }

/** Questions with their answers, a line of JSON each; those without an answer say nothing of right and wrong. Throws `NOT_FOUND`, `WRONG_USE`. */
export async function readQuestionFile(path: string): Promise<readonly FileQuestion[]> {
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new Failure('NOT_FOUND', message('failures.files.notReadable', { path }), { cause })
  })
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const read = Line.safeParse(jsonIn(line))
    if (!read.success)
      throw new Failure(
        'WRONG_USE',
        message('failures.lessons.noTestQuestion', { line: index + 1, shape: '{"question","answer"}', path }),
      )
    const { question, answer } = read.data
    return answer ? [{ question, expected: answer, line: index + 1 }] : []
  })
}
