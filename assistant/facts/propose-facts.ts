import type { Fact, ProposalEvent } from '../../contract/knowledge/fact.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import type { FactPlace, StoredFact } from '../../store/matter/stored-facts.ts'
import { documentDay, stayDays } from '../../text/document-day.ts'
import { languageOf } from '../../text/languages.ts'
import { documentIdsMatching } from '../documents/find-document.ts'
import type { Foreground } from '../home/foreground.ts'
import { localDay } from '../home/local-day.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { sha256 } from '../home/sha256.ts'
import { factRow } from '../rules/fact-rows.ts'
import type { Knowledge } from '../rules/knowledge.ts'
import type { Candidate, Finding } from './find-candidates.ts'
import { checkProposal, keepProposal, withSeries } from './keep-proposal.ts'
import { type PassagePlan, planDocument } from './plan-document.ts'
import { askModel } from './ask-model.ts'
import { dayOfUndated, type DocumentDays } from './observation-day.ts'
import { wantedInMatter, type WantedRelation } from './wanted-relations.ts'

type ProposeOptions = {
  readonly matter: OpenMatter
  readonly knowledge: Knowledge
  /** Null: only what stands right behind the words of its relation is proposed. */
  readonly model: LanguageModel | null
  readonly foreground: Foreground
  readonly now: () => Date
  readonly asOf: string
}

const NO_MODEL = 'no model'

type Shown = {
  readonly documentId: string
  readonly document: string
  readonly textVersionId: number
  readonly passages: number
}

type Read = Shown & { readonly days: DocumentDays }

/**
 * Looks through documents for facts in the words of the matter's packs. Each that is found is stored as proposed and told;
 * nothing uses it before a person confirms it. Passages that were looked through for the same relations by the same model
 * are skipped, so that a run which was stopped goes on. `globs` empty: all documents. An abort ends it, keeping what it has.
 */
export async function* proposeFacts(
  globs: readonly string[],
  options: ProposeOptions,
  signal: AbortSignal,
): AsyncGenerator<ProposalEvent, void, void> {
  const { matter, model } = options
  const startedMs = performance.now()
  const wantedIn = relationsByLanguage(options)
  // What is wrong with the packs is said before any document is read.
  await wantedIn('en')
  const documents = shownDocuments(matter, globs)
  const today = localDay(options.now())
  const progress = createProposalProgress(documents.reduce((sum, { passages }) => sum + passages, 0))
  const total = { documents: 0, proposed: 0 }
  const end = (stopped: boolean): ProposalEvent => {
    const { documents: read, proposed } = total
    if (read > 0)
      matter.store.ledger.append('facts-proposed', { documents: read, proposed, model: model?.info.id ?? null })
    const seconds = (performance.now() - startedMs) / 1000
    return { type: 'proposal-end', documents: read, proposed, seconds, model: model?.info.id ?? null, stopped }
  }
  try {
    for (const shown of documents) {
      total.documents += 1
      yield progress.event(shown.document)
      const text = matter.store.pages.wholeText(shown.textVersionId)
      const relations = await wantedIn(languageOf(text) ?? 'en')
      const key = documentKey(relations, model)
      if (matter.store.proposalsRead.has(shown.textVersionId, key)) {
        progress.passagesDone(shown.passages, true)
        continue
      }
      const read = { ...shown, days: { own: documentDay(text, today), ...stayDays(text, today) } }
      for (const plan of await planDocument(matter, shown, relations, signal)) {
        for await (const fact of proposeInPassage(plan, read, options, signal)) {
          total.proposed += 1
          yield { type: 'proposal', ...fact }
        }
        progress.passagesDone(1)
        if (plan.findings.length > 0) yield progress.event(shown.document)
      }
      matter.store.proposalsRead.add(shown.textVersionId, key)
    }
  } catch (error) {
    if (!signal.aborted) throw error
    yield end(true)
    return
  }
  yield end(false)
}

/** What is looked for in documents of a language, worked out once. */
function relationsByLanguage(options: ProposeOptions) {
  const known = new Map<string, Promise<readonly WantedRelation[]>>()
  return (language: string) => {
    const wanted = known.get(language) ?? wantedInMatter(options, language)
    known.set(language, wanted)
    return wanted
  }
}

function shownDocuments(matter: OpenMatter, globs: readonly string[]): readonly Shown[] {
  const wanted = globs.length === 0 ? null : new Set(documentIdsMatching(matter, globs))
  return matter.store.documents
    .list(null)
    .filter(({ documentId }) => wanted?.has(documentId) ?? true)
    .flatMap(({ documentId, document, textVersionId, passages }) =>
      textVersionId === null ? [] : { documentId, document, textVersionId, passages },
    )
}

