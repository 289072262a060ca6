import { readdir } from 'node:fs/promises'
import { type Connection, connect, Session, type Table } from '@lancedb/lancedb'
import { type Edition, parseEdition } from '../reference/edition.ts'
import { hostOf, isObjectStore, type ReferencePlace, storageOptions } from '../reference/reference-place.ts'
import { type NamedHostProxy, openNamedHostProxy } from './named-host-proxy.ts'
import { EDITIONS_SCHEMA, toArrow } from './reference-tables.ts'
import { Failure } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'

const EDITIONS = 'editions'
/**
 * What is kept in memory of the indexes; LanceDB's own limit is 6 GB, more than many laptops have. At a million passages
 * searching was as fast with 128, 256 and 512 MB (p50 17 to 20 ms, p95 27 to 29 ms).
 */
const INDEX_CACHE_BYTES = 256 * 2 ** 20
const FILE_CACHE_BYTES = 64 * 2 ** 20

/** The tables of one reference library, in a folder or an object store. */
export interface ReferenceDataset extends Disposable {
  readonly place: ReferencePlace
  /** The latest edition, or null where none was published. One or two small reads. */
  edition(): Promise<Edition | null>
  /** Makes an edition the one that readers get, in one commit. */
  publish(edition: Edition): Promise<void>
  open(name: string): Promise<Table>
  /** The table, made where it is missing. */
  openOrMake(name: string, schema: typeof EDITIONS_SCHEMA): Promise<Table>
  names(): Promise<readonly string[]>
  drop(name: string): Promise<void>
}

/**
 * Connects; for a folder that means nothing yet. `mode` `read` never makes the folder, and never writes. Throws
 * `Failure` where there is no such folder, or the object store does not answer or refuses.
 */
export async function openDataset(
  place: ReferencePlace,
  environment: NodeJS.ProcessEnv,
  mode: 'read' | 'write',
): Promise<ReferenceDataset> {
  const { address } = place
  if (mode === 'read' && !isObjectStore(address)) await refuseMissing(address)
  // Laptops have no metadata service, and asking one is a connection that nobody asked for. Set to false, it is asked.
  if (isObjectStore(address)) process.env.AWS_EC2_METADATA_DISABLED ??= 'true'
  // LanceDB follows redirects to wherever they lead, and names the endpoint there.
  const host = hostOf(place, environment)
  using opened = new DisposableStack()
  const proxy = host === null ? null : opened.use(await openNamedHostProxy(host))
  const work = <T>(job: () => Promise<T>) => told(place, proxy, job)
  const options = { ...storageOptions(place, environment), ...(proxy ? { proxy_url: proxy.address } : {}) }
  const session = new Session(BigInt(INDEX_CACHE_BYTES), BigInt(FILE_CACHE_BYTES))
  const database = await work(() => connect(address, { storageOptions: options }, session))
  opened.defer(() => close(database))
  const names = () => work(() => database.tableNames())
  const open = (name: string) => work(() => database.openTable(name))
  const openOrMake = async (name: string, schema: typeof EDITIONS_SCHEMA) =>
    (await names()).includes(name) ? open(name) : work(() => database.createEmptyTable(name, schema))
  const life = opened.move()
  return {
    place,
    open,
    openOrMake,
    names,
    edition: async () => ((await names()).includes(EDITIONS) ? latestEdition(await open(EDITIONS), address) : null),
    async publish(edition) {
      const row = { sequence: edition.sequence, json: JSON.stringify(edition) }
      // Overwritten in one commit rather than added to: each row added is one more file that every reader opens.
      const way = (await names()).includes(EDITIONS) ? 'overwrite' : 'create'
      await work(() => database.createTable(EDITIONS, toArrow(EDITIONS_SCHEMA, [row]), { mode: way }))
    },
    drop: (name) => work(() => database.dropTable(name)),
    [Symbol.dispose]: () => life.dispose(),
  }
}

async function latestEdition(table: Table, address: string): Promise<Edition | null> {
  const rows = (await table.query().select(['sequence', 'json']).toArray()) as { sequence: number; json: string }[]
  const latest = rows.toSorted((one, other) => one.sequence - other.sequence).at(-1)
  return latest ? parseEdition(latest.json, address) : null
}

async function refuseMissing(folder: string): Promise<void> {
  try {
    await readdir(folder)
  } catch (cause) {
    throw new Failure('NOT_FOUND', message('failures.references.folderNotThere', { folder }), { cause })
  }
}

/** LanceDB's messages are pages long and name its source files; the user gets what to do, the rest is the cause. */
async function told<T>({ address }: ReferencePlace, proxy: NamedHostProxy | null, work: () => Promise<T>): Promise<T> {
  const refusedHost = proxy?.watch()
  try {
    return await work()
  } catch (cause) {
    const refused = refusedHost?.() ?? null
    if (refused !== null)
      throw new Failure('FETCH_FAILED', message('failures.references.redirects', { to: refused, address }), { cause })
    throw referenceFailure(address, cause)
  }
}

export function referenceFailure(address: string, cause: unknown): Error {
  const words = (cause as Error).message
  return isObjectStore(address) ? storeFailure(address, words, cause) : folderFailure(address, words, cause)
}

function storeFailure(address: string, words: string, cause: unknown): Failure {
  return new Failure('FETCH_FAILED', storeMessage(address, words), { cause })
}

function storeMessage(address: string, words: string): Message {
  if (/status: (401|403)|AccessDenied|InvalidAccessKeyId|SignatureDoesNotMatch|credentials/i.test(words))
    return message('failures.references.credentials', { address })
  if (/NoSuchBucket|status: 404/i.test(words)) return message('failures.references.noBucket', { address })
  return message('failures.references.noAnswer', { address })
}

function folderFailure(address: string, words: string, cause: unknown): Failure {
  if (/No space left|quota/i.test(words))
    return new Failure('NO_SPACE', message('failures.references.noRoom', { address }), {
      cause,
    })
  if (/permission denied|read-only file system|os error (1|13|30)\b/i.test(words))
    return new Failure('WRONG_USE', message('failures.references.noRights', { address }), {
      cause,
    })
  return new Failure('DAMAGED', message('failures.references.damaged', { address }), { cause })
}

function close(database: Connection): void {
  if (database.isOpen()) database.close()
}
