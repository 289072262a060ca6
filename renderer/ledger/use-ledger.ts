import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { LedgerCheck, LedgerEntry } from '../../contract/ledger.ts'
import { useFacts } from '../facts/use-fact-data.ts'
import { useKeys } from '../keys/use-keys.ts'
import { downloadFile } from '../parts/export-file.tsx'
import { usePackets } from '../second-opinion/use-consultations.ts'
import { type HubEvent, useAppEvents, useClient, useConnectionState } from '../state/assistant-context.ts'
import { useNavigation } from '../state/navigation-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { type UserFailure, userFailure } from '../state/user-failure.ts'
import type { LedgerNames } from './kind-words.ts'

type LedgerRead = {
  /** Oldest first; null until it was read. */
  readonly entries: readonly LedgerEntry[] | null
  readonly failure: UserFailure | null
}

/** The ledger of a matter, or of the program (null). It only grows, so that what comes later is read alone. */
export function useLedger(matter: string | null): LedgerRead {
  const client = useClient()
  const { state } = useConnectionState()
  const isDown = state === 'lost' || state === 'failed'
  const [entries, setEntries] = useState<readonly LedgerEntry[] | null>(null)
  const [failure, setFailure] = useState<UserFailure | null>(null)
  const [round, setRound] = useState(0)
  useAppEvents((event) => writesEntry(event, matter) && setRound((last) => last + 1))
  const readLater = useEffectEvent((signal: AbortSignal) =>
    client.ledger.list({ matter, after: entries?.at(-1)?.seq ?? 0 }, { signal }),
  )
  useEffect(() => {
    if (isDown) return
    const abort = new AbortController()
    readLater(abort.signal).then(
      (later) => {
        if (abort.signal.aborted) return
        setEntries((known) => (known && later.length === 0 ? known : [...(known ?? []), ...later]))
        setFailure(null)
      },
      (caught: unknown) => abort.signal.aborted || setFailure(userFailure(caught)),
    )
    return () => abort.abort()
    // Read on when something was written, and whenever the line comes back.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [round, isDown])
  return { entries, failure }
}

const OF_MATTERS: readonly HubEvent['type'][] = [
  'documents-changed',
  'answers-changed',
  'facts-changed',
  'packets-changed',
  'opinions-changed',
]
const OF_PROGRAM: readonly HubEvent['type'][] = [
  'status-changed',
  'matters-changed',
  'settings-changed',
  'models-changed',
  'packs-changed',
  'providers-changed',
  'references-changed',
  // What leaves a matter stands in the program's ledger too.
  'packets-changed',
]

/** Whether what an event tells of may stand in the ledger of a matter, or of the program (null). */
export function writesEntry(event: HubEvent, matter: string | null): boolean {
  if (event.type === 'all-changed') return true
  if (matter === null) return OF_PROGRAM.includes(event.type)
  if ('matter' in event) return event.matter === matter && OF_MATTERS.includes(event.type)
  // A reference library is switched for a matter, and a matter is exported.
  return event.type === 'references-changed' || event.type === 'matters-changed'
}

/** What the ids in the ledger of a matter, or of the program (null), stand for. */
export function useLedgerNames(matter: string | null): Omit<LedgerNames, 'intents' | 'ended'> {
  const { matters, settings } = useShell()
  const answers = useLoaded(
    matter,
    (client, signal) => client.answer.list({ matter: matter ?? '' }, { signal }),
    (event) => event.type === 'answers-changed' && event.matter === matter,
  ).value
  const documents = useLoaded(
    matter,
    (client, signal) => client.library.documents({ matter: matter ?? '' }, { signal }),
    (event) => event.type === 'documents-changed' && event.matter === matter,
  ).value
  const facts = useFacts(matter).value
  const packets = usePackets(matter).value
  return useMemo(
    () => ({
      questions: new Map((answers ?? []).map(({ answerId, question }) => [answerId, question])),
      documents: new Map((documents ?? []).map(({ documentId, document }) => [documentId, document])),
      facts: new Map((facts ?? []).map((fact) => [fact.id, fact])),
      packets: new Map((packets ?? []).map((packet) => [packet.packetId, packet])),
      matters: new Map(matters.map(({ id, matter: name }) => [id, name])),
      userName: settings.userName,
    }),
    [answers, documents, facts, packets, matters, settings.userName],
  )
}

/** What a check found, when it ended and how long it took. */
export type Verified = {
  readonly check: LedgerCheck
  readonly at: string
  readonly ms: number
  /** The program's own ledger, to be compared with; null: this is that ledger. */
  readonly program: readonly LedgerEntry[] | null
}

/** Verifying a ledger, and taking a copy of it that can be verified elsewhere. */
export function useLedgerActions(matter: string | null) {
  const client = useClient()
  const { matter: shown } = useShell()
  const action = useAction()
  const [verified, setVerified] = useState<Verified | null>(null)
  return {
    verified,
    isBusy: action.isBusy,
    failure: action.failure,
    verify: () =>
      action.run(async () => {
        const startedMs = performance.now()
        const check = await client.ledger.verify({ matter })
        const ms = performance.now() - startedMs
        const program = matter === null ? null : await client.ledger.list({ matter: null })
        setVerified({ check, at: new Date().toISOString(), ms, program })
      }, 'The ledger is as it was.'),
    exportAll: () =>
      action.run(async () => {
        const { file } = await client.ledger.export({ matter })
        const name = `Ledger of ${matter === null ? 'the program' : (shown?.matter ?? 'a matter')}.jsonl`
        downloadFile(new File([file], name.replace(/[/\\:*?"<>|]/g, '-')))
      }, 'The ledger is as it was.'),
  }
}

export type ShownEntry = ReturnType<typeof useShownEntry>

/** Which entry is chosen, by its number, and whether the column beside the list was opened for it. */
export function useShownEntry(last: number | null) {
  const { settings } = useShell()
  const { place, replace } = useNavigation()
  const [isOpened, setOpened] = useState(false)
  const [timesShown, setTimesShown] = useState(0)
  const choose = (seq: number) => void (seq !== place.entry && replace({ entry: seq }))
  const close = () => {
    setOpened(false)
    document.querySelector<HTMLElement>('#work [aria-current="true"]')?.focus()
  }
  useKeys({ Escape: () => isOpened && close() }, settings.singleKeys)
  return {
    chosen: place.entry ?? last,
    /** It was asked for, so it is to be brought into view. */
    isArriving: place.entry !== null,
    /** Changes when an entry is to be brought into view, whatever is filtered. */
    timesShown,
    isOpened,
    choose,
    open(seq: number) {
      choose(seq)
      setOpened(true)
    },
    show(seq: number) {
      choose(seq)
      setTimesShown(timesShown + 1)
    },
    openColumn: () => setOpened(true),
    close,
  }
}
