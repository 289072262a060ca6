import { useMemo, useState } from 'react'
import type { LedgerCheck, LedgerEntry } from '../../contract/ledger.ts'
import { useFacts } from '../facts/use-fact-data.ts'
import { useKeys } from '../keys/use-keys.ts'
import { useCards } from '../knowledge/cards/use-shown-card.ts'
import { usePackNames } from '../knowledge/pack-names.ts'
import { downloadFile } from '../parts/export-file.tsx'
import { usePackets } from '../second-opinion/use-consulting.ts'
import { useClient, useQueryCache } from '../state/assistant-context.ts'
import { useNavigation } from '../state/navigation-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'
import type { LedgerNames } from './kind-words.ts'
import { t } from '../../wording/translate.ts'

/** The ledger of a matter, or of the program (null), oldest first. It only grows, so that what comes later is read alone. */
export function useLedger(matter: string | null): Loaded<readonly LedgerEntry[]> {
  const { queries } = useQueryCache()
  return useLoaded(
    ({ ledger: { list } }) => ({
      queryKey: list.queryKey,
      async call(input: { readonly matter: string | null }, options) {
        const known = queries.getQueryData(list.queryKey({ input })) ?? []
        return [...known, ...(await list.call({ ...input, after: known.at(-1)?.seq ?? 0 }, options))]
      },
    }),
    { matter },
  )
}

/** What the ids in the ledger of a matter, or of the program (null), stand for. */
export function useLedgerNames(matter: string | null): Omit<LedgerNames, 'intents' | 'ended'> {
  const { matters, settings } = useShell()
  const answers = useLoaded((of) => of.answer.list, matter === null ? null : { matter }).value
  const documents = useLoaded((of) => of.library.documents, matter === null ? null : { matter }).value
  const facts = useFacts(matter).value
  const packets = usePackets(matter).value
  const packs = usePackNames()
  const lessons = useCards().value
  // Only the program's own ledger has entries of rules.
  const rules = useLoaded((of) => of.rule.list, matter === null ? { pack: null } : null).value
  return useMemo(
    () => ({
      questions: new Map((answers ?? []).map(({ answerId, question }) => [answerId, question])),
      documents: new Map((documents ?? []).map(({ documentId, document }) => [documentId, document])),
      facts: new Map((facts ?? []).map((fact) => [fact.id, fact])),
      packets: new Map((packets ?? []).map((packet) => [packet.packetId, packet])),
      matters: new Map(matters.map(({ id, matter: name }) => [id, name])),
      packs,
      rules: new Map((rules ?? []).map(({ pack, rule, title }) => [`${pack}/${rule}`, title])),
      lessons: new Map((lessons ?? []).map(({ card, title }) => [card, title])),
      userName: settings.userName,
    }),
    [answers, documents, facts, packets, packs, rules, lessons, matters, settings.userName],
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
      }, t('ledger.unchanged')),
    exportAll: () =>
      action.run(async () => {
        const { file } = await client.ledger.export({ matter })
        const name = matter === null ? t('ledger.fileOfProgram') : fileNameOf(shown?.matter)
        downloadFile(new File([file], `${name.replace(/[/\\:*?"<>|]/g, '-')}.jsonl`))
      }, t('ledger.unchanged')),
  }
}

function fileNameOf(matter: string | undefined): string {
  return matter === undefined ? t('ledger.fileOfUnnamed') : t('ledger.fileOfMatter', { matter })
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
