import { closeSync, openSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database, { type NativeStatement } from 'better-sqlite3-multiple-ciphers'
import { copyUnchanged, makeCopiesFolder, stampOf } from './read-only-copies.ts'
import { isFull, withStoreErrors } from './store-errors.ts'
import { createTurns } from './turns.ts'
import { Failure } from '../wording/failure.ts'
import { message } from '../wording/message.ts'

export type SqlValue = string | number | bigint | Uint8Array | null

/** A prepared statement. Rows are plain objects keyed by column. */
export interface Statement<Row> {
  run(...values: readonly SqlValue[]): { readonly changes: number; readonly rowId: number }
  get(...values: readonly SqlValue[]): Row | undefined
  all(...values: readonly SqlValue[]): readonly Row[]
}

/**
 * An open encrypted SQLite file. Every call is synchronous and throws the classes of `store-errors.ts`
 * (`withStoreErrors` says which). There is no open cursor between calls, so statements of different callers never block each other.
 */
export interface CipherDatabase extends AsyncDisposable {
  readonly path: string
  readonly inTransaction: boolean
  prepare<Row>(sql: string): Statement<Row>
  execute(sql: string): void
  /** The value of a pragma, or what setting it returns. */
  pragma(text: string): unknown
  /** All or nothing. Inside another transaction it becomes part of that one. */
  transaction<T>(work: () => T): T
  /** As `transaction`, and on the disk, safe from a power cut, when it returns (a few milliseconds). */
  durably<T>(work: () => T): T
  /** Moves the log into the file and empties it, so that nothing deleted survives in it. Waits while the file is copied. */
  flush(): void
  /** The right to freeze, for one piece of work at a time. Closing aborts the signal and waits for the work to end. */
  inCopyTurn<T>(work: (closing: AbortSignal) => Promise<T>): Promise<T>
  /** Moves the log into the file and keeps the file itself as it is until disposed; writes go on in the log. */
  freeze(): Disposable
}

export type CipherDatabaseOptions = {
  /**
   * `new`: the file must not exist yet. `existing`: it must, and must hold something. `read-only`: as `existing`, of a home that may
   * only be read; it takes no change.
   */
  readonly file: 'new' | 'existing' | 'read-only'
  readonly cacheBytes: number
}

/**
 * Opens `path` with a raw 32-byte key (sqlcipher, no derivation, under 1 ms), write-ahead log, deleted data overwritten,
 * temporary tables in memory only. Throws `WRONG_KEY` when the key does not fit, or, which cannot be told apart, when
 * the first page is damaged; `DAMAGED` for an empty file.
 */
export function openCipherDatabase(path: string, key: Uint8Array, options: CipherDatabaseOptions): CipherDatabase {
  if (options.file !== 'new') refuseEmpty(path)
  if (options.file === 'read-only') return openCopy(path, key, options)
  // Made here for its rights: SQLite would make it readable by everyone, and gives the log the rights of the file.
  if (options.file === 'new') closeSync(openSync(path, 'wx', 0o600))
  return withStoreErrors(path, () => {
    const open = (isAlone: boolean) => openNative(path, key, { ...options, isAlone })
    try {
      return wrapDatabase(open(false), path)
    } catch (error) {
      if (options.file === 'new' || !isFull(error)) throw error
      return wrapDatabase(open(true), path)
    }
  })
}

/**
 * Of a file that may only be read, as on a disk that is mounted so: SQLite cannot open one with a log there. The copy is as encrypted,
 * takes no change, and goes when it is closed.
 */
function openCopy(path: string, key: Uint8Array, options: CipherDatabaseOptions): CipherDatabase {
  const folder = makeCopiesFolder()
  const copy = join(folder.path, basename(path))
  try {
    return withStoreErrors(path, () => {
      copyUnchanged(['', '-wal'].map((ending) => [path + ending, copy + ending]))
      const isWhole = !statSync(`${copy}-wal`, { throwIfNoEntry: false })?.size
      const stamp = stampOf(path)
      const database = openNative(copy, key, { ...options, isAlone: false })
      database.pragma('query_only = ON')
      folder.removeNames()
      const opened = wrapDatabase(database, path)
      // Nothing is ever moved from the log into this file.
      const flush = () => {}
      // Whoever freezes copies the file itself, which is not all there is while its log holds something.
      const freeze = () => {
        if (isWhole && stampOf(path) === stamp) return { [Symbol.dispose]() {} }
        throw new Failure('READ_ONLY', message('failures.store.logStays', { path, option: '--home' }))
      }
      const close = async () => {
        try {
          await opened[Symbol.asyncDispose]()
        } finally {
          folder[Symbol.dispose]()
        }
      }
      return {
        ...opened,
        get inTransaction() {
          return opened.inTransaction
        },
        flush,
        freeze,
        [Symbol.asyncDispose]: close,
      }
    })
  } catch (error) {
    folder[Symbol.dispose]()
    throw error
  }
}

type NativeOptions = CipherDatabaseOptions & {
  /**
   * Keeps the index of the log in memory, where it needs no file: the way to read on a disk without a byte left. The home's lock keeps
   * other processes away in any case.
   */
  readonly isAlone: boolean
}

function openNative(path: string, key: Uint8Array, { cacheBytes, isAlone }: NativeOptions): Database {
  const database = new Database(path, { fileMustExist: true, timeout: 0 })
  try {
    unlock(database, key, isAlone)
    configure(database, cacheBytes)
    // The first read of the log makes its index.
    database.pragma('schema_version')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function refuseEmpty(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.size) return
  throw new Failure('DAMAGED', message('failures.store.fileMissing', { path }))
}

function unlock(database: Database, key: Uint8Array, isAlone: boolean): void {
  database.pragma("cipher = 'sqlcipher'")
  database.pragma('legacy = 4')
  const rawKey = Buffer.from(`x'${Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('hex')}'`)
  database.key(rawKey)
  rawKey.fill(0)
  if (isAlone) database.pragma('locking_mode = EXCLUSIVE')
  // A wrong key is only noticed by the first read (`docs/storage.md`).
  database.pragma('user_version')
}

function configure(database: Database, cacheBytes: number): void {
  database.pragma('temp_store = MEMORY')
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
  database.pragma('secure_delete = ON')
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 2000')
  // Without a large cache encrypted searches are up to seven times slower (`docs/decisions/0002-sqlcipher.md`).
  database.pragma(`cache_size = -${Math.round(cacheBytes / 1024)}`)
}

const LOG_PAGES_BEFORE_CHECKPOINT = 1000

function wrapDatabase(database: Database, path: string): CipherDatabase {
  const guarded = <T>(work: () => T) => withStoreErrors(path, work)
  const pragma = (text: string) => guarded(() => database.pragma(text, { simple: true }))
  const transaction = <T>(work: () => T) =>
    database.inTransaction ? work() : guarded(() => database.transaction(work).immediate())
  return {
    path,
    get inTransaction() {
      return database.inTransaction
    },
    prepare: (sql) =>
      wrapStatement(
        guarded(() => database.prepare(sql)),
        guarded,
      ),
    execute: (sql) => guarded(() => void database.exec(sql)),
    pragma,
    transaction,
    durably(work) {
      if (database.inTransaction) return work()
      pragma('synchronous = FULL')
      try {
        return transaction(work)
      } finally {
        pragma('synchronous = NORMAL')
      }
    },
    ...createFreezing(path, pragma, () => void database.close()),
  }
}

type Freezing = Pick<CipherDatabase, 'flush' | 'inCopyTurn' | 'freeze' | typeof Symbol.asyncDispose>

function createFreezing(path: string, pragma: (text: string) => unknown, close: () => void): Freezing {
  const inTurn = createTurns()
  const closing = new AbortController()
  let frozen = false
  let flushWaits = false
  const flush = () => {
    if (frozen) flushWaits = true
    else if (pragma('wal_checkpoint(TRUNCATE)') !== 0)
      throw new Error(`The log of ${path} is being read; it cannot be emptied.`)
  }
  const setFrozen = (on: boolean) => {
    pragma(`wal_autocheckpoint = ${on ? 0 : LOG_PAGES_BEFORE_CHECKPOINT}`)
    frozen = on
  }
  return {
    flush,
    inCopyTurn: (work) =>
      inTurn(async () => {
        closing.signal.throwIfAborted()
        return work(closing.signal)
      }),
    freeze() {
      flush()
      setFrozen(true)
      return {
        [Symbol.dispose]() {
          setFrozen(false)
          if (flushWaits) flush()
          flushWaits = false
        },
      }
    },
    async [Symbol.asyncDispose]() {
      closing.abort()
      await inTurn(async () => close())
    },
  }
}

function wrapStatement<Row>(statement: NativeStatement, guarded: <T>(work: () => T) => T): Statement<Row> {
  return {
    run: (...values) =>
      guarded(() => {
        const { changes, lastInsertRowid } = statement.run(...values)
        return { changes, rowId: Number(lastInsertRowid) }
      }),
    get: (...values) => guarded(() => statement.get(...values) as Row | undefined),
    all: (...values) => guarded(() => statement.all(...values) as readonly Row[]),
  }
}
