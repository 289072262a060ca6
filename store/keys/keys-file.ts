import { createHash, randomBytes } from 'node:crypto'
import { open, readFile, rm } from 'node:fs/promises'
import * as z from 'zod'
import { canonicalJson } from '../canonical-json.ts'
import { replaceFile } from '../partial-file.ts'
import { jsonIn } from '../stored-json.ts'
import { PassphraseWrap } from './passphrase-wrap.ts'
import { RecoveryWrap } from './recovery-key.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

const VERSION = 1

const MainWrap = z.discriminatedUnion('by', [
  PassphraseWrap.extend({ by: z.literal('passphrase') }),
  /** Sealed under the 32 bytes of `master.key`. */
  z.object({ by: z.literal('key-file'), sealed: z.base64() }),
  /** Sealed under 32 bytes that the operating system's keychain has encrypted as `keychainBytes`. */
  z.object({ by: z.literal('keychain'), keychainBytes: z.base64(), sealed: z.base64() }),
])
export type MainWrap = z.infer<typeof MainWrap>

const Content = z.object({
  format: z.literal('consilium-keys'),
  version: z.literal(VERSION),
  main: MainWrap,
  recovery: RecoveryWrap.nullable(),
})

/** How the master key of a home can be had: one main way, and perhaps a printed recovery key. */
export type KeysFile = Pick<z.infer<typeof Content>, 'main' | 'recovery'>

const Versioned = z.object({ version: z.number(), check: z.string() })

/** Null when there is no such file. Throws `DAMAGED` when its bytes are not those that were written. */
export async function readKeysFile(path: string): Promise<KeysFile | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? null : parseKeysFile(text, path)
}

/** Replaces the file as a whole. The check value tells a damaged file from a wrong passphrase. */
export async function writeKeysFile(path: string, keys: KeysFile): Promise<void> {
  const content: z.infer<typeof Content> = {
    format: 'consilium-keys',
    version: VERSION,
    main: keys.main,
    recovery: keys.recovery,
  }
  await replaceFile(path, `${JSON.stringify({ ...content, check: checkOf(content) }, null, 2)}\n`)
}

function parseKeysFile(text: string, path: string): KeysFile {
  const json = jsonIn(text)
  const versioned = Versioned.safeParse(json)
  if (versioned.success && versioned.data.version > VERSION)
    throw new Failure('WRONG_USE', message('failures.store.newerFile', { path }))
  const content = Content.safeParse(json)
  if (!content.success || !versioned.success || versioned.data.check !== checkOf(content.data))
    throw damaged(path, content.error)
  return content.data
}

function damaged(path: string, cause: unknown): Failure {
  return new Failure('DAMAGED', message('failures.keys.damagedFile', { path }), { cause })
}

function checkOf(content: z.infer<typeof Content>): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

const KEY_BYTES = 32

/** Writes a new random key, readable by its owner only, and returns it. */
export async function writeKeyFile(path: string): Promise<Buffer> {
  const key = randomBytes(KEY_BYTES)
  await replaceFile(path, key)
  return key
}

/** Throws `WRONG_KEY` when the file is missing and `DAMAGED` when it is not a key. */
export async function readKeyFile(path: string): Promise<Buffer> {
  const key = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause
    throw new Failure('WRONG_KEY', message('failures.keys.keyFileMissing', { path }), { cause })
  })
  if (key.length !== KEY_BYTES)
    throw new Failure(
      'DAMAGED',
      message('failures.keys.keyFileDamaged', { count: key.length, needed: KEY_BYTES, path }),
    )
  return key
}

/**
 * Overwrites the key before the file goes, so that a deleted file that can be undeleted holds nothing. (Drives that move
 * data around by themselves, such as SSDs, may keep an older copy of the bytes; nothing above them can prevent that.)
 */
export async function destroyKeyFile(path: string): Promise<void> {
  const handle = await open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!handle) return
  try {
    const { size } = await handle.stat()
    await handle.write(randomBytes(size), 0, size, 0)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rm(path)
}
