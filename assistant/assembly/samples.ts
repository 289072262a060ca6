import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { type Matter, SampleMatter } from '../../contract/matter.ts'
import type { Assistant } from './assistant.ts'
import { usePack } from '../rules/packs/matter-packs.ts'
import { addPaths } from '../reading/intake/add-paths.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import { LANGUAGES, loadLanguage } from '../../wording/messages/languages.ts'
import { knownText, saidIn } from '../../wording/translate.ts'
import type { Store } from '../../store/store.ts'

/** As it is written down; its names are among the messages. */
const WrittenSample = SampleMatter.omit({ title: true, subtitle: true, names: true })

/** The sample matters that come with the program, named in the language of the call. */
export async function readSamples(folder: string): Promise<SampleMatter[]> {
  const text = await readFile(join(folder, 'questions.json'), 'utf8').catch((cause: Error) => {
    throw new Failure('NOT_FOUND', message('failures.home.noSamples', { folder }), {
      cause,
    })
  })
  const languages = await Promise.all(LANGUAGES.map(loadLanguage))
  return z
    .array(WrittenSample)
    .parse(JSON.parse(text))
    .map((sample) => ({
      ...sample,
      ...namesOf(sample.matter),
      names: languages.map((language) => saidIn(language, () => namesOf(sample.matter).title)),
    }))
}

function namesOf(matter: string): Pick<SampleMatter, 'title' | 'subtitle'> {
  return {
    title: knownText('matters.samples.titles', matter) ?? matter,
    subtitle: knownText('matters.samples.subtitles', matter) ?? '',
  }
}

/**
 * Makes a matter of each sample and reads its documents in the background. One that is there already is gone through again:
 * what was interrupted is read on, what has not changed costs nothing. A matter of the user's own that bears the name of a
 * sample is left alone.
 */
export async function createSamples(assistant: Assistant): Promise<Matter[]> {
  const { session, matters, reading, events, now, samplesFolder } = assistant
  const store = session.store()
  const made: Matter[] = []
  for (const sample of await readSamples(samplesFolder)) {
    const known = madeBefore(store, sample)
    const row =
      known ??
      (await store.createMatter({
        matter: sample.title,
        subtitle: sample.subtitle,
        sample: true,
        createdAt: now().toISOString(),
      }))
    made.push(row)
    if (known && !known.sample) continue
    if (!known) store.app.ledger.append('matter-created', { matter: row.id, sample: true })
    const matter = await matters.open(row.id)
    if (!known) for (const pack of sample.packs) usePack(matter.store.settings, pack, true)
    const adding = addPaths([join(samplesFolder, sample.matter)], { matter, queue: reading.queue(matter), now })
    // Queued with the first step; how it goes is told through the events.
    await adding.next()
    await adding.return()
  }
  events.tell({ type: 'matters-changed' })
  return made
}

/** Of a sample in any language, or a matter of the user's own that bears its name in this one. */
function madeBefore({ app }: Store, { names, title }: SampleMatter) {
  const own = names.flatMap((name) => app.matters.find(name) ?? [])
  return own.find(({ sample }) => sample) ?? app.matters.find(title)
}
