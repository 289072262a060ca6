import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Card, Correction } from '../../contract/knowledge/card.ts'
import type { AppStore } from '../../store/app/app-store.ts'
import { NotFoundError } from '../../store/store-errors.ts'
import { AssistantError } from '../home/assistant-error.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { sha256 } from '../home/sha256.ts'
import { correctionsIn } from '../cards/kept-corrections.ts'
import { writeCardYaml } from '../cards/card-files.ts'
import { type TrainingFormat, trainingLines } from './training-lines.ts'

export type Exported = {
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
    throw new AssistantError('ALREADY_EXISTS', `${path} is there already. Export to another file.`, { cause })
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
    if (error instanceof NotFoundError) return null
    throw error
  }
}

function recordExport(app: AppStore, cards: readonly Card[], format: string, text: string): void {
  app.ledger.append('cards-exported', { cards: cards.length, format, ...(text === '' ? {} : { sha256: sha256(text) }) })
}
