import * as z from 'zod'
import { KnownUpdate, PackageKind, type UpdateCheck, type UpdateFile } from '../../contract/update.ts'
import type { JsonSettings } from '../../store/stored-json.ts'
import type { AppStore } from '../../store/app/app-store.ts'
import type { Events } from '../home/events.ts'
import { readSettings } from '../home/settings.ts'
import { VERSION } from '../home/version.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import { createPublicKey, verify } from 'node:crypto'
import updateSource from './update-source.json' with { type: 'json' }

const ASKED_KEY = 'updateAskedAt'
const KNOWN_KEY = 'updateKnown'
const WEEK_MS = 7 * 24 * 60 * 60 * 1000

/** Looking for a newer version; what it finds is kept in the settings of the home. */
export interface UpdateChecks extends Disposable {
  /** Whom a check connects to; null: nobody. */
  readonly host: string | null
  /** What the last check found, unless another version runs since. */
  known(settings: JsonSettings): KnownUpdate | null
  /** A check that the user asks for. Throws `OFFLINE` and what `checkForUpdate` throws. */
  check(app: AppStore, signal: AbortSignal): Promise<KnownUpdate>
  /** One in the background, where the user wants it once a week and a week has passed. A failure of it is not shown: another week comes. */
  checkWeekly(app: AppStore): void
}

export function createUpdateChecks(
  source: UpdateSource | null,
  kind: PackageKind | null,
  now: () => Date,
  events: Pick<Events, 'tell'>,
): UpdateChecks {
  const closing = new AbortController()
  const host = source && new URL(source.address).host
  const check = async ({ settings, ledger }: AppStore, signal: AbortSignal, weekly: boolean) => {
    if (!readSettings(settings).network)
      throw new Failure('OFFLINE', message('failures.updates.offline'), { tellsAll: true })
    // Before it is asked: a server that fails is not asked more often for that.
    if (source) settings.set(ASKED_KEY, now().toISOString())
    if (host !== null) ledger.append('update-asked', { host, weekly })
    const offered = await checkForUpdate(source, { version: VERSION, kind }, signal)
    const known = { ...newerOf(offered, readKnown(settings)), checkedAt: now().toISOString() }
    settings.set(KNOWN_KEY, known)
    // What is known lies among the settings.
    events.tell({ type: 'settings-changed' })
    return known
  }
  return {
    host,
    known(settings) {
      const known = readKnown(settings)
      if (known?.running !== VERSION) return null
      // Several copies of the program may share a home.
      return known.file?.kind === kind ? known : { ...known, file: null }
    },
    check: (app, signal) => check(app, signal, false),
    checkWeekly(app) {
      const { checksForUpdates, network } = readSettings(app.settings)
      if (source && checksForUpdates && network && isWeekOver(app.settings, now()))
        check(app, closing.signal, true).catch(() => {})
    },
    [Symbol.dispose]: () => closing.abort(),
  }
}

function readKnown(settings: JsonSettings): KnownUpdate | null {
  return KnownUpdate.safeParse(settings.get(KNOWN_KEY)).data ?? null
}

/** Whoever repeats an older notice, which is signed as well, does not hide a newer version that is known already. */
function newerOf(offered: UpdateCheck, known: KnownUpdate | null): UpdateCheck {
  if (known === null || compareVersions(known.version, offered.version) !== 'newer') return offered
  const outcome = compareVersions(known.version, VERSION)
  return outcome === 'newer' ? { ...known, outcome, running: VERSION } : offered
}

/** A clock that was put back counts as one. */
function isWeekOver(settings: JsonSettings, now: Date): boolean {
  const askedAt = z.iso.datetime().safeParse(settings.get(ASKED_KEY)).data
  const passedMs = askedAt === undefined ? WEEK_MS : now.getTime() - Date.parse(askedAt)
  return passedMs >= WEEK_MS || passedMs < 0
}

/** Whom this copy asks, and by which key it knows the publisher: Ed25519, DER (SPKI) in base64. */
const UpdateSource = z.object({ address: z.url({ protocol: /^https$/ }), publicKey: z.base64() }).readonly()
export type UpdateSource = z.infer<typeof UpdateSource>

const BuiltIn = z.union([z.object({ address: z.null(), publicKey: z.null() }), UpdateSource])

/**
 * What `update-source.json` names. Null: built without an address, as every copy is so far. Whoever builds a release of their own writes
 * both there by hand; no step of a release does.
 */
export function builtInSource(): UpdateSource | null {
  const source = BuiltIn.parse(updateSource)
  return source.address === null ? null : source
}

