import { type DamagedKind, damagedWords } from '../contract/matter.ts'
import { t } from '../wording/translate.ts'
import type { AssistantClient } from '../contract/index.ts'
import type { Output } from './output.ts'

/** Says beside a list what it leaves out because it is damaged, with its text as it is kept, and what to do. `matter` null: of no matter. */
export async function tellDamaged(
  assistant: AssistantClient,
  output: Output,
  matter: string | null,
  kinds: readonly DamagedKind[],
): Promise<void> {
  const entries = await assistant.matter.damaged({ matter, kinds: [...kinds] })
  if (entries.length === 0) return
  for (const sentence of damagedWords(entries)) output.note(sentence)
  for (const { kind, id, text } of entries) output.note(`  ${kind} ${id}: ${text ?? t('window.damagedPasswords')}`)
  output.note(
    'Nothing else is affected. To get one back, restore a backup into an empty home: consilium restore FOLDER --home NEW',
  )
}
