import type { LanguageModel } from '../../models/language-model.ts'
import type { HomeSession } from '../home/home-session.ts'
import { readSettings } from '../home/settings.ts'
import type { ModelShelf } from './model-shelf.ts'
import { Failure, failedWith } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'

const NO_MODEL = 'none'

/** Which models there are, and which of them was chosen. */
export type ModelChoice = {
  readonly shelf: Pick<ModelShelf, 'language'>
  readonly session: Pick<HomeSession, 'store'>
}

/** `wanted`: a model's id, `none`, or null for the chosen one. Throws `NO_MODEL`. */
export async function modelFor(wanted: string | null, { shelf, session }: ModelChoice): Promise<LanguageModel | null> {
  if (wanted === NO_MODEL) return null
  const model = await shelf.language(wanted ?? readSettings(session.store().app.settings).languageModel)
  if (wanted !== null && !model)
    throw new Failure('NO_MODEL', message('failures.models.writesNoAnswers', { model: wanted }))
  return model
}

/** The chosen model; `missing`: its id where its file is gone or damaged, for what can go on without one. */
export async function chosenModel({
  shelf,
  session,
}: ModelChoice): Promise<{ readonly model: LanguageModel | null; readonly missing: string | null }> {
  const { languageModel: id } = readSettings(session.store().app.settings)
  try {
    return { model: await shelf.language(id), missing: null }
  } catch (error) {
    if (id !== null && failedWith(error, 'NO_MODEL', 'NOT_FOUND')) return { model: null, missing: id }
    throw error
  }
}

/** The chosen one. Throws `NO_MODEL` with what needs it. */
export async function requireModel(needed: Message, choice: ModelChoice): Promise<LanguageModel> {
  const model = await modelFor(null, choice)
  if (!model) throw new Failure('NO_MODEL', needed)
  return model
}
