import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answer } from '../../contract/answers/answer.ts'
import type { Card, Correction } from '../../contract/knowledge/card.ts'
import type { AppStore } from '../../store/app/app-store.ts'
import { passages } from '../answers/answer-record.ts'
import { writeCardYaml } from '../cards/card-files.ts'
import { correctionsIn } from '../cards/kept-corrections.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { sha256 } from '../home/sha256.ts'
import { Failure, failedWith } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

type Exported = {
  readonly path: string
  readonly cards: number
  /** Those that were wanted and are not approved. */
  readonly leftOut: Pick<Card, 'card' | 'title' | 'status' | 'sentBack'>[]
  readonly corrections: number
}

/** Each card as a file of its own into a folder, which can be that of a pack (`cards/`). Files of other cards stay. */
export async function exportYaml(cards: readonly Card[], folder: string, app: AppStore): Promise<Exported> {
  await mkdir(folder, { recursive: true })
  for (const card of cards) await writeFile(join(folder, `${card.card}.yaml`), writeCardYaml(card))
  recordExport(app, cards, 'yaml', '')
  return { path: folder, cards: cards.length, leftOut: [], corrections: 0 }
}

/**
 * One file of JSON lines, of approved cards alone: a model would learn each as what is right. With a matter also its corrections.
 * Never writes over a file. Throws `ALREADY_EXISTS`.
 */
export async function exportTraining(
  wanted: readonly Card[],
  matter: OpenMatter | null,
  { path, format }: { readonly path: string; readonly format: TrainingFormat },
  app: AppStore,
): Promise<Exported> {
  const cards = wanted.filter(({ status }) => status === 'approved')
  const leftOut = wanted
    .filter(({ status }) => status !== 'approved')
    .map(({ card, title, status, sentBack }) => ({ card, title, status, sentBack }))
  const corrections = matter === null ? [] : correctionsIn(matter)
  const withAnswers = corrections.map((correction) => ({ correction, answer: matter && answerOf(matter, correction) }))
  const text = trainingLines(cards, withAnswers, format)
    .map((line) => `${line}\n`)
    .join('')
  await writeFile(path, text, { flag: 'wx', mode: 0o600 }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw cause
    throw new Failure('ALREADY_EXISTS', message('failures.files.exists', { path }), { cause })
  })
  recordExport(app, cards, format, text)
  matter?.store.ledger.append('corrections-exported', { corrections: corrections.length, format, sha256: sha256(text) })
  return { path, cards: cards.length, leftOut, corrections: corrections.length }
}

function answerOf({ store }: OpenMatter, { answerId }: Correction) {
  if (answerId === null) return null
  try {
    return store.answers.get(answerId)
  } catch (error) {
    // It may have been deleted since; the question and what is right are enough.
    if (failedWith(error, 'NOT_FOUND')) return null
    throw error
  }
}

function recordExport(app: AppStore, cards: readonly Card[], format: string, text: string): void {
  app.ledger.append('cards-exported', { cards: cards.length, format, ...(text === '' ? {} : { sha256: sha256(text) }) })
}

/** What a model could be trained with elsewhere: a task, what is given with it, what is to come out. */
type Example = { readonly instruction: string; readonly input: string; readonly output: string }

const SYSTEM = 'You answer questions about documents.'

type TrainingFormat = 'alpaca' | 'chat'

/**
 * JSON lines for training: from a card, the knowledge for a kind of question (BLADE) and the line of thought for it
 * (distilling step by step); from a correction, the right answer to the question with its passages.
 */
function trainingLines(
  cards: readonly Card[],
  corrections: readonly { readonly correction: Correction; readonly answer: Answer | null }[],
  format: TrainingFormat,
): readonly string[] {
  const examples = [
    ...cards.flatMap(fromCard),
    ...corrections.map(({ correction, answer }) => fromCorrection(correction, answer)),
  ]
  return examples.map((example) => JSON.stringify(format === 'alpaca' ? example : asChat(example)))
}

function fromCard({ trigger, summary, knowledge }: Card): readonly Example[] {
  const known = knowledge.map(({ text }) => text).join('\n')
  return [
    ...(known === ''
      ? []
      : [{ instruction: 'State the general knowledge that this question needs.', input: trigger, output: known }]),
    ...(summary === ''
      ? []
      : [{ instruction: 'Say how to think about this question.', input: trigger, output: summary }]),
  ]
}

function fromCorrection({ question, expected }: Correction, answer: Answer | null): Example {
  const read = passages(answer?.sources ?? []).map(({ source, text }) => `[${source}] ${text}`)
  return { instruction: question, input: read.join('\n\n'), output: expected }
}

function asChat({ instruction, input, output }: Example) {
  return {
    messages: [
      { role: 'system', content: SYSTEM },
      { role: 'user', content: input === '' ? instruction : `${input}\n\n${instruction}` },
      { role: 'assistant', content: output },
    ],
  }
}
