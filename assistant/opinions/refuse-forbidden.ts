import { AssistantError } from '../home/assistant-error.ts'
import { isSendingAllowed } from '../disclosure/sending-ban.ts'
import type { OpenMatter } from '../home/open-matters.ts'

/** Asked before every attempt: a ban that comes on while a busy server is waited for holds at once. */
export function refuseForbidden(matter: OpenMatter): void {
  if (!isSendingAllowed(matter)) throw new AssistantError('NO_CONSENT', 'Sending is forbidden for this matter.')
}
