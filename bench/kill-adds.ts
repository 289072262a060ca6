import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createAssistant } from '../assistant/assembly/create-assistant.ts'
import { programFiles } from '../host/program-files.ts'
import { buildIfNeeded } from '../scripts/build.ts'
import { seededRandom } from '../scripts/seeded-random.ts'
import { temporaryFolder } from './temporary-home.ts'
import { writeMixedFiles } from './write-mixed-files.ts'

const FILES = 100
/** Embedding a hundred takes minutes, each time. */
const EMBEDDED_FILES = 20
/** Before that nothing is read. */
const START_MS = 300
const MATTER = 'Bench'
const ROOT = new URL('..', import.meta.url)

/**
 * `node bench/kill-adds.ts [ADDS] [KILLS EACH] [MODELS]`: adds a hundred mixed files, each add killed (-9) at random moments and
 * begun again, and compares what is there in the end with an add that nobody disturbed, passage by passage. With a folder that
 * holds an embedding model twenty files are added, and their vectors compared too, bit by bit.
 */
async function main(adds: number, killsEach: number, models: string | undefined): Promise<number> {
  await buildIfNeeded()
  await using folder = await temporaryFolder()
  const random = seededRandom(17)
  let different = 0
  let kills = 0
  for (let add = 0; add < adds; add += 1) {
    const files = join(folder.path, `files ${add}`)
    await writeMixedFiles(files, models === undefined ? FILES : EMBEDDED_FILES, 100 + add)
    const [whole, killed] = [join(folder.path, `whole ${add}`), join(folder.path, `killed ${add}`)]
    const startedMs = performance.now()
    await addFiles(whole, files, null, models)
    const usualMs = performance.now() - startedMs
    for (let kill = 0; kill < killsEach; kill += 1) {
      const wasKilled = await addFiles(killed, files, START_MS + random() * ((2 * usualMs) / killsEach), models)
      kills += wasKilled ? 1 : 0
    }
    await addFiles(killed, files, null, models)
    const [expected, got] = [await passagesIn(whole), await passagesIn(killed)]
    if (expected !== got) different += 1
    await Promise.all([whole, killed, files].map((path) => rm(path, { recursive: true })))
    const vectors = got.split(VECTOR).length - 1
    const line = { bench: 'kill-adds', add, kills, same: expected === got, characters: got.length, vectors }
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
  return different === 0 ? 0 : 1
}

/** True when it was killed before it ended. */
async function addFiles(
  home: string,
  files: string,
  killAfterMs: number | null,
  models = join(home, 'none'),
): Promise<boolean> {
  await run(home, ['matter', 'create', MATTER], null, models)
  return run(home, ['add', MATTER, files], killAfterMs, models)
}

async function run(
  home: string,
  words: readonly string[],
  killAfterMs: number | null,
  models: string,
): Promise<boolean> {
  const program = fileURLToPath(new URL('out/cli/main.js', ROOT))
  const env = { ...process.env, CONSILIUM_MODELS: models, CONSILIUM_PASSPHRASE: '' }
  const child = spawn(process.execPath, [program, '--home', home, ...words], { stdio: 'ignore', env })
  const ended = new Promise<boolean>((resolve) => child.once('exit', (_code, signal) => resolve(signal === 'SIGKILL')))
  const stop = new AbortController()
  if (killAfterMs !== null)
    void wait(killAfterMs, null, { signal: stop.signal }).then(
      () => child.kill('SIGKILL'),
      () => {},
    )
  const wasKilled = await ended
  stop.abort()
  return wasKilled
}

/** Begins each vector in the text. */
const VECTOR = 'vector:'

/** Every document with its state, its pages, its passages and their vectors, as one text. */
async function passagesIn(home: string): Promise<string> {
  const environment = { ...process.env, CONSILIUM_MODELS: join(home, 'none') }
  const files = programFiles(ROOT, home)
  await using assistant = await createAssistant({ home, ...files, keychain: null, environment, readsOn: false })
  const { store } = await assistant.matters.open(MATTER)
  const revisions = store.vectors.revisions().map(({ revision }) => revision)
  return store.documents
    .list(null)
    .map(({ document, state, sha256, notices, textVersionId }) => {
      const id = textVersionId ?? 0
      const passages = store.passages
        .list(id)
        .map(({ start, end, page, section, indexText, text }) => [start, end, page, section, indexText, text])
      return JSON.stringify({
        document,
        state,
        sha256,
        notices,
        pages: store.pages.list(id),
        text: store.pages.wholeText(id),
        passages,
        vectors: revisions.flatMap((revision) =>
          Array.from(
            store.vectors.ofTextVersion(revision, id),
            ({ vector }) => `${VECTOR}${Buffer.from(vector.buffer).toString('base64')}`,
          ),
        ),
      })
    })
    .join('\n')
}

process.exitCode = await main(Number(process.argv[2] ?? '5'), Number(process.argv[3] ?? '10'), process.argv[4])
