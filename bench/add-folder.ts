import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildIfNeeded } from '../scripts/build.ts'
import { openBenchAssistant } from './open-bench-assistant.ts'
import { temporaryFolder } from './temporary-home.ts'

const MATTER = 'Bench'
const WATCHED_EVERY_MS = 50
const HELD_MB = 1500

type Peak = { readonly mb: number; readonly document: string | null }

/**
 * `node bench/add-folder.ts FOLDER` (Linux): one `add` of a whole folder, without embedding, the reader as it is built for users.
 * Tells each document that did not end ready, with its reason, then how many ended how, and the most resident memory that
 * a reader held (the kernel's own peak of each process), and over which documents more than `HELD_MB`.
 */
async function main(folder: string | undefined): Promise<number> {
  if (folder === undefined) {
    process.stderr.write('error WRONG_USE: name a folder.\n')
    return 2
  }
  await buildIfNeeded()
  await using home = await temporaryFolder()
  await using bench = await openBenchAssistant(join(home.path, 'home'), {
    models: join(home.path, 'none'),
    isBuilt: true,
  })
  const { client } = bench
  await client.matter.create({ name: MATTER })
  using watch = watchReaders()
  const startedMs = performance.now()
  for await (const event of await client.library.addPaths({ matter: MATTER, paths: [folder] })) {
    if (event.type === 'document-start') watch.document = event.path
    if (event.type === 'add-end') tell({ ...event })
  }
  const seconds = Math.round((performance.now() - startedMs) / 1000)
  const { rows, ...counts } = await client.library.coverage({ matter: MATTER })
  for (const { document, state, error, pages, pagesFailed } of rows)
    if (state !== 'ready') tell({ document, state, pages, pagesFailed, code: error?.code, reason: error?.message })
  tell({ ...counts, seconds, readers: watch.peaks.size, ...summaryOf([...watch.peaks.values()]) })
  return 0
}

/** The reader processes below this one, each with the most that it held and the document at hand when it did. */
function watchReaders() {
  const peaks = new Map<string, Peak>()
  const watch = { document: null as string | null, peaks }
  const timer = setInterval(async () => {
    for (const pid of await readerPids()) {
      const mb = await peakMb(pid)
      if (mb > (peaks.get(pid)?.mb ?? 0)) peaks.set(pid, { mb, document: watch.document })
    }
  }, WATCHED_EVERY_MS)
  return Object.assign(watch, { [Symbol.dispose]: () => clearInterval(timer) })
}

async function readerPids(): Promise<readonly string[]> {
  const threads = await readdir('/proc/self/task')
  const children = await Promise.all(
    threads.map((thread) => readFile(`/proc/self/task/${thread}/children`, 'utf8').catch(() => '')),
  )
  const pids = children.flatMap((line) => line.split(' ')).filter((pid) => pid !== '')
  const commands = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))
  return pids.filter((_pid, at) => commands[at]!.includes('library/reader'))
}

async function peakMb(pid: string): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1.024) / 1000
}

function summaryOf(peaks: readonly Peak[]) {
  const most = peaks.toSorted((one, other) => other.mb - one.mb)
  return { peakMb: most[0]?.mb ?? 0, peaks: most.slice(0, 10), over: most.filter(({ mb }) => mb > HELD_MB) }
}

function tell(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

process.exitCode = await main(process.argv[2])
