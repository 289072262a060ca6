import { totalmem } from 'node:os'
import type { Check } from '../../contract/application.ts'
import { DamagedKind } from '../../contract/matter.ts'
import { graphicsWords, type ModelRow } from '../../contract/model.ts'
import type { Assistant } from './assistant.ts'
import type { CipherDatabase } from '../../store/cipher-database.ts'
import { migrationCopies } from '../../store/migration-copies.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { VERSION } from '../home/version.ts'
import { damagedEntries } from './damaged-entries.ts'

const DISK_BYTES_AT_LEAST = 2e9
const MEMORY_BYTES_AT_LEAST = 8e9

/** What works on this computer, each part really tried. */
export async function doctor({
  session,
  shelf,
  processes,
  office,
  providers,
  matters,
  updates,
}: Assistant): Promise<Check[]> {
  const { computer, models } = await shelf.list({ isWhole: true })
  const installed = (kind: string) => models.find((model) => model.kind === kind && model.inUse)
  const language = installed('language')
  const embedding = installed('embedding')
  return [
    { check: 'home', ok: true, detail: homeWords(session), todo: null },
    check(
      'memory',
      totalmem() >= MEMORY_BYTES_AT_LEAST,
      `${gigabytes(computer.memoryBytes)}, ${gigabytes(computer.freeBytes)} free`,
      'Small models only: see `consilium models`.',
    ),
    check(
      'disk',
      computer.diskFreeBytes >= DISK_BYTES_AT_LEAST,
      `${gigabytes(computer.diskFreeBytes)} free`,
      'Make room for a model (1 to 8 GB).',
    ),
    check('graphics', computer.graphicsFault === null, graphicsWords(computer), 'Update its driver, then start again.'),
    check(
      'answers',
      language !== undefined,
      language ? languageText(language, computer.threads) : 'no language model: passages only',
      'Get one: consilium models',
    ),
    check(
      'meaning',
      embedding !== undefined,
      embedding ? embedding.id : 'no embedding model: search by words only',
      'Get one: consilium models',
    ),
    await libreOffice(office),
    await versionCheck(session, updates),
    ...(session.lockState === 'open'
      ? [secondOpinion(providers), storedEntries(session.store().app.database, matters.all())]
      : []),
    await tried('reader', () => processes.reader.ready()),
    ...(language ? [await tried('language', () => processes.language.ready())] : []),
    ...(embedding ? [await tried('embedding', () => processes.embedding.ready())] : []),
  ]
}

function languageText({ id, purpose }: ModelRow, threads: number): string {
  return `${id}, ${threads} threads${purpose === 'tests' ? '. It is for tests only: it invents answers' : ''}`
}

function check(name: string, ok: boolean, detail: string, todo: string): Check {
  return { check: name, ok, detail, todo: ok ? null : todo }
}

/** Nothing is lacking without one, and none is connected to. */
function secondOpinion(providers: Assistant['providers']): Check {
  const names = providers.list().map(({ provider }) => provider)
  const detail =
    names.length === 0 ? 'no provider is set up: nothing can be sent' : `${names.join(', ')}; not connected to`
  return { check: 'second opinion', ok: true, detail, todo: null }
}

/** Of the application and of the matters that are open; one that cannot be read is left out of its list, and kept. */
function storedEntries(application: CipherDatabase, matters: readonly OpenMatter[]): Check {
  const counts = [
    ['the application', damagedEntries(application, 'application', DamagedKind.options).length] as const,
    ...matters.map(
      ({ name, store }) => [`"${name}"`, damagedEntries(store.database, 'matter', DamagedKind.options).length] as const,
    ),
  ]
  const damaged = counts.flatMap(([where, count]) => (count === 0 ? [] : [`${count} in ${where}`]))
  return check(
    'stored entries',
    damaged.length === 0,
    damaged.length === 0 ? 'all can be read' : `cannot be read, and are kept as they are: ${damaged.join(', ')}`,
    'Go back to a backup if one of them is missed: consilium restore',
  )
}

async function versionCheck(session: Assistant['session'], updates: Assistant['updates']): Promise<Check> {
  const copies = await migrationCopies(session.home)
  const known = session.lockState === 'open' ? updates.known(session.store().app.settings) : null
  const newer = known?.outcome === 'newer' ? `; version ${known.version} is available: ${known.page}` : ''
  const kept = copies
    ? `; before the last update changed it, your data was copied to ${copies.folder}, ${gigabytes(copies.bytes)}`
    : ''
  return { check: 'version', ok: true, detail: `${VERSION}${newer}${kept}`, todo: null }
}

/** Nothing is lacking without it. */
async function libreOffice(office: Assistant['office']): Promise<Check> {
  const { file, version } = await office.state()
  const detail =
    file === null
      ? 'not on this computer; .xls, .ppt and .wpd stay unread'
      : `${version ?? 'does not start'} at ${file}; converts .xls, .ppt and .wpd in matters that allow it`
  return { check: 'libreoffice', ok: true, detail, todo: null }
}

async function tried(name: string, start: () => Promise<unknown>): Promise<Check> {
  try {
    await start()
    return { check: name, ok: true, detail: 'its process starts', todo: null }
  } catch (error) {
    return {
      check: name,
      ok: false,
      detail: (error as Error).message,
      todo: 'Reinstall the program; if that does not help, report it.',
    }
  }
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`
}

function homeWords({ home, keyMode }: Assistant['session']): string {
  return `${home.folder}, locked by ${keyMode}${home.isReadOnly ? ', may only be read' : ''}`
}
