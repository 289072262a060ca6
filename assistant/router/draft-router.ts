import { type CheckEvent, type Finding, isAccusing } from '../../contract/drafts/draft-check.ts'
import type { Assistant } from '../assembly/assistant.ts'
import { checkDraft, type CheckDraftOptions, findingsOfAnyTime, keptFindings } from '../drafts/check-draft.ts'
import { commentedDraft } from '../drafts/commented-draft.ts'
import { commentsOn } from '../drafts/comments-on-findings.ts'
import { readDraft } from '../drafts/read-draft.ts'
import { exportReport } from '../drafts/report-on-paper.ts'
import { findDraft, pagesOf, shownDraft, shownPages } from '../drafts/stored-draft.ts'
import { NO_TIME_LIMITS, timeLimitsOf } from '../drafts/time-limits.ts'
import type { StoredDraft } from '../../store/matter/drafts.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { sha256 } from '../home/sha256.ts'
import { userName } from '../home/settings.ts'
import { exportName } from '../paper/paper-block.ts'
import { passwordsFor } from '../reading/known-passwords.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import { t } from '../../wording/translate.ts'
import { api, guarded, inMatter, signalOr } from './contract-base.ts'
import { CompareInput } from '../../contract/drafts/comparison.ts'
import { compareDocuments } from '../drafts/compare-documents.ts'
import { comparedNames } from '../drafts/compared-readings.ts'
import { exportComparison, madeComparison } from '../drafts/comparison-on-paper.ts'
import { redlineDocuments } from '../drafts/redline-documents.ts'

export const draftRouter = {
  list: api.draft.list.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    return matter.store.drafts.list().map((draft) => shownDraft(matter, draft))
  }),
  add: api.draft.add.handler(async ({ input: { name, file, ...input }, context: { assistant }, signal }) => {
    const matter = await assistant.matters.open(input.matter)
    const { store } = matter
    const bytes = new Uint8Array(await file.arrayBuffer())
    const hash = sha256(bytes)
    const before = store.drafts.find(name)
    // The same bytes once more are no new version: what was found of them is still so.
    if (before?.sha256 === hash && store.drafts.pages(before.id) !== null) return shownDraft(matter, before)
    const options = { reader: assistant.reading.reader, passwords: passwordsFor(store.settings, null) }
    const read = await readDraft({ name, bytes }, options, signalOr(signal))
    const addedAt = assistant.now().toISOString()
    return announced(
      assistant,
      matter,
      shownDraft(matter, store.drafts.put({ name, ...read, sha256: hash, addedAt, bytes })),
    )
  }),
  remove: api.draft.remove.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const draft = findDraft(matter, input.draft)
    matter.store.drafts.remove(draft.id)
    matter.store.ledger.append('draft-removed', { draft: draft.id, sha256: draft.sha256 })
    announced(assistant, matter, undefined)
  }),
  pages: api.draft.pages.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    return shownPages(pagesOf(matter, findDraft(matter, input.draft).id))
  }),
  check: api.draft.check.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, checkInMatter(input, assistant, signal)),
  ),
  decide: api.draft.decide.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const draft = findDraft(matter, input.draft)
    const finding = await findingOf(matter, draft.id, input.findingId, assistant)
    const decision = input.decision && { ...input.decision, ...madeBy(assistant) }
    matter.store.drafts.decide(draft.id, finding.findingId, decision)
    return announced(assistant, matter, { ...finding, decision })
  }),
  report: api.draft.report.handler(async ({ input: { format, ...input }, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const draft = findDraft(matter, input.draft)
    const findings = wholeFindings(matter, draft, await toolsFor(matter, assistant))
    const bytes = await exportReport({ draft, findings }, format, assistant.fontsFolder)
    const entry = { draft: draft.id, what: 'report' as const, findings: findings.filter(isAccusing).length }
    matter.store.ledger.append('draft-exported', { ...entry, format, sha256: sha256(bytes) })
    const name = `${t('draftCheck.paper.fileName')} ${exportName(draft.name)}.${format}`
    return announced(assistant, matter, { file: new File([bytes as Uint8Array<ArrayBuffer>], name) })
  }),
  commented: api.draft.commented.handler(async ({ input, context: { assistant }, signal }) => {
    const matter = await assistant.matters.open(input.matter)
    const { drafts, ledger } = matter.store
    const draft = findDraft(matter, input.draft)
    const findings = wholeFindings(matter, draft, await toolsFor(matter, assistant))
    const made = madeBy(assistant)
    const by = { name: made.by, date: made.at }
    const comments = commentsOn(findings, by)
    const file = { ...draft, bytes: drafts.bytes(draft.id), pages: pagesOf(matter, draft.id) }
    const { name, bytes } = await commentedDraft(assistant.reading.reader, file, { comments, by }, signal)
    const entry = { draft: draft.id, what: 'commented' as const, findings: comments.length }
    ledger.append('draft-exported', { ...entry, format: 'docx', sha256: sha256(bytes) })
    return announced(assistant, matter, { file: new File([bytes as Uint8Array<ArrayBuffer>], name) })
  }),
}

