import { message, type Message } from '../../wording/message.ts'
import { englishText } from '../../wording/message-text.ts'
import type { ReadingProgress } from '../../contract/document.ts'
import type { SetQuestion } from '../../contract/evaluation/evaluation.ts'
import type { EvaluationTools } from './evaluation-tools.ts'
import { enterFact } from '../facts/enter-fact.ts'
import { localDay } from '../home/local-day.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { EvaluationPlace } from '../questions/evaluation-place.ts'
import { type EvaluationSet, type KeptSet, readEvaluationSet, type SetRules } from '../questions/question-set.ts'
import { type AddOptions, addPaths } from '../reading/intake/add-paths.ts'
import type { ReadingQueue } from '../reading/queue/reading-queue.ts'
import type { MatterReferences } from '../references/search-references.ts'
import { packsOf, usePack } from '../rules/packs/matter-packs.ts'
import { contextPath, CONTEXTS } from './evaluation-sources.ts'
import { Failure } from '../../wording/failure.ts'
import * as z from 'zod'
import type { JsonSettings } from '../../store/stored-json.ts'
import type { AnswerStore } from '../home/home-session.ts'

type MatterTools = Pick<EvaluationTools, 'session' | 'matters' | 'reading' | 'knowledge' | 'now'>

type EvaluationMatter = AsyncDisposable & { readonly matter: OpenMatter }

/** A matter with the documents of a set, for as long as it is measured. Yields how many documents are read. */
export async function* openEvaluationMatter(
  assistant: MatterTools,
  set: EvaluationSet,
  questions: readonly SetQuestion[],
  signal: AbortSignal,
): AsyncGenerator<{ done: number; of: number }, EvaluationMatter, void> {
  const { session, matters, reading, now } = assistant
  const store = session.store()
  const mark = { matter: store.app.matters.freeName(`Evaluation ${set.name}`), createdAt: now().toISOString() }
  markTemporary(store.app.settings, mark)
  const row = await store.createMatter({ ...mark, subtitle: '', sample: false })
  async function remove(): Promise<void> {
    await reading.close(row.id)
    await matters.close(row.id)
    await store.deleteMatter(row.id)
    unmarkTemporary(store.app.settings, mark)
  }
  let isReady = false
  try {
    // Not among the user's own for as long as it is there.
    store.app.matters.setArchived(row.id, true)
    const matter = await matters.open(row.id)
    const queue = reading.queue(matter)
    await addContexts(matter, questions, now)
    await applyRules(assistant, set, matter)
    yield* readAll(set, { matter, queue, now }, signal)
    isReady = true
    return { matter, [Symbol.asyncDispose]: remove }
  } finally {
    // Also where nobody waits for it any more.
    if (!isReady) await remove()
  }
}

