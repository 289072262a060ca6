import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createAssistant } from '../../assistant/assembly/create-assistant.ts'
import type { ModelProgress } from '../../contract/model.ts'
import type { PackageKind } from '../../contract/update.ts'
import { programFiles } from '../../host/program-files.ts'
import { inProcess, ROOT } from '../hosts/carriers.ts'
import { temporaryFolder } from '../store/temporary-home.ts'
import { servePublisher, type UpdatePublisher } from './update-publisher.ts'

export const OLD_PROGRAM = 'the version that runs'

export type Place = { readonly home: string; readonly apps: string; readonly file: string }

/** An AppImage as somebody keeps one, in a folder of programs. */
export async function placeIn(folder: string, apps = join(folder, 'apps')): Promise<Place> {
  const file = join(apps, 'Consilium.AppImage')
  await mkdir(apps, { recursive: true })
  await writeFile(file, OLD_PROGRAM, { mode: 0o755 })
  return { home: join(folder, 'home'), apps, file }
}

export async function copyIn({ home, file }: Pick<Place, 'home' | 'file'>, server: UpdatePublisher, kind: PackageKind) {
  const environment = {
    CONSILIUM_MODELS: join(home, 'models'),
    CONSILIUM_THREADS: '1',
    CONSILIUM_PACKAGE: kind,
    APPIMAGE: file,
  }
  const assistant = await createAssistant({
    ...programFiles(ROOT, home),
    home,
    keychain: null,
    environment,
    readsOn: false,
    updateSource: server.source,
  })
  const client = inProcess(assistant)
  if ((await client.application.status()).lock === 'new') await client.home.create({ passphrase: null })
  return {
    client,
    ledger: () => assistant.session.store().app.ledger.list(),
    [Symbol.asyncDispose]: () => assistant[Symbol.asyncDispose](),
  }
}

type Copy = Awaited<ReturnType<typeof copyIn>>
type Published = AsyncDisposable & {
  readonly folder: string
  readonly server: Awaited<ReturnType<typeof servePublisher>>
  readonly place: Place
  readonly copy: Copy
  readonly client: Copy['client']
}

/** A publisher, and a copy that was installed in a folder of its own, which all go when the test ends. */
export async function publishedTo(kind: PackageKind, offered = kind): Promise<Published> {
  await using resources = new AsyncDisposableStack()
  const folder = resources.use(await temporaryFolder())
  const server = resources.use(await servePublisher(offered))
  const place = await placeIn(folder.path)
  const copy = resources.use(await copyIn(place, server, kind))
  const owned = resources.move()
  return {
    folder: folder.path,
    server,
    place,
    copy,
    client: copy.client,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  }
}

export async function download(client: Copy['client']): Promise<readonly ModelProgress[]> {
  return Array.fromAsync(await client.update.download())
}

/** The code and the English words of a refusal. */
export async function refusal(work: () => Promise<unknown>): Promise<readonly [string, string]> {
  const error = (await work().then(
    () => null,
    (caught: unknown) => caught,
  )) as { code: string; message: string } | null
  return [error?.code ?? '', error?.message ?? '']
}

export const programAt = (file: string) => readFile(file)
