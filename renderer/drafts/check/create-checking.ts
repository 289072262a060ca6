import type { CheckEvent, Draft, Finding } from '../../../contract/drafts/draft-check.ts'
import type { AssistantClient } from '../../../contract/index.ts'
import { drawSoon } from '../../state/draw-soon.ts'
import { type UserFailure, userFailure } from '../../state/user-failure.ts'
import { t } from '../../../wording/translate.ts'

type End = Extract<CheckEvent, { type: 'check-end' }>

/** A draft as it is checked, or as it was when its check ended, stopped or failed. */
export type Checked = {
  readonly draftId: string
  readonly state: 'running' | 'stopped' | 'failed' | 'done'
  readonly progress: Omit<Extract<CheckEvent, { type: 'check-progress' }>, 'type'> | null
  readonly findings: readonly Finding[]
  readonly end: End | null
  readonly failure: UserFailure | null
}

/** A file being taken in as a draft. */
export type Added = {
  readonly matter: string
  readonly name: string
  /** It is opened as soon as it is there; of several none is. */
  readonly isAlone: boolean
  /** Null while it is read. */
  readonly draft: Draft | null
  readonly failure: UserFailure | null
}

/** A file to be taken in; `isFolder`: it stands for a whole folder, which is refused. */
export type NewDraft = { readonly name: string; readonly file: File; readonly isFolder?: boolean }

/** What outlives the screen: drafts being taken in, and checks that go on, one of a draft. */
export interface Checking {
  readonly added: readonly Added[]
  readonly checks: readonly Checked[]
  add(matter: string, files: readonly NewDraft[]): void
  forgetAdded(added: Added): void
  /** Goes on where it stopped; nothing where it is running. */
  check(matter: string, draftId: string, afresh?: boolean): void
  stop(draftId: string): void
  /** Of a removed draft. */
  forget(draftId: string): void
  /** A finding as it is after a decision. */
  put(draftId: string, finding: Finding): void
  onChange(listener: () => void): () => void
}

export function createChecking(client: AssistantClient): Checking {
  const listeners = new Set<() => void>()
  const stops = new Map<string, AbortController>()
  let added: readonly Added[] = []
  let checks: readonly Checked[] = []
  const tell = () => listeners.forEach((listener) => listener())
  const setAdded = ({ matter, name }: Pick<Added, 'matter' | 'name'>, next: Added | null) => {
    added = [...added.filter((one) => one.matter !== matter || one.name !== name), ...(next ? [next] : [])]
    tell()
  }
  const set = (draftId: string, next: Checked | null) => {
    checks = [...checks.filter((one) => one.draftId !== draftId), ...(next ? [next] : [])]
    tell()
  }
  const find = (draftId: string) => checks.find((one) => one.draftId === draftId)
  const forget = (draftId: string) => {
    stops.get(draftId)?.abort()
    set(draftId, null)
  }
  return {
    get added() {
      return added
    },
    get checks() {
      return checks
    },
    add(matter, files) {
      // What was found in the text before it says nothing of this one; what is kept of it comes with its check.
      addDrafts(client, matter, files, setAdded, ({ draftId }) => forget(draftId))
    },
    forgetAdded: (one) => setAdded(one, null),
    check(matter, draftId, afresh = false) {
      if (find(draftId)?.state === 'running') return
      const stop = new AbortController()
      stops.set(draftId, stop)
      const check = () => client.draft.check({ matter, draft: draftId, afresh }, { signal: stop.signal })
      void follow(check, stop.signal, { ...BEGUN, draftId }, (next) => set(draftId, next))
    },
    stop(draftId) {
      stops.get(draftId)?.abort()
      const now = find(draftId)
      if (now?.state === 'running') set(draftId, { ...now, state: 'stopped' })
    },
    forget,
    put(draftId, finding) {
      const now = find(draftId)
      if (now) set(draftId, { ...now, findings: withFinding(now.findings, finding) })
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function addDrafts(
  client: AssistantClient,
  matter: string,
  files: readonly NewDraft[],
  set: (one: Added, next: Added | null) => void,
  onRead: (draft: Draft) => void,
): void {
  for (const { name, file, isFolder = false } of files) {
    const begun: Added = { matter, name, isAlone: files.length === 1, draft: null, failure: null }
    const refusal = isFolder ? 'folder' : file.size === 0 ? 'empty' : null
    set(begun, refusal ? { ...begun, failure: refused(refusal) } : begun)
    if (refusal) continue
    client.draft.add({ matter, name, file }).then(
      (draft) => {
        onRead(draft)
        set(begun, begun.isAlone ? { ...begun, draft } : null)
      },
      (caught: unknown) => set(begun, { ...begun, failure: userFailure(caught, t('drafts.check.notAdded')) }),
    )
  }
}

/** Of what cannot be a draft, and is not sent to the engine. */
function refused(what: 'folder' | 'empty'): UserFailure {
  return {
    code: 'WRONG_USE',
    happened: t(`drafts.check.refused.${what}.happened`),
    kept: t('drafts.check.notAdded'),
    todo: t(`drafts.check.refused.${what}.todo`),
  }
}

const BEGUN = { state: 'running', progress: null, findings: [], end: null, failure: null } as const

async function follow(
  check: () => Promise<AsyncIterable<CheckEvent>>,
  signal: AbortSignal,
  begun: Checked,
  put: (next: Checked) => void,
): Promise<void> {
  let now = begun
  put(now)
  const drawing = drawSoon(() => {
    if (!signal.aborted) put(now)
  })
  try {
    for await (const event of await check()) {
      if (signal.aborted) return
      now = afterEvent(now, event)
      drawing.soon()
    }
  } catch (caught) {
    const failure = userFailure(caught, t('drafts.check.kept'), t('drafts.check.thenGoOn'))
    now = { ...now, state: failure ? 'failed' : 'stopped', failure }
    drawing.soon()
  } finally {
    drawing.end()
  }
}

function afterEvent(now: Checked, event: CheckEvent): Checked {
  if (event.type === 'finding') return { ...now, findings: withFinding(now.findings, event) }
  if (event.type === 'check-end') return { ...now, state: event.stopped ? 'stopped' : 'done', end: event }
  const { done, of, secondsLeft } = event
  return { ...now, progress: { done, of, secondsLeft } }
}

/** In the place of the one with its id. */
function withFinding(findings: readonly Finding[], finding: Finding): readonly Finding[] {
  const at = findings.findIndex(({ findingId }) => findingId === finding.findingId)
  return at < 0 ? [...findings, finding] : findings.with(at, finding)
}
