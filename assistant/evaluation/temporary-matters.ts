import * as z from 'zod'
import type { JsonSettings } from '../../store/stored-json.ts'
import type { AnswerStore } from '../home/home-session.ts'

const KEY = 'temporaryMatters'

/** By what a matter is found again whose id was not known yet. */
type Mark = { readonly matter: string; readonly createdAt: string }
const Marks = z.array(z.object({ matter: z.string(), createdAt: z.string() }))

/** Before the matter is made, so that no kill leaves one that nobody knows of. */
export function markTemporary(settings: JsonSettings, { matter, createdAt }: Mark): void {
  settings.set(KEY, [...marksIn(settings), { matter, createdAt }])
}

export function unmarkTemporary(settings: JsonSettings, mark: Mark): void {
  settings.set(
    KEY,
    marksIn(settings).filter((one) => !isSame(one, mark)),
  )
}

/** Removes the matters of evaluations that were killed. Only while none runs: when the home has just been opened. */
export async function removeTemporaryMatters({ app, deleteMatter }: AnswerStore): Promise<void> {
  for (const mark of marksIn(app.settings))
    try {
      const left = app.matters.list().find((row) => isSame(row, mark))
      if (left) await deleteMatter(left.id)
      unmarkTemporary(app.settings, mark)
    } catch {
      // On a full disk, say. The home opens all the same, and it is tried again at the next opening.
    }
}

function marksIn(settings: JsonSettings): readonly Mark[] {
  return Marks.safeParse(settings.get(KEY)).data ?? []
}

function isSame(one: Mark, other: Mark): boolean {
  return one.matter === other.matter && one.createdAt === other.createdAt
}