/** What the address gives: the bytes of a notice, in base64, and the publisher's signature of them. */
const Envelope = z.strictObject({ notice: z.base64(), signature: z.base64() })

const Version = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/)

const NoticeFile = z.object({
  /** As Node names them: `linux-x64`, `win32-x64`, `darwin-arm64`. */
  system: z.string(),
  /** One that only a newer version knows is passed over. */
  kind: z.string(),
  /** May be relative to that of the notice. */
  address: z.string(),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[\da-f]{64}$/),
})

const Notice = z.object({
  format: z.literal('consilium-update-1'),
  version: Version,
  published: z.iso.date(),
  page: z.url({ protocol: /^https$/ }),
  files: z.array(NoticeFile).default([]),
})

/** A notice is some hundred bytes. */
const MOST_BYTES = 64 * 2 ** 10
const WAIT_MS = 15_000

type Running = { readonly version: string; readonly kind: PackageKind | null }

/** Asks once, and follows no other address. Nothing is downloaded but the notice, and nothing is changed. */
export async function checkForUpdate(
  source: UpdateSource | null,
  running: Running,
  signal: AbortSignal,
  waitMs = WAIT_MS,
): Promise<UpdateCheck> {
  if (!source) throw refused('WRONG_USE', message('failures.updates.noAddress'))
  const { host } = new URL(source.address)
  const late = AbortSignal.timeout(waitMs)
  const bytes = await fetchNotice(source.address, AbortSignal.any([signal, late])).catch((cause: unknown) => {
    signal.throwIfAborted()
    const why = late.aborted
      ? message('failures.updates.slow', { host })
      : message('failures.updates.noAnswer', { host })
    throw refused('FETCH_FAILED', why, cause)
  })
  return judgeNotice(bytes, source, running)
}

async function fetchNotice(address: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(address, { redirect: 'error', cache: 'no-store', credentials: 'omit', signal })
  if (!response.ok || !response.body) throw new Error(`status ${response.status}`)
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of response.body) {
    length += piece.length
    if (length > MOST_BYTES) throw new Error(`more than ${MOST_BYTES} bytes`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** What the bytes say, once it is known that the publisher wrote them. */
function judgeNotice(bytes: Uint8Array, { address, publicKey }: UpdateSource, running: Running): UpdateCheck {
  const { host } = new URL(address)
  const noNotice = (cause?: unknown) => refused('FETCH_FAILED', message('failures.updates.noNotice', { host }), cause)
  const envelope = Envelope.safeParse(jsonIn(bytes))
  if (!envelope.success) throw noNotice(envelope.error)
  const notice = Buffer.from(envelope.data.notice, 'base64')
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  if (!verify(null, notice, key, Buffer.from(envelope.data.signature, 'base64')))
    throw refused('DAMAGED', message('failures.updates.notSigned', { host }))
  const said = Notice.safeParse(jsonIn(notice))
  if (!said.success) throw noNotice(said.error)
  const { version, published, page, files } = said.data
  const file = fileFor(running.kind, files, address)
  if (file === 'unusable') throw noNotice()
  const outcome = compareVersions(version, running.version)
  return { outcome, version, running: running.version, host, published, page, file }
}

/** What fits this system and this copy; unusable: it leads away from https, or to a name that is no plain one. */
function fileFor(
  kind: PackageKind | null,
  files: z.infer<typeof Notice>['files'],
  base: string,
): UpdateFile | null | 'unusable' {
  const found = files.find((file) => file.system === `${process.platform}-${process.arch}` && file.kind === kind)
  if (!found || kind === null) return null
  const { bytes, sha256 } = found
  const url = URL.parse(found.address, base)
  const name = url?.pathname.split('/').at(-1) ?? ''
  const isPlain = /^\w[\w.+-]*$/.test(name)
  if (!url || !isPlain || (url.protocol !== 'https:' && url.origin !== new URL(base).origin)) return 'unusable'
  return { kind, name, address: url.href, bytes, sha256 }
}

/** What the first is beside the second; throws where one is no version. */
function compareVersions(offered: string, running: string): UpdateCheck['outcome'] {
  const ours = numbersOf(running)
  for (const [at, number] of numbersOf(offered).entries()) {
    const difference = number - (ours[at] ?? 0)
    if (difference !== 0) return difference > 0 ? 'newer' : 'older'
  }
  return 'same'
}

function numbersOf(version: string): readonly number[] {
  return Version.parse(version).split('.').map(Number)
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return null
  }
}

/** Says what happened, what was kept and what to do. */
export function refused(code: Failure['code'], said: Failure['said'], cause?: unknown): Failure {
  return new Failure(code, said, { cause, tellsAll: true })
}
