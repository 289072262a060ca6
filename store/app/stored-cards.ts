import type { CipherDatabase } from '../cipher-database.ts'
import { jsonIn } from '../stored-json.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** What the store must know of a card; the rest of the object is kept with it and comes back as it was. */
export type StoredCard = {
  readonly card: string
  readonly status: 'draft' | 'tested' | 'approved' | 'retired'
  /** ISO time. */
  readonly createdAt: string
}

/** What a card did. These numbers are kept apart from the card, and never grow smaller. */
export type CardCounts = { readonly retrieved: number; readonly helped: number; readonly hurt: number }

/** Knowledge cards, which belong to the application and to no matter. */
export interface Cards {
  /** Newest first. */
  list(): readonly (StoredCard & CardCounts)[]
  /** Those that are used, oldest first. */
  approved(): readonly (StoredCard & CardCounts)[]
  /** Throws `NOT_FOUND`. */
  get(card: string): StoredCard & CardCounts
  /** In the place of the same one, whose counts stay. What it said before is overwritten, in the file and in its log. */
  save(card: StoredCard): void
  /** One more. Throws `NOT_FOUND`. */
  count(card: string, what: keyof CardCounts): void
}

type Row = CardCounts & { readonly status: StoredCard['status']; readonly json: string }

const COLUMNS = 'json, status, retrieved, helped, hurt FROM cards'

export function createCards(database: CipherDatabase): Cards {
  const list = database.prepare<Row>(`SELECT ${COLUMNS} ORDER BY created_at DESC, id`)
  const approved = database.prepare<Row>(`SELECT ${COLUMNS} WHERE status = 'approved' ORDER BY created_at, id`)
  const byId = database.prepare<Row>(`SELECT ${COLUMNS} WHERE id = ?`)
  const put = database.prepare(
    `INSERT INTO cards (id, created_at, status, json) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET status = excluded.status, json = excluded.json`,
  )
  const counting = {
    retrieved: database.prepare('UPDATE cards SET retrieved = retrieved + 1 WHERE id = ?'),
    helped: database.prepare('UPDATE cards SET helped = helped + 1 WHERE id = ?'),
    hurt: database.prepare('UPDATE cards SET hurt = hurt + 1 WHERE id = ?'),
  }
  return {
    list: () => list.all().map(toCard),
    approved: () => approved.all().map(toCard),
    get: (card) => toCard(byId.get(card) ?? missing()),
    save(card) {
      put.run(card.card, card.createdAt, card.status, JSON.stringify(card))
      database.flush()
    },
    count(card, what) {
      if (counting[what].run(card).changes === 0) missing()
    },
  }
}

/** What stands in the columns wins over what the object said of it. */
function toCard({ json, status, retrieved, helped, hurt }: Row): StoredCard & CardCounts {
  return { card: '', createdAt: '', ...(jsonIn(json) as StoredCard | undefined), status, retrieved, helped, hurt }
}

function missing(): never {
  throw new Failure('NOT_FOUND', message('failures.lessons.gone'))
}

/** A knowledge pack as the files of its folder; paths with `/`, in their order. */
type StoredPack = {
  readonly name: string
  readonly files: readonly { readonly path: string; readonly text: string }[]
}

/** Packs that were taken in. What is in their files is nothing that the store knows of. */
export interface Packs {
  /** In the order of their names. */
  list(): readonly StoredPack[]
  /** In the place of one of the same name. */
  save(pack: StoredPack, addedAt: string): void
  /** Throws `NOT_FOUND`. */
  remove(name: string): void
}

export function createPacks(database: CipherDatabase): Packs {
  const names = database.prepare<{ name: string }>('SELECT name FROM packs ORDER BY name')
  const files = database.prepare<{ path: string; text: string }>(
    'SELECT path, text FROM pack_files WHERE pack = ? ORDER BY path',
  )
  const insert = database.prepare('INSERT INTO packs (name, added_at) VALUES (?, ?)')
  const insertFile = database.prepare('INSERT INTO pack_files (pack, path, text) VALUES (?, ?, ?)')
  const remove = database.prepare('DELETE FROM packs WHERE name = ?')
  return {
    list: () => names.all().map(({ name }) => ({ name, files: files.all(name) })),
    save: (pack, addedAt) =>
      database.transaction(() => {
        remove.run(pack.name)
        insert.run(pack.name, addedAt)
        for (const { path, text } of pack.files) insertFile.run(pack.name, path, text)
      }),
    remove(name) {
      if (remove.run(name).changes === 0) throw new Failure('NOT_FOUND', message('failures.packs.unknown', { name }))
    },
  }
}
