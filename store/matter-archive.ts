import { randomUUID } from 'node:crypto'
import { open } from 'node:fs/promises'
import * as z from 'zod'
import type { MatterRow } from './app/matter-rows.ts'
import { canonicalJson } from './canonical-json.ts'
import { copyFileTo, whileFrozen } from './copy-database.ts'
import { PassphraseWrap, type ScryptCost, unwrapByPassphrase, wrapByPassphrase } from './keys/passphrase-wrap.ts'
import type { StoredAnswer } from './matter/stored-answers.ts'
import { createPartialFile } from './partial-file.ts'
import type { Store } from './store.ts'
import { jsonIn } from './stored-json.ts'
import { Failure } from '../wording/failure.ts'
import { message } from '../wording/message.ts'

const VERSION = 1
/** One line of JSON, filled up with spaces, since the hash of what follows is only known when that is written. */
const HEADER_BYTES = 4096

const Contents = z.object({
  format: z.literal('consilium-matter'),
  version: z.literal(VERSION),
  id: z.uuid(),
  name: z.string(),
  subtitle: z.string(),
  createdAt: z.string(),
  sample: z.boolean(),
  ledgerHead: z.object({ seq: z.number().int(), hash: z.string() }),
  body: z.object({ bytes: z.number().int(), sha256: z.string() }),
})
type Contents = z.infer<typeof Contents>

/** All of the contents are bound to the wrapped key: none can be changed without the passphrase. */
const Header = Contents.extend({ key: PassphraseWrap })

/**
 * Writes a matter as one file: a header, then the matter's encrypted store as it is. The passphrase is the file's own.
 * Reading and writing in the matter go on meanwhile. Replaces `file` at the very end; throws `NO_SPACE`, `NOT_FOUND`.
 */
export async function exportMatter<A extends StoredAnswer>(
  store: Store<A>,
  matterId: string,
  { file, passphrase, cost }: { readonly file: string; readonly passphrase: string; readonly cost: ScryptCost },
  signal: AbortSignal,
): Promise<{ readonly file: string; readonly bytes: number }> {
  const row = store.app.matters.get(matterId)
  const { database } = await store.matter(matterId)
  await using target = await createPartialFile(file)
  await target.write(Buffer.alloc(HEADER_BYTES))
  const copied = await whileFrozen(
    [database],
    async (inner) => {
      // The anchor, not the end of the chain: a chain that is broken here must not become whole by travelling.
      const ledgerHead = store.app.ledgerAnchor(matterId).read()
      return { ledgerHead, body: await copyFileTo(database.path, 0, target, inner) }
    },
    signal,
  )
  const contents = { ...contentsOf(row), ...copied }
  const key = store.matterKey(matterId)
  const wrap = await wrapByPassphrase(key, passphrase, purpose(contents), cost)
  key.fill(0)
  await target.write(encodeHeader({ ...contents, key: wrap }), 0)
  await target.keep()
  return { file, bytes: HEADER_BYTES + copied.body.bytes }
}

/**
 * Takes an exported matter in, under its id and name or, where these are taken, under others. Throws `WRONG_KEY`,
 * `DAMAGED`, `WRONG_USE`, `NO_SPACE`; then, as after a kill, no matter was added.
 */
export async function importMatter<A extends StoredAnswer>(
  store: Store<A>,
  { file, passphrase }: { readonly file: string; readonly passphrase: string },
  signal: AbortSignal,
): Promise<MatterRow> {
  const { key: wrap, ...contents } = await readHeader(file)
  const key = await unwrapByPassphrase(wrap, passphrase, purpose(contents))
  if (!key) throw new Failure('WRONG_KEY', message('failures.keys.passphraseOfFile', { file }))
  const { name, subtitle, createdAt, sample, body, ledgerHead } = contents
  try {
    return await store.adoptMatter({
      id: freeId(store, contents.id),
      row: { matter: store.app.matters.freeName(name), subtitle, createdAt, sample },
      key,
      ledgerHead,
      async fill(path) {
        await using target = await createPartialFile(path)
        const copied = await copyFileTo(file, HEADER_BYTES, target, signal)
        if (copied.sha256 !== body.sha256) throw damaged(file)
        await target.keep()
      },
    })
  } finally {
    key.fill(0)
  }
}

function contentsOf({ id, matter, subtitle, createdAt, sample }: MatterRow) {
  return { format: 'consilium-matter', version: VERSION, id, name: matter, subtitle, createdAt, sample } as const
}

function purpose(contents: Contents): string {
  return `consilium matter archive ${canonicalJson(contents)}`
}

function encodeHeader(header: z.infer<typeof Header>): Buffer {
  const line = Buffer.alloc(HEADER_BYTES, ' ')
  const json = Buffer.from(JSON.stringify(header))
  if (json.length >= HEADER_BYTES)
    throw new RangeError(`Expected a header below ${HEADER_BYTES} bytes, got ${json.length}`)
  json.copy(line)
  line.write('\n', HEADER_BYTES - 1)
  return line
}

async function readHeader(file: string): Promise<z.infer<typeof Header>> {
  await using handle = await open(file, 'r')
  const { buffer } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0)
  const json = jsonIn(buffer.toString('utf8'))
  const version = z.object({ format: Contents.shape.format, version: z.number() }).safeParse(json)
  if (version.success && version.data.version > VERSION)
    throw new Failure('WRONG_USE', message('failures.store.newerExport', { file }))
  const header = Header.safeParse(json)
  if (!header.success) throw damaged(file, header.error)
  return header.data
}

function damaged(file: string, cause?: unknown): Failure {
  return new Failure('DAMAGED', message('failures.store.damagedExport', { file }), { cause })
}

/** An id whose ledger is known here stays with that ledger, even when its matter was deleted. */
function freeId<A extends StoredAnswer>(store: Store<A>, id: string): string {
  const isTaken = store.app.matters.find(id) !== null || store.app.ledgerAnchor(id).read().seq > 0
  return isTaken ? randomUUID() : id
}
