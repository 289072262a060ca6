import type { LanguageModel } from '../../models/language-model.ts'
import type { Assistant } from '../assistant.ts'
import { AssistantError } from '../home/assistant-error.ts'
import { readSettings } from '../home/settings.ts'

const NO_MODEL = 'none'

/** `wanted`: a model's id, `none`, or null for the chosen one. Throws `NO_MODEL`. */
export async function modelFor(
  wanted: string | null,
  { shelf, session }: Pick<Assistant, 'shelf' | 'session'>,
): Promise<LanguageModel | null> {
  if (wanted === NO_MODEL) return null
  const model = await shelf.language(wanted ?? readSettings(session.store().app.settings).languageModel)
  if (wanted !== null && !model) throw new AssistantError('NO_MODEL', `${wanted} does not write answers.`)
  return model
}

/** The chosen one. `what` needs it: "An informed opinion". Throws `NO_MODEL`. */
export async function neededModel(
  what: string,
  assistant: Pick<Assistant, 'shelf' | 'session'>,
): Promise<LanguageModel> {
  const model = await modelFor(null, assistant)
  if (!model) throw new AssistantError('NO_MODEL', `${what} needs a model on this computer. Choose one in Settings.`)
  return model
}
