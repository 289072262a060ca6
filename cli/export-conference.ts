import type { AssistantClient } from '../contract/index.ts'
import { answeredConsultation } from './compare-opinions.ts'
import { exportFormat } from './export-format.ts'
import type { Session } from './session.ts'
import { writeUnencrypted } from './write-unencrypted.ts'

export type ConferenceOptions = {
  readonly matter: string
  readonly question: string
  /** Only what this one was asked; null: anyone. */
  readonly provider: string | null
  readonly file: string
}

/** Writes the newest consultation on a question to a file. */
export async function exportConference(
  { output }: Session,
  assistant: AssistantClient,
  { matter, question, provider, file }: ConferenceOptions,
): Promise<void> {
  const format = exportFormat(file)
  const { consultation } = await answeredConsultation(assistant, { matter, question, provider })
  const exported = await assistant.opinion.export({ matter, consultation, format })
  const wrote = await writeUnencrypted(file, await exported.file.bytes())
  output.result({ file, bytes: exported.file.size }, wrote)
}
