import { AssistantError } from '../assistant-error.ts'
import type { OpenMatter } from '../open-matters.ts'

/**
 * Takes the password of a locked document. Refuses until the store keeps passwords: a password that is forgotten at the next
 * reading would lock the document again.
 */
export function unlockDocument({ store }: OpenMatter, documentId: string, _password: string): void {
  const { document, state } = store.documents.get(documentId, null)
  if (state !== 'needs-password') throw new AssistantError('WRONG_USE', `"${document}" is not locked by a password.`)
  throw new AssistantError(
    'WRONG_USE',
    'Files locked by a password are not opened yet. Save a copy without a password and add that.',
  )
}
