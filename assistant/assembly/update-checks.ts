import * as z from 'zod'
import { KnownUpdate, type UpdateCheck } from '../../contract/update.ts'
import type { JsonSettings } from '../../store/stored-json.ts'
import type { AppStore } from '../../store/app/app-store.ts'
import type { Events } from '../home/events.ts'
import { readSettings } from '../home/settings.ts'
import { VERSION } from '../home/version.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import { checkForUpdate, compareVersions, type UpdateSource } from './update-notice.ts'

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
    const offered = await checkForUpdate(source, VERSION, signal)
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
      return known?.running === VERSION ? known : null
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