async function* readAll(
  { documents }: EvaluationSet,
  { matter, queue, now }: AddOptions,
  signal: AbortSignal,
): AsyncGenerator<{ done: number; of: number }, void, void> {
  const trouble = listenForTrouble(queue)
  try {
    const paths = documents === null ? [] : [documents]
    for await (const event of addPaths(paths, { matter, queue, now }, signal))
      if (event.type === 'progress') yield { done: event.documentsDone, of: event.documents }
    queue.run()
    for (let left = queue.progress(); left.documentsDone < left.documents; left = queue.progress()) {
      signal.throwIfAborted()
      if (left.paused) throw stoppedReading(left, trouble.message)
      yield { done: left.documentsDone, of: left.documents }
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  } finally {
    trouble.close()
  }
}

/** The set's facts count as confirmed, as if a person had entered them. */
async function applyRules(
  { knowledge, now }: Pick<MatterTools, 'knowledge' | 'now'>,
  { rules }: EvaluationSet,
  matter: OpenMatter,
): Promise<void> {
  // oxlint-disable-next-line react/rules-of-hooks -- it is no hook
  for (const pack of rules.packs) usePack(matter.store.settings, pack, true)
  const person = { by: 'evaluation', at: now().toISOString(), asOf: localDay(now()) }
  for (const text of rules.facts) await enterFact(knowledge, matter, text, null, person)
}

/** Why documents are held back, where none of them is to blame: a reader that does not start, a full disk. */
function listenForTrouble(queue: ReadingQueue) {
  const trouble = {
    message: null as string | null,
    close: queue.events.add((event) => {
      if (event.type === 'end' && event.trouble) trouble.message = englishText(event.trouble.message)
    }),
  }
  return trouble
}

function stoppedReading({ documentsDone: done, documents: count }: ReadingProgress, why: string | null): Failure {
  if (why === null) return new Failure('PROCESS_LOST', message('failures.evaluation.readingPaused', { done, count }))
  const reason = why.replace(/[^.!?]$/, '$&.')
  return new Failure('PROCESS_LOST', message('failures.evaluation.readingStopped', { done, count, reason }))
}

/** Questions may carry passages, also beside the documents of their set: each becomes a document of its own. */
async function addContexts({ store }: OpenMatter, questions: readonly SetQuestion[], now: () => Date): Promise<void> {
  const addedAt = now().toISOString()
  for (const question of questions)
    for (const [index, { title, text }] of question.context.entries()) {
      const bytes = new TextEncoder().encode(text)
      const documentId = store.documents.add({
        root: CONTEXTS,
        path: contextPath(question, index, title),
        state: 'queued',
        mediaType: '',
        bytes: bytes.length,
        addedAt,
      })
      const original = await store.originals.write(once(bytes), 'text/plain')
      store.documents.setContent(documentId, original.sha256)
      store.jobs.add({ documentId, path: '', kind: 'read', queuedAt: addedAt })
    }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const NO_RULES: SetRules = { packs: [], facts: [] }

type Opening = {
  readonly place: EvaluationPlace
  readonly set: KeptSet
  readonly left: readonly SetQuestion[]
  readonly tell: (stage: Message) => void
}

type OpenedForSet = EvaluationMatter & {
  readonly rules: SetRules
  /** Those that its matter is searched together with; null: the set has documents of its own. */
  readonly references: MatterReferences | null
}

/** The matter itself, or one for as long as the run lasts, with the documents or passages of the set. */
export async function openForSet(
  { place: { matter }, set, left, tell }: Opening,
  assistant: MatterTools & Pick<EvaluationTools, 'references'>,
  signal: AbortSignal,
): Promise<OpenedForSet> {
  if (set.documents === 'matter') {
    if (!matter) throw new Failure('NOT_FOUND', message('failures.evaluation.matterGone'))
    const user = matter.users.enter()
    const rules: SetRules = { packs: [...packsOf(matter.store.settings)], facts: [] }
    const references = await assistant.references.of(matter.id)
    const close = async () => user[Symbol.dispose]()
    return { matter: unrecordedMatter(matter), rules, references, [Symbol.asyncDispose]: close }
  }
  const source =
    set.folder === null
      ? { name: set.name, documents: null, questions: left, rules: NO_RULES }
      : await readEvaluationSet(set.folder)
  const opening = openEvaluationMatter(assistant, source, left, signal)
  for (;;) {
    const next = await opening.next()
    if (next.done) return { ...next.value, rules: source.rules, references: null }
    tell(message('evaluation.stages.readingOf', { done: next.value.done, of: next.value.of }))
  }
}

/**
 * The matter, asked without leaving an answer in its history or an entry for each question in its ledger: a run of an
 * evaluation is one entry, and its rows are kept with the run.
 */
function unrecordedMatter(matter: OpenMatter): OpenMatter {
  const { store } = matter
  const { answers, ledger } = store
  return {
    ...matter,
    store: {
      ...store,
      answers: { ...answers, save: () => {} },
      ledger: {
        ...ledger,
        append: (kind) => ({ seq: 0, time: '', kind, data: {}, previous: '', hash: '' }),
      },
    },
  }
}

const KEY = 'temporaryMatters'

/** By what a matter is found again whose id was not known yet. */
type Mark = { readonly matter: string; readonly createdAt: string }
const Marks = z.array(z.object({ matter: z.string(), createdAt: z.string() }))

/** Before the matter is made, so that no kill leaves one that nobody knows of. */
function markTemporary(settings: JsonSettings, { matter, createdAt }: Mark): void {
  settings.set(KEY, [...marksIn(settings), { matter, createdAt }])
}

function unmarkTemporary(settings: JsonSettings, mark: Mark): void {
  settings.set(
    KEY,
    marksIn(settings).filter((one) => !isSame(one, mark)),
  )
}

/** Removes the matters of evaluations that were killed. Only while none runs: when the home has just been opened. */
export async function removeTemporaryMatters({ app, deleteMatter }: AnswerStore): Promise<void> {
  for (const mark of marksIn(app.settings))
    try {
      const left = app.matters.list().find((row) => isSame(row, mark))
      if (left) await deleteMatter(left.id)
      unmarkTemporary(app.settings, mark)
    } catch {
      // On a full disk, say. The home opens all the same, and it is tried again at the next opening.
    }
}

function marksIn(settings: JsonSettings): readonly Mark[] {
  return Marks.safeParse(settings.get(KEY)).data ?? []
}

function isSame(one: Mark, other: Mark): boolean {
  return one.matter === other.matter && one.createdAt === other.createdAt
}
