import { fileURLToPath } from 'node:url'
import { createDetection } from '../assistant/packets/detection.ts'
import { createWordLists } from '../assistant/home/word-lists.ts'
import type { PseudonymMap } from '../disclosure/pseudonyms/pseudonym-map.ts'
import { createCloudModel } from '../models/cloud/create-cloud-model.ts'
import { answerByModel } from '../scripts/cloud-server/say-answer.ts'
import { startCloudServer } from '../scripts/cloud-server/cloud-server.ts'
import type { SayAnswer } from '../scripts/cloud-server/wire-formats.ts'
import { openLocalModel } from '../scripts/open-local-model.ts'
import type { Measurement } from './measurement.ts'
import { roundTrip } from './round-trip.ts'
import { roundTripTexts } from './round-trip-texts.ts'
import { scriptedReply } from './scripted-reply.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** So many texts belong to one matter, whose map grows with them. */
const TEXTS_A_MATTER = 10
const BY_SCRIPT = 300
const BY_MODEL = 60

/**
 * Substitute, send to a server on loopback, restore: 300 texts answered by a script, and 60 by the model that CONSILIUM_BENCH_MODEL
 * names (else the 1.5B). Every pseudonym of a reply has to be put back or reported, and no term of a map may be in any byte sent.
 */
export async function* measureRoundTrip(): AsyncGenerator<Measurement> {
  yield { bench: 'round-trip', by: 'script', ...(await tripsOf(BY_SCRIPT, scriptedReply())) }
  const id = process.env.CONSILIUM_BENCH_MODEL ?? 'qwen2.5-coder-1.5b-instruct-q4_k_m'
  await using local = await openLocalModel(id, process.env.CONSILIUM_MODELS ?? `${ROOT}/.models`)
  yield { bench: 'round-trip', by: id, ...(await tripsOf(BY_MODEL, answerByModel(local.model))) }
}

export async function tripsOf(count: number, say: SayAnswer) {
  await using server = await startCloudServer({ say })
  const detection = await createDetection(createWordLists(`${ROOT}/disclosure/words/words.txt.br`))()
  const info = { provider: 'here', kind: 'openai-compatible', address: server.address, model: 'served' } as const
  const model = createCloudModel({ info, account: () => ({ ...info, key: null }), allow: () => {} })
  const totals = {
    texts: 0,
    tokens: 0,
    putBack: 0,
    reported: 0,
    lost: 0,
    leaked: 0,
    notFound: 0,
    unasked: 0,
    realTerms: 0,
  }
  let map: PseudonymMap = { entities: [], shiftWeeks: 0 }
  for (const [index, text] of roundTripTexts(count, 6).entries()) {
    if (index % TEXTS_A_MATTER === 0) map = { entities: [], shiftWeeks: 0 }
    const trip = await roundTrip(text, map, detection, model)
    map = trip.map
    totals.texts += 1
    totals.tokens += trip.tokens
    totals.putBack += trip.putBack
    totals.reported += trip.reported
    totals.lost += trip.lost.length
    totals.leaked += trip.leaked.length
    totals.notFound += trip.notFound
    totals.unasked += trip.unasked.length
    totals.realTerms += text.truth.length
  }
  return { ...totals, requests: server.bodies.length }
}
