import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beginAnswer } from '../assistant/answers/answer-progress.ts'
import { prepareAsking } from '../assistant/answers/prepare-asking.ts'
import { conversationBefore } from '../assistant/answers/conversation.ts'
import { findEvidence } from '../assistant/answers/evidence/find-evidence.ts'
import { createShowSource } from '../assistant/answers/draft/prompt-source.ts'
import { AskInput } from '../contract/answers/answer.ts'
import type { OfferKind } from '../contract/answers/offer.ts'
import type { Measurement } from './measurement.ts'
import { addSet, LIST_QUESTIONS, SETS } from './offers/dragonball.ts'
import { type AskedQuestion, FIRST_QUESTIONS, HELD_OUT_QUESTIONS } from './offers/asked-questions.ts'
import { MATTERS } from './offers/invented-matters.ts'
import { type BenchAssistant, openBenchAssistant } from './open-bench-assistant.ts'
import { temporaryFolder } from './temporary-home.ts'
import { wilson } from './wilson.ts'

const NEVER = new AbortController().signal

/**
 * Which way is offered for 80 questions on invented matters, 40 that the rules were made on and 40 held out, and for 12 that ask of
 * every document of two sets; by an embedder, where one is installed. Asks no language model.
 */
export async function* measureOffers(): AsyncGenerator<Measurement> {
  await using home = await temporaryFolder()
  await using opened = await openBenchAssistant(join(home.path, 'home'))
  await addInvented(opened, home.path)
  const embedder = (await opened.assistant.shelf.embedder())?.info.id ?? null
  for (const [half, questions] of [['first', FIRST_QUESTIONS] as const, ['held out', HELD_OUT_QUESTIONS] as const])
    yield { bench: 'offers', half, embedder, ...(await scored(opened, questions)) }
  for (const set of SETS) {
    await addSet(opened.client, set)
    const questions = LIST_QUESTIONS[set].map((question) => ({ matter: set, question, offer: 'table' as const }))
    yield { bench: 'offers', half: set, embedder, ...(await scored(opened, questions)) }
  }
}

type Question = Omit<AskedQuestion, 'matter'> & { readonly matter: string }

async function scored(opened: BenchAssistant, questions: readonly Question[]) {
  const all: { readonly question: string; readonly wanted: OfferKind | null; readonly got: OfferKind | null }[] = []
  for (const { matter, question, offer } of questions)
    all.push({ question, wanted: offer, got: await offeredFor(opened, matter, question) })
  const right = all.filter(({ wanted, got }) => wanted === got)
  const missed = all.filter(({ wanted, got }) => wanted !== null && got === null)
  const wrong = all.filter(({ wanted, got }) => got !== null && got !== wanted)
  return {
    questions: all.length,
    right: right.length,
    interval: wilson(right.length, all.length),
    missed: missed.map(({ question, wanted }) => `${wanted}: ${question}`),
    wrong: wrong.map(({ question, wanted, got }) => `${got} for ${wanted ?? 'none'}: ${question}`),
  }
}

async function offeredFor({ assistant, client }: BenchAssistant, name: string, question: string) {
  const { id = '' } = (await client.matter.list()).find(({ matter: called }) => called === name) ?? {}
  const matter = await assistant.matters.open(id)
  const input = AskInput.parse({ matter: id, question, model: 'none' })
  const options = { ...(await prepareAsking(matter, input, assistant)), onBegin: () => {} }
  const conversation = conversationBefore(matter, null, createShowSource(matter.store.pages))
  const progress = beginAnswer(new Date(), { strategy: 'direct', by: 'usual' })
  await findEvidence(input, conversation, options, progress, NEVER)
  const { sources, about } = progress
  // Any model would do: none is asked.
  const offer = await options.findOffer?.({ question, documents: [], sources, about, model: 'bench' }, NEVER)
  return offer?.kind ?? null
}

async function addInvented({ client }: BenchAssistant, folder: string): Promise<void> {
  for (const [name, { packs, documents }] of Object.entries(MATTERS)) {
    await client.matter.create({ name })
    for (const pack of packs) await client.pack.use({ matter: name, pack, on: true })
    await mkdir(join(folder, name))
    for (const [document, text] of Object.entries(documents)) await writeFile(join(folder, name, document), text)
    for await (const _ of await client.library.addPaths({ matter: name, paths: [join(folder, name)] }));
  }
}
