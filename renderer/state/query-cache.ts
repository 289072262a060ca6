import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import { hashKey, QueryClient, type QueryKey } from '@tanstack/react-query'
import type { Status } from '../../contract/application.ts'
import type { AssistantClient } from '../../contract/index.ts'
import type { Matter } from '../../contract/matter.ts'
import type { EventHub, HubEvent } from './event-hub.ts'

/** How long what nobody looks at is kept: text of documents should not lie about. */
const KEPT_MS = 60_000

/** The procedures of the assistant, with the keys under which their answers are kept. */
export type Procedures = RouterUtils<AssistantClient>

/** What the window has read of the assistant. */
export type QueryCache = { readonly queries: QueryClient; readonly procedures: Procedures }

/**
 * Keeps what is read of the assistant: each thing once, however many look at it. An event reads again what it makes old; what
 * nobody looks at is forgotten soon, and at once where the home is locked or the matter is gone. A failure is shown, never
 * tried again unseen.
 */
export function createQueryCache(client: AssistantClient, events: Pick<EventHub, 'listen'>): QueryCache {
  const procedures = createTanstackQueryUtils(client)
  const queries = new QueryClient({
    defaultOptions: {
      // Whether the engine can be reached says the connection, on which a call waits, and not the network of the computer.
      queries: { gcTime: KEPT_MS, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    },
  })
  const touched = touchedBy(procedures)
  events.listen((event) => {
    const { all = [], ofMatter = [] }: TouchedInMatter = touched[event.type]
    for (const { key } of all) void readAgain(queries, key())
    if (!('matter' in event) || event.matter === null) return
    for (const { key } of ofMatter) void readAgain(queries, key({ input: { matter: event.matter } }))
  })
  forgetWithLock(queries, procedures)
  forgetWithMatter(queries, procedures)
  return { queries, procedures }
}

/**
 * Reads again what is looked at, also what is being read this moment: that may be old already. What nobody looks at is
 * forgotten, for it is known to be old.
 */
export async function readAgain(queries: QueryClient, queryKey: QueryKey): Promise<void> {
  queries.removeQueries({ queryKey, type: 'inactive' })
  await queries.cancelQueries({ queryKey })
  await queries.invalidateQueries({ queryKey })
}

type Touched = { readonly all?: readonly { key(): QueryKey }[] }

/** By an event of one matter: `ofMatter` only as far as it was read of that. */
type TouchedInMatter = Touched & {
  readonly ofMatter?: readonly { key(of: { readonly input: { readonly matter: string } }): QueryKey }[]
}

type Table = {
  readonly [T in HubEvent['type']]: Extract<HubEvent, { type: T }> extends { matter: string }
    ? TouchedInMatter
    : Touched
}

/** What each event makes old. What is not named here is read whenever it is opened. */
function touchedBy(procedures: Procedures): Table {
  const { application, matter, library, watch, answer, routing, model, reference, provider, ledger } = procedures
  const { highlight, draft, fact, rule, pack, sheet, card, packet, term, opinion, evaluation, optimisation, update } =
    procedures
  const ofProgram = { key: () => ledger.list.key({ input: { matter: null } }) }
  return {
    'status-changed': { all: [application.status, model.list, ofProgram] },
    // What a check for a newer version found is kept among the settings.
    'settings-changed': { all: [application.settings, update.state, ofProgram] },
    // Whether a model is loaded changes with the process that holds it.
    process: { all: [application.status] },
    'models-changed': { all: [application.status, model.list, reference.list, card.teacher, ofProgram] },
    // A reference library is switched for a matter, and a matter is exported: its own ledger has that, too.
    'references-changed': { all: [reference.list, ledger.list] },
    'matters-changed': { all: [matter.list, ledger.list] },
    'providers-changed': { all: [provider.list, ofProgram] },
    'documents-changed': {
      all: [matter.list],
      ofMatter: [library.documents, library.document, library.search, library.citations, highlight.list, ledger.list],
    },
    'watch-changed': { ofMatter: [watch.list] },
    reading: {},
    'answers-changed': {
      all: [evaluation.agreement],
      ofMatter: [answer.list, answer.get, library.citations, ledger.list],
    },
    'routings-changed': { ofMatter: [routing.get] },
    'packs-changed': { all: [pack, rule, sheet, fact.form, fact.list, opinion.proposeRule, ofProgram] },
    'facts-changed': {
      all: [rule.check],
      ofMatter: [
        fact.form,
        fact.list,
        pack.jurisdiction,
        rule.conclusions,
        rule.whatWouldChange,
        sheet.kept,
        sheet.open,
        ledger.list,
      ],
    },
    'sheets-changed': { ofMatter: [sheet.kept] },
    'highlights-changed': { ofMatter: [highlight.list, ledger.list] },
    'drafts-changed': { ofMatter: [draft.list, draft.pages, ledger.list] },
    'proposing-changed': { ofMatter: [fact.proposing] },
    'cards-changed': { all: [card.list, card.corrections, ofProgram] },
    // The ledger of the program has what leaves a matter, too.
    'packets-changed': { all: [ofProgram], ofMatter: [packet, opinion, term, ledger.list] },
    'opinions-changed': { all: [evaluation.agreement], ofMatter: [packet, opinion, ledger.list] },
    'evaluations-changed': { all: [...touchedByRuns(procedures), card.gate, optimisation.list, ledger.list] },
    'all-changed': { all: [procedures] },
  }
}

/** A run tells of itself after each question: not what no run changes, the agreement of all opinions. */
function touchedByRuns({ evaluation }: Procedures) {
  return [
    evaluation.sets,
    evaluation.runs,
    evaluation.going,
    evaluation.rows,
    evaluation.compare,
    evaluation.escalation,
    evaluation.questions,
    evaluation.calibrations,
  ]
}

/** Nothing that was read in the open home outlives its lock. */
function forgetWithLock(queries: QueryClient, { application }: Procedures): void {
  onRead<Status>(queries, application.status.queryKey(), ({ lock }, status) => {
    if (lock !== 'open') queries.removeQueries({ predicate: ({ queryHash }) => queryHash !== status })
  })
}

/** Nothing of a matter outlives its removal. */
function forgetWithMatter(queries: QueryClient, { matter }: Procedures): void {
  onRead<readonly Matter[]>(queries, matter.list.queryKey(), (matters) => {
    const known = new Set(matters.map(({ id }) => id))
    queries.removeQueries({
      predicate: ({ queryKey }) => {
        const of = matterOf(queryKey)
        return of !== null && !known.has(of)
      },
    })
  })
}

function onRead<T>(queries: QueryClient, key: QueryKey, onValue: (value: T, hash: string) => void): void {
  const hash = hashKey(key)
  queries.getQueryCache().subscribe((told) => {
    if (told.type === 'updated' && told.action.type === 'success' && told.query.queryHash === hash)
      onValue(told.query.state.data as T, hash)
  })
}

/** The matter that something was read of; null where it is of none. */
function matterOf([, read]: QueryKey): string | null {
  const { input } = (read ?? {}) as { readonly input?: { readonly matter?: unknown } }
  return typeof input?.matter === 'string' ? input.matter : null
}
