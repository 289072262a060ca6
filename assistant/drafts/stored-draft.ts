import * as z from 'zod'
import {
  Decision,
  type Draft,
  type DraftPage as PageOfContract,
  type Finding,
} from '../../contract/drafts/draft-check.ts'
import { PAGE_BREAK } from '../../library/split/passage.ts'
import type { StoredDraft } from '../../store/matter/drafts.ts'
import type { Span } from '../../text/spans.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { readableRow } from '../home/readable-rows.ts'
import type { DraftPage } from './draft-text.ts'

const count = z.number().int()

/** What the last check of a draft came to, and what it was checked against. */
export const DraftResult = z.object({
  checkedAt: z.string(),
  checkVersion: count,
  sentences: count,
  confirmed: count,
  contradicted: count,
  nowhere: count,
  notCheckable: count,
  /** The ids of those that say that something is wrong. */
  findings: z.array(z.string()),
  /** The library that it was checked against, so that an earlier result is not taken for one of today. */
  edition: z.string(),
  against: z.array(z.object({ documentId: z.string(), document: z.string(), sha256: z.string(), textVersion: count })),
  references: z.array(z.string()),
  unread: z.array(z.string()).default([]),
  pagesWithoutText: count.default(0),
})
export type DraftResult = Readonly<z.infer<typeof DraftResult>>

/** By its name or id. Throws `NOT_FOUND`. */
export function findDraft({ store, name }: OpenMatter, nameOrId: string): StoredDraft {
  const found = store.drafts.find(nameOrId)
  if (!found) throw new Failure('NOT_FOUND', message('failures.drafts.unknown', { draft: nameOrId, matter: name }))
  return found
}

/** Null where it was not checked to the end, or what is kept of it can no longer be read. */
export function resultOf({ result }: StoredDraft): DraftResult | null {
  return DraftResult.safeParse(result).data ?? null
}

export function shownDraft(matter: OpenMatter, stored: StoredDraft): Draft {
  const { id: draftId, name, mediaType, sha256, addedAt } = stored
  const result = resultOf(stored)
  if (!result) return { draftId, name, mediaType, sha256, addedAt, checkedAt: null, result: null }
  const { checkedAt, sentences, confirmed, contradicted, nowhere, notCheckable, findings, against, references } = result
  const counts = { sentences, confirmed, contradicted, nowhere, notCheckable }
  const decided = decisionsOn(matter, draftId)
  const open = findings.filter((findingId) => !decided.has(findingId)).length
  const shown = { ...counts, documents: against.length, references: references.length, findings: findings.length, open }
  return { draftId, name, mediaType, sha256, addedAt, checkedAt, result: shown }
}

const Page = z.object({
  page: count.nullable(),
  label: z.string().nullable().default(null),
  text: z.string(),
  blocks: z.array(
    z.object({ start: count, end: count, kind: z.string(), level: count, firstCell: z.string().exactOptional() }),
  ),
})

/** Throws `NOT_FOUND` where what was read of it is damaged: a page that is left out would count as one without faults. */
export function pagesOf({ store }: OpenMatter, draftId: string): readonly DraftPage[] {
  return readableRow(z.array(Page), store.drafts.pages(draftId), message('failures.store.theDraft'))
}

export function shownPages(pages: readonly DraftPage[]): PageOfContract[] {
  let start = 0
  return pages.map(({ page, text, blocks }) => {
    const shown = {
      page,
      start,
      text,
      blocks: blocks.map(({ kind, level, ...at }) => ({ ...spanOf(at), kind, level })),
    }
    start += text.length + PAGE_BREAK.length
    return shown
  })
}

function spanOf({ start, end }: Span) {
  return { start, end }
}

/** What a person has decided on findings, by their ids; what can no longer be read is left out. */
export function decisionsOn({ store }: OpenMatter, draftId: string): ReadonlyMap<string, Finding['decision']> {
  return new Map(
    [...store.drafts.decisions(draftId)].flatMap(([id, decision]) => {
      const read = Decision.safeParse(decision)
      return read.success ? [[id, read.data] as const] : []
    }),
  )
}
