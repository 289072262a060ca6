import { basename, resolve } from 'node:path'
import type { Optimisation, OptimiseSettings } from '../../contract/evaluation/optimisation.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import type { JsonSettings } from '../../store/stored-json.ts'
import type { EvaluationTools } from '../evaluation/evaluation-tools.ts'
import { approvedCards } from '../cards/card-rows.ts'
import { measuredStrategies } from '../answers/strategy-choice.ts'
import { evaluationPlace, type EvaluationPlace } from '../questions/evaluation-place.ts'
import { findSet, type KeptSet, questionsOf } from '../questions/question-set.ts'
import { groundsOfSet } from '../evaluation/sets/grounds-of-set.ts'
import { modelFor } from '../models/model-for.ts'
import { findKept, type KeptOptimisation, optimisationId } from './kept-optimisations.ts'
import { settingSpace } from './setting-space.ts'
import { type Split, splitQuestions } from './search-settings.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

export type OptimiseInput = {
  readonly matter: string | null
  readonly set: string | null
  readonly folder: string | null
  readonly settings: OptimiseSettings
  readonly report: string | null
  readonly resume: boolean
}

export type PlannedOptimisation = {
  readonly place: EvaluationPlace
  readonly set: KeptSet
  readonly split: Split
  readonly model: LanguageModel
  /** Where it is kept. */
  readonly settings: JsonSettings
  /** With what was measured before. */
  readonly stored: KeptOptimisation
  readonly report: string | null
  readonly resume: boolean
}

/** Throws `NOT_FOUND`, `NO_MODEL`, `WRONG_USE`. */
export async function planOptimisation(input: OptimiseInput, assistant: EvaluationTools): Promise<PlannedOptimisation> {
  const { matter, settings, report, resume } = input
  const place = await evaluationPlace(assistant, matter)
  const set = await setOf(input, place, assistant)
  const split = splitQuestions(await questionsOf(place, set), settings)
  const model = await modelFor(settings.model, assistant)
  if (!model) throw new Failure('NO_MODEL', message('failures.optimisation.needsModel'))
  const kept = storedIn(place, assistant)
  const { id, sha256 } = model.info
  const embedder = (await assistant.shelf.embedder())?.info.revision ?? null
  const cards = approvedCards(assistant.session.store().app).map((card) => card.sha256)
  const grounds = await groundsOfSet(place, set, assistant)
  const strategies = measuredStrategies(assistant.session.store().app.settings, sha256)
  const from = [set.set, grounds, strategies, sha256, embedder, cards]
  const optimisation = optimisationId([...from, settings.sample, settings.seed])
  const evaluations = Math.min(settings.evaluations, settingSpace({ hasCards: cards.length > 0 }).length)
  const of = evaluations * split.tuned.length + 2 * split.heldOut.length
  const earlier = findKept(kept, optimisation)
  const begun: Optimisation = {
    optimisation,
    set: set.set,
    setName: set.name,
    matter: place.matter?.id ?? null,
    state: 'waiting',
    settings: { ...settings, evaluations },
    model: { id, sha256 },
    startedAt: assistant.now().toISOString(),
    endedAt: null,
    ...foundBefore(earlier),
    done: 0,
    of,
    leftMs: null,
    stage: null,
    failure: null,
    isOther: false,
    isAgainstUsual: false,
    inUse: false,
  }
  const stored = { optimisation: begun, scores: earlier?.scores ?? {} }
  return { place, set, split, model, settings: kept, stored, report, resume }
}

/** What was found stands until something is found anew. */
function foundBefore(earlier: KeptOptimisation | null): Pick<Optimisation, 'tried' | 'result'> {
  const { tried = [], result = null } = earlier?.optimisation ?? {}
  return result === null ? { tried: [], result } : { tried, result }
}

/** Where optimisations of a place are kept: encrypted with its matter, or with the application. */
export function storedIn({ matter }: EvaluationPlace, { session }: Pick<EvaluationTools, 'session'>): JsonSettings {
  return matter ? matter.store.settings : session.store().app.settings
}

async function setOf(
  { set, folder }: OptimiseInput,
  place: EvaluationPlace,
  { samplesFolder }: Pick<EvaluationTools, 'samplesFolder'>,
) {
  if (set !== null) return findSet(place, set, samplesFolder)
  if (folder === null) throw new Failure('WRONG_USE', message('failures.optimisation.noQuestions'))
  const path = resolve(folder)
  const made: KeptSet = {
    set: path,
    name: basename(path),
    origin: 'imported',
    matter: null,
    documents: 'folder',
    folder: path,
    addedAt: '',
  }
  return made
}
