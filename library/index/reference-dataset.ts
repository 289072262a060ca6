import { readdir } from 'node:fs/promises'
import { type Connection, connect, Session, type Table } from '@lancedb/lancedb'
import { type Edition, parseEdition, ReferenceError } from '../reference/edition.ts'
import { hostOf, isObjectStore, type ReferencePlace, storageOptions } from '../reference/reference-place.ts'
import { type NamedHostProxy, openNamedHostProxy } from './named-host-proxy.ts'
import { EDITIONS_SCHEMA, toArrow } from './reference-tables.ts'

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
 * `ReferenceError` where there is no such folder, or the object store does not answer or refuses.
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
    throw new ReferenceError(
      'NOT_FOUND',
      `The folder ${folder} is not there or may not be read. Connect its disk or share, or give another address.`,
      { cause },
    )
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
      throw new ReferenceError(
        'FETCH_FAILED',
        `The object store of ${address} redirects to another host, ${refused}. That is not followed. Give that host as the endpoint, if it is the right one.`,
        { cause },
      )
    throw referenceFailure(address, cause)
  }
}

export function referenceFailure(address: string, cause: unknown): Error {
  const { message } = cause as Error
  return isObjectStore(address) ? storeFailure(address, message, cause) : folderFailure(address, message, cause)
}

function storeFailure(address: string, message: string, cause: unknown): ReferenceError {
  const what = /status: (401|403)|AccessDenied|InvalidAccessKeyId|SignatureDoesNotMatch|credentials/i.test(message)
    ? 'refuses these credentials, or there are none. Give --key-id and the secret, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.'
    : /NoSuchBucket|status: 404/i.test(message)
      ? 'has no such bucket. See that the address and the endpoint are right.'
      : 'does not answer. See that it is reachable and that the endpoint is right, then try again.'
  return new ReferenceError('FETCH_FAILED', `The object store of ${address} ${what}`, { cause })
}

function folderFailure(address: string, message: string, cause: unknown): ReferenceError {
  if (/No space left|quota/i.test(message))
    return new ReferenceError('NO_SPACE', `There is no room left for ${address}. Make room, then run it again.`, {
      cause,
    })
  if (/permission denied|read-only file system|os error (1|13|30)\b/i.test(message))
    return new ReferenceError('WRONG_USE', `${address} may not be written, or not be read. Change its rights.`, {
      cause,
    })
  return new ReferenceError(
    'DAMAGED',
    `The reference library at ${address} cannot be read: files of it are missing or changed. Try again; if it stays so, build it anew.`,
    { cause },
  )
}

function close(database: Connection): void {
  if (database.isOpen()) database.close()
}
