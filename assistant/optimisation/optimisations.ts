import { isDeepStrictEqual } from 'node:util'
import type { AnswerSettings, Optimisation } from '../../contract/evaluation/optimisation.ts'
import { keepSettings, settingsFor } from '../answers/answer-settings.ts'
import type { EvaluationTools } from '../evaluation/evaluation-tools.ts'
import type { EvaluationPlace } from '../questions/evaluation-place.ts'
import { carryOutOptimisation } from './carry-out-optimisation.ts'
import { findKept, keepOptimisation, listKept } from './kept-optimisations.ts'
import { type OptimiseInput, planOptimisation, storedIn } from './plan-optimisation.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** Newest first; one that the end of the program interrupted is stopped. */
export function listOptimisations(
  place: EvaluationPlace,
  assistant: Pick<EvaluationTools, 'evaluations' | 'session'>,
): readonly Optimisation[] {
  return listKept(storedIn(place, assistant)).map(({ optimisation }) => asItIsNow(optimisation, assistant))
}

/** Begins one, after the runs that were begun before. One that runs already goes on. */
export async function startOptimisation(input: OptimiseInput, assistant: EvaluationTools): Promise<Optimisation> {
  const planned = await planOptimisation(input, assistant)
  const { place, set, settings, stored } = planned
  const { optimisation: id } = stored.optimisation
  const running = assistant.evaluations.state(id) === null ? null : findKept(settings, id)
  if (running) return asItIsNow(running.optimisation, assistant)
  keepOptimisation(settings, stored)
  place.matter?.store.ledger.append('evaluation-begun', { set: set.set, runs: [id] })
  const matter = place.matter?.id ?? null
  assistant.evaluations.begin(id, matter, (signal) => carryOutOptimisation(planned, assistant, signal))
  assistant.events.tell({ type: 'evaluations-changed', matter })
  return asItIsNow(stored.optimisation, assistant)
}

/** Throws `NOT_FOUND`, and `WRONG_USE` where nothing was found yet. */
export function adoptBest(
  place: EvaluationPlace,
  id: string,
  assistant: Pick<EvaluationTools, 'session' | 'events'>,
): void {
  const found = findKept(storedIn(place, assistant), id)?.optimisation
  if (!found) throw new Failure('NOT_FOUND', message('failures.optimisation.gone'))
  if (!found.result) throw new Failure('WRONG_USE', message('failures.optimisation.notEnded'))
  keepSettings(assistant.session.store().app.settings, found.model.sha256, found.result.best)
  assistant.events.tell({ type: 'evaluations-changed', matter: place.matter?.id ?? null })
}

function asItIsNow(
  kept: Optimisation,
  { evaluations, session }: Pick<EvaluationTools, 'evaluations' | 'session'>,
): Optimisation {
  const inUse = settingsFor(session.store().app.settings, kept.model.sha256)
  const optimisation = { ...kept, ...comparedWith(inUse, kept) }
  const state = evaluations.state(kept.optimisation)
  if (state !== null) return { ...optimisation, state }
  const isInterrupted = kept.state === 'running' || kept.state === 'waiting'
  return isInterrupted ? { ...optimisation, state: 'stopped', leftMs: null } : optimisation
}

/** Of the settings that were tried, the usual ones come first. */
function comparedWith(now: AnswerSettings, { result, tried: [usual] }: Optimisation) {
  if (result === null) return { isOther: false, isAgainstUsual: false, inUse: false }
  const { best, against } = result
  return {
    isOther: !isDeepStrictEqual(best, against),
    isAgainstUsual: isDeepStrictEqual(usual?.settings, against),
    inUse: isDeepStrictEqual(now, best),
  }
}
