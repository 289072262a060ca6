import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { backUp } from '../../store/backup.ts'
import { exportMatter } from '../../store/matter-archive.ts'
import { addDocument } from './matter/new-matter.ts'
import { CHEAP, MATTER, NEVER, once, openTestStore } from './temporary-home.ts'

/**
 * For `crash.thorough.test.ts`: writes everything there is to write, over and over, until it is killed. The document named n has the
 * words "n n n"; answer and ledger entry n come after document n.
 */
const folder = process.argv[2] ?? ''
const { store, keyring } = await openTestStore(join(folder, 'home'))
const { id } = store.app.matters.find(MATTER.matter) ?? (await store.createMatter(MATTER))
const matter = await store.matter(id)
process.send?.('writing')
for (let number = matter.ledger.head().seq + 1; ; number += 1) {
  const { documentId, textVersionId } = await addDocument(matter, `${number}`, `${number} ${number} ${number}`)
  matter.jobs.add({ documentId, path: `${number}`, kind: 'read', queuedAt: '2026-01-01' })
  matter.jobs.start('2026-01-01')
  const answer = { answerId: `${number}`, question: '', askedAt: '2026-01-01', follows: null, model: null }
  matter.answers.save(answer, [textVersionId])
  matter.ledger.append('answer-deleted', { answerId: `${number}` })
  await matter.originals.write(once(randomBytes(3_000_000)), 'x/y')
  if (number % 3 === 0) await matter.removal.remove(documentId)
  const extra = await store.createMatter({ ...MATTER, matter: `Extra ${number}` })
  const options = { passphrase: 'x', cost: CHEAP, createdAt: '2026-01-01' }
  await exportMatter(store, id, { ...options, file: join(folder, 'archive') }, NEVER)
  await backUp(
    store,
    keyring.masterKey(),
    { ...options, folder: join(folder, `backup-${number}-${process.pid}`) },
    NEVER,
  )
  await store.deleteMatter(extra.id)
}
