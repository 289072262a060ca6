import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { filesOf, readDocuments, addFiles, SETS } from './drafts/draft-sources.ts'
import { makeDrafts } from './drafts/make-drafts.ts'
import { PLANTED_WORDS } from './drafts/planted-words.ts'
import type { Measurement } from './measurement.ts'
import { openBenchAssistant } from './open-bench-assistant.ts'
import { processorSeconds } from './processor-time.ts'
import { temporaryFolder } from './temporary-home.ts'
import { mkdir, writeFile } from 'node:fs/promises'

const DOCUMENTS = 500
const PAGES = 20
/** As many as a page of a brief has, with its headings and gaps. */
const CHARACTERS_A_PAGE = 2500
const SEED = 5

/** A brief of 20 pages against 500 documents, without a model: all in one process, its processor time beside the seconds that it took. */
export async function* measureDraftSpeed(): AsyncGenerator<Measurement> {
  await using folder = await temporaryFolder()
  await using bench = await openBenchAssistant(join(folder.path, 'home'), { models: join(folder.path, 'none') })
  const files = (
    await Promise.all(
      SETS.filter((set) => set !== 'ingestion').flatMap((set) => [filesOf(set, 'development'), filesOf(set, 'report')]),
    )
  ).flat()
  const matter = 'speed'
  await addFiles(bench, matter, await manyOf(files, folder.path), folder.path)
  const text = await brief(bench, matter)
  const { draftId } = await bench.client.draft.add({ matter, name: 'brief.txt', file: new File([text], 'brief.txt') })
  const before = await processorSeconds()
  const startedMs = performance.now()
  let sentences = 0
  for await (const event of await bench.client.draft.check({ matter, draft: draftId }))
    if (event.type === 'check-end') sentences = event.sentences
  const seconds = (performance.now() - startedMs) / 1000
  const documents = (await bench.client.library.documents({ matter })).length
  yield {
    bench: 'drafts-speed',
    documents,
    characters: text.length,
    sentences,
    seconds,
    processorSeconds: (await processorSeconds()) - before,
  }
}

/** The files over and over, each time with other names and figures, so that no two are the same. */
async function manyOf(files: readonly string[], folder: string): Promise<readonly string[]> {
  const into = join(folder, 'many')
  await mkdir(into, { recursive: true })
  return Promise.all(
    Array.from({ length: DOCUMENTS }, async (_, at) => {
      const file = files[at % files.length] ?? ''
      const round = Math.floor(at / files.length)
      const text = (await readFile(file, 'utf8')).replaceAll(/\d+/g, (figures) => String(Number(figures) + round))
      const path = join(into, `${at} ${file.split('/').at(-1)}`)
      await writeFile(path, round === 0 ? text : `Copy ${round}\n\n${text}`)
      return path
    }),
  )
}

async function brief(bench: Parameters<typeof readDocuments>[0], matter: string): Promise<string> {
  const drafts = makeDrafts(await readDocuments(bench, matter), {
    count: DOCUMENTS,
    seed: SEED,
    words: PLANTED_WORDS.development,
  })
  let text = ''
  for (const draft of drafts) if (text.length < PAGES * CHARACTERS_A_PAGE) text += draft.text
  return text
}
