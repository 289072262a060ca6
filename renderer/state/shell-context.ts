import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react'
import type { ProcessName, ProcessState, Settings, Status } from '../../contract/application.ts'
import type { ReadingProgress } from '../../contract/document.ts'
import type { Matter } from '../../contract/matter.ts'
import type { Offer } from '../../contract/answers/offer.ts'
import { type Asking, NOTHING_PENDING, type Pending, type TakenOffers } from '../ask/create-asking.ts'
import type { Host } from '../connection/open-connection.ts'
import type { Uploads } from '../library/create-uploads.ts'
import type { Checking } from '../drafts/check/create-checking.ts'
import type { Downloads } from '../models/create-downloads.ts'
import type { Consulting } from '../second-opinion/create-consulting.ts'
import type { UserFailure } from './user-failure.ts'

export type ProcessNotice = {
  readonly process: ProcessName
  readonly state: ProcessState
  readonly reason: string | null
}

/** What every part of the open window needs: who and where, and the work that outlives a screen. */
export type Shell = {
  readonly status: Status
  readonly settings: Settings
  readonly matters: readonly Matter[]
  /** The matter that is chosen, if it is still there. */
  readonly matter: Matter | null
  /** The reading queues, by matter. */
  readonly readings: ReadonlyMap<string, ReadingProgress>
  readonly processes: readonly ProcessNotice[]
  readonly asking: Asking
  readonly offers: TakenOffers
  readonly consulting: Consulting
  readonly checking: Checking
  /** What is typed in the boxes of the window and not used yet, by the box; never written anywhere. */
  readonly drafts: Map<string, string>
  readonly uploads: Uploads
  readonly downloads: Downloads
  readonly host: Host | undefined
  /** Never rejects: a failure is shown by the window itself (`settingsFailure`). */
  changeSettings(change: Partial<Settings>): Promise<void>
  readonly settingsFailure: UserFailure | null
  forgetSettingsFailure(): void
}

export const ShellContext = createContext<Shell | null>(null)

export function useShell(): Shell {
  const shell = use(ShellContext)
  if (!shell) throw new Error('Expected a ShellContext above this component.')
  return shell
}

/** The matter that is chosen, inside places that are shown only when there is one. */
export function useMatter(): Matter {
  const { matter } = useShell()
  if (!matter) throw new Error('Expected a chosen matter.')
  return matter
}

export function useUploads(): Uploads['list'] {
  const { uploads } = useShell()
  return useSyncExternalStore(uploads.onChange, () => uploads.list)
}

export function useDownloads(): Downloads['list'] {
  const { downloads } = useShell()
  return useSyncExternalStore(downloads.onChange, () => downloads.list)
}

/** What is being written in a matter, what ended a moment ago, and what waits; nothing where there is no matter. */
export function usePending(matter: string | null): Pending {
  const { asking } = useShell()
  return useSyncExternalStore(asking.onChange, () => (matter === null ? NOTHING_PENDING : asking.pending(matter)))
}

/** The offer of this kind with which one came here from Ask; the next time one comes it is forgotten. */
export function useTakenOffer<K extends Offer['kind']>(
  matter: string | null,
  kind: K,
): Extract<Offer, { kind: K }> | null {
  const { offers } = useShell()
  const [taken] = useState(() => (matter === null ? null : offers.taken(matter, kind)))
  useEffect(() => {
    if (taken && matter !== null) offers.forget(matter)
  }, [taken, offers, matter])
  return taken
}