async function* checkInMatter(
  input: { readonly matter: string; readonly draft: string; readonly afresh?: boolean | undefined },
  assistant: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<CheckEvent, void, void> {
  yield* inMatter(assistant, input.matter, signal, async function* ({ matter, ended }) {
    const { id: draftId } = findDraft(matter, input.draft)
    try {
      yield* checkDraft({ draftId, afresh: input.afresh ?? false }, await toolsFor(matter, assistant), ended)
    } finally {
      announced(assistant, matter, undefined)
    }
  })
}

async function toolsFor(matter: OpenMatter, assistant: Assistant): Promise<CheckDraftOptions> {
  const today = assistant.now().toISOString().slice(0, 10)
  const timeLimits = await timeLimitsOf(assistant.knowledge, matter, today)
  return { ...(await toolsOfAnyTime(matter, assistant)), timeLimits }
}

/** Without what rules compute today, for which they are not asked. */
async function toolsOfAnyTime(matter: OpenMatter, assistant: Assistant): Promise<CheckDraftOptions> {
  const { words, foreground, now, references } = assistant
  return { matter, words, foreground, now, references: await references.of(matter.id), timeLimits: NO_TIME_LIMITS }
}

/** Of a report nothing may be missing: throws `WRONG_USE` where the draft, or a document, has changed since it was checked. */
function wholeFindings(
  { store }: OpenMatter,
  { id, name }: StoredDraft,
  options: CheckDraftOptions,
): readonly Finding[] {
  const findings = store.drafts.get(id).result === null ? null : keptFindings(id, options)
  if (!findings) throw new Failure('WRONG_USE', message('failures.drafts.notChecked', { draft: name }))
  return findings
}

async function findingOf(matter: OpenMatter, draftId: string, id: string, assistant: Assistant): Promise<Finding> {
  const findings = findingsOfAnyTime(draftId, await toolsOfAnyTime(matter, assistant))
  const finding = findings.find(({ findingId }) => findingId === id)
  if (!finding) throw new Failure('NOT_FOUND', message('failures.drafts.findingGone'))
  return finding
}

function madeBy({ session, now }: Assistant): { at: string; by: string } {
  return { at: now().toISOString(), by: userName(session.store().app.settings) }
}

function announced<T>({ events }: Assistant, { id }: OpenMatter, result: T): T {
  events.tell({ type: 'drafts-changed', matter: id })
  return result
}

export const comparisonRouter = {
  compare: api.comparison.compare.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, comparisonOf(input, assistant, signal)),
  ),
  report: api.comparison.report.handler(async ({ input, context: { assistant }, signal }) => {
    const matter = await assistant.matters.open(input.matter)
    const names = comparedNames(matter, input)
    const made = await madeComparison(comparisonOf(input, assistant, signal), names)
    const bytes = await exportComparison(made, input.format, assistant.fontsFolder)
    return { file: new File([new Uint8Array(bytes)], `${t('comparison.paper.fileName')}.${input.format}`) }
  }),
  redline: api.comparison.redline.handler(async ({ input, context: { assistant }, signal }) => {
    const { format } = input
    const { fontsFolder, reading, session, now } = assistant
    const author = { name: userName(session.store().app.settings), date: now().toISOString() }
    const matter = await assistant.matters.open(input.matter)
    using _user = matter.users.enter()
    const ended = AbortSignal.any([matter.closing, signalOr(signal)])
    const tools = { matter, writer: reading.reader, author, format, fontsFolder }
    const { file, losses } = await redlineDocuments(input, tools, ended)
    return {
      file: new File([new Uint8Array(file)], `${t('comparison.paper.redlineName')}.${format}`),
      losses: [...losses],
    }
  }),
}

function comparisonOf(input: CompareInput, assistant: Assistant, signal: AbortSignal | undefined) {
  const asked = CompareInput.parse(input)
  const { reader } = assistant.reading
  return inMatter(assistant, asked.matter, signal, ({ matter, ended }) =>
    compareDocuments(asked, { matter, reader, words: assistant.words }, ended),
  )
}
