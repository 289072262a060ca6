import { setImmediate } from 'node:timers/promises'
import type { Attachment } from '../../store/matter/attachments.ts'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { roomInside } from './attachment-intake.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** Between them others that wait for this process have their turn. */
const FILES_AT_ONCE = 50

/** Of a reading queue, whose worker takes the attachments itself, what that needs. */
type Requeue = {
  add(documentId: string, file: null): void
  /** Gives the job of a document up. */
  forget(documentId: string): Promise<void>
}

export type TakeAttachmentsOptions = {
  readonly matter: OpenMatter
  readonly queue: Requeue
  readonly now: () => Date
}

/**
 * Makes documents of the files inside a document, as its present reading found them, and queues those that are new or have
 * other bytes; those that are no longer inside are removed. They stand under the path of the document that holds them.
 */
export async function takeAttachments(documentId: string, options: TakeAttachmentsOptions): Promise<void> {
  const { documents, attachments } = options.matter.store
  const { textVersionId, root, path } = documents.get(documentId, null)
  if (textVersionId === null) return
  const inside = attachments.list(textVersionId).map((one) => ({ ...one, path: `${path}/${one.name}` }))
  const wanted = new Set(inside.map((one) => one.path))
  const gone = attachments.childrenOf(documentId).filter((child) => !wanted.has(child.path))
  for (const child of gone) await removeWithInside(child.documentId, options)
  const room = roomInside(() => attachments.below(documentId))
  for (const [at, one] of inside.entries()) {
    if (at % FILES_AT_ONCE === FILES_AT_ONCE - 1) await setImmediate()
    const present = documents.at(root, one.path)
    if (present?.sha256 === one.sha256) continue
    // Also asked here: a reading may be shared by documents that lie at different depths, as in an archive of itself.
    if (!present && !room.isLeft) room.leaveOut(one.name)
    else {
      await takeOne({ ...one, root, parent: documentId }, present, options)
      room.take(one.bytes, present?.bytes ?? null)
    }
  }
  const notices = room.warnings()
  if (notices.length > 0) documents.change(documentId, { notices })
}

type Inside = Attachment & { readonly root: string; readonly path: string; readonly parent: string }

async function takeOne(
  { root, path, bytes, sha256, parent }: Inside,
  present: DocumentRow | null,
  { matter, queue, now }: TakeAttachmentsOptions,
): Promise<void> {
  const { documents } = matter.store
  const addedAt = now().toISOString()
  const id = documents.add({ root, path, state: 'queued', mediaType: '', bytes, addedAt, parent })
  if (present) await queue.forget(id)
  documents.setContent(id, sha256)
  documents.change(id, { state: 'queued', error: null })
  queue.add(id, null)
}

/** Removes a document and all that lies in it, the innermost first; gives how many there were in all. */
export async function removeWithInside(
  documentId: string,
  options: Pick<TakeAttachmentsOptions, 'matter' | 'queue'>,
): Promise<number> {
  let removed = 1
  for (const child of options.matter.store.attachments.childrenOf(documentId))
    removed += await removeWithInside(child.documentId, options)
  await removeDocument(options.matter, options.queue, documentId)
  return removed
}

/**
 * Removes a document with all that was made from it, from the store and from the index, then looks for leftovers in every
 * table. Returns their number, 0; throws `DAMAGED` when something is left.
 */
export async function removeDocument(
  { store, library }: OpenMatter,
  queue: Pick<Requeue, 'forget'>,
  documentId: string,
): Promise<0> {
  const { sha256, bytes } = store.documents.get(documentId, null)
  await queue.forget(documentId)
  await library.drop(documentId)
  const removed = await store.removal.remove(documentId)
  const left = store.removal.countLeft(removed) + library.countRows(documentId)
  store.ledger.append('document-removed', { documentId, sha256, bytes, left })
  if (left > 0) throw new Failure('DAMAGED', message('failures.documents.tracesLeft', { count: left }))
  return 0
}
