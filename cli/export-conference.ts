import { writeFile } from 'node:fs/promises'
import type { AssistantClient } from '../contract/index.ts'
import { exportFormat } from './export-format.ts'
import type { Session } from './session.ts'
import { notFound } from './usage-error.ts'

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
  const found = (await assistant.opinion.list({ matter })).find(
    (one) =>
      one.question === question &&
      [one.blind, one.informed].some((opinion) => opinion && (provider === null || opinion.provider === provider)),
  )
  if (!found) throw notFound('There is no opinion on this question yet. Send a packet first; then export.')
  const exported = await assistant.opinion.export({ matter, consultation: found.consultation, format })
  await writeFile(file, await exported.file.bytes())
  output.result({ file, bytes: exported.file.size }, `Wrote ${file}. It is not encrypted.`)
}