async function* proposeInPassage(
  { passage, findings }: PassagePlan,
  { documentId, textVersionId, days }: Read,
  options: ProposeOptions,
  signal: AbortSignal,
): AsyncGenerator<Fact, void, void> {
  const { matter, model, foreground } = options
  const { proposalsRead } = matter.store
  for (const finding of findings) {
    const key = keyOf(passage.start, finding, model)
    if (proposalsRead.has(textVersionId, key)) continue
    // A person who waits for an answer goes first.
    await foreground.idle(signal)
    const found = await stated(finding, model, signal)
    // It may have been removed, or read again, while the model was asked.
    if (matter.store.documents.find(documentId, null)?.textVersionId !== textVersionId) return
    for (const { candidate, by } of found) {
      const { start, end } = finding.segment
      const quote = matter.store.pages.slice(textVersionId, passage.start + start, passage.start + end)
      const byOcr = matter.store.pages
        .list(textVersionId)
        .some((row) => row.page === passage.page && row.state === 'ocr')
      const span = { page: passage.page, start: passage.start + start, end: passage.start + end, quote }
      const place = { documentId, textVersion: textVersionId, ...span, byOcr, model: by }
      const [mention] = candidate.mentions
      const isUndated = candidate.at === null && finding.relation.isSeries
      const at = isUndated && mention ? dayOfUndated(finding.text, mention, days) : candidate.at
      const fact = await storeProposal({ ...candidate, at }, finding.relation, place, options)
      if (fact) yield fact
    }
    proposalsRead.add(textVersionId, key)
  }
}

/** Of a document that was looked through to its end. */
function documentKey(relations: readonly WantedRelation[], model: LanguageModel | null): string {
  const wanted = sha256(relations.map(({ key }) => key).join(' '))
  return `all ${wanted} ${model?.info.sha256 ?? NO_MODEL}`
}

function keyOf(passageStart: number, { segment, relation }: Finding, model: LanguageModel | null): string {
  return [passageStart + segment.start, passageStart + segment.end, relation.key, model?.info.sha256 ?? NO_MODEL].join(
    ' ',
  )
}

type Stated = { readonly candidate: Candidate; readonly by: string | null }

/** What stands right behind the words of its relation needs no model: "Weight: 58 kg", "Sex: female". */
async function stated(finding: Finding, model: LanguageModel | null, signal: AbortSignal): Promise<readonly Stated[]> {
  const plain = finding.candidates.filter(({ isBeside, holds }) => isBeside && holds === 'yes')
  if (plain.length > 0) return withSeries(finding, plain).map((candidate) => ({ candidate, by: null }))
  if (!model) return []
  const chosen = withSeries(finding, await askModel(finding, model, signal))
  return chosen.map((candidate) => ({ candidate, by: model.info.id }))
}

/** Through the check of its quote and the gate of the vocabulary, into the store; null where one of them says no. */
async function storeProposal(
  { relation, args, holds, at, validFrom, validTo }: Candidate,
  wanted: WantedRelation,
  place: FactPlace,
  { matter, knowledge, now, asOf }: ProposeOptions,
): Promise<Fact | null> {
  if (!checkProposal(place.quote, { args, holds }, wanted)) return null
  const packs = await knowledge.packsOf(matter)
  const statement = { relation, args, holds, at, validFrom, validTo }
  const gated = await knowledge.kernel.call('gate', { packs }, statement)
  if (!gated.statement) return null
  const kept: StoredFact | null = keepProposal(matter, gated.statement, place, now().toISOString())
  return kept && factRow(knowledge, matter, kept.id, asOf)
}

interface ProposalProgress {
  /** `wasDone`: by an earlier run, so that it says nothing of how long others take. */
  passagesDone(count: number, wasDone?: boolean): void
  event(document: string): Extract<ProposalEvent, { type: 'proposal-progress' }>
}

/** Passages differ: the first few say nothing of how long all of them take. */
const TELLING_PASSAGES = 5

function createProposalProgress(passages: number): ProposalProgress {
  const startedMs = performance.now()
  const done = { all: 0, timed: 0 }
  return {
    passagesDone(count, wasDone = false) {
      done.all += count
      if (!wasDone) done.timed += count
    },
    event(document) {
      const secondsEach = (performance.now() - startedMs) / 1000 / done.timed
      const secondsLeft = done.timed < TELLING_PASSAGES ? null : secondsEach * (passages - done.all)
      return { type: 'proposal-progress', document, passagesDone: done.all, passages, secondsLeft }
    },
  }
}
