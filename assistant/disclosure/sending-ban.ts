import type { OpenMatter } from '../home/open-matters.ts'

const KEY = 'sendingForbidden'

/** Whether anything of a matter may leave; a yes wins over no other rule, a no over all. */
export function isSendingAllowed({ store }: Pick<OpenMatter, 'store'>): boolean {
  return store.settings.get(KEY) !== true
}

/** Recorded where it changes anything. */
export function allowSending(matter: Pick<OpenMatter, 'store'>, allowed: boolean): void {
  if (isSendingAllowed(matter) === allowed) return
  matter.store.settings.set(KEY, !allowed)
  matter.store.ledger.append('sending-allowed', { allowed })
}
