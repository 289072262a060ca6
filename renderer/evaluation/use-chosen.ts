import { useState } from 'react'
import type { EvaluationRun, QuestionSet } from '../../contract/evaluation.ts'
import { type Loaded } from '../state/use-loaded.ts'
import { useRuns, useSets } from './use-evaluation.ts'

export type Chosen = {
  readonly sets: Loaded<readonly QuestionSet[]>
  readonly set: QuestionSet | null
  chooseSet(set: string): void
  readonly runs: Loaded<readonly EvaluationRun[]>
  /** The run that is shown, and the one that it is compared with. */
  readonly run: EvaluationRun | null
  readonly other: EvaluationRun | null
  chooseRun(run: string): void
  compareWith(run: string | null): void
}

/** Which set and which runs are looked at: at first the newest of the first set, compared with nothing. */
export function useChosen(): Chosen {
  const sets = useSets()
  const [wantedSet, setWantedSet] = useState<string | null>(null)
  const [wantedRun, setWantedRun] = useState<string | null>(null)
  const [wantedOther, setWantedOther] = useState<string | null>(null)
  const set = sets.value?.find((one) => one.set === wantedSet) ?? sets.value?.[0] ?? null
  const runs = useRuns(set)
  const named = (run: string | null) => runs.value?.find((one) => one.run === run) ?? null
  const run = named(wantedRun) ?? runs.value?.find(({ summary }) => summary !== null) ?? null
  const other = wantedOther === run?.run ? null : named(wantedOther)
  return {
    sets,
    set,
    runs,
    run,
    other,
    chooseSet(chosen) {
      setWantedSet(chosen)
      setWantedRun(null)
      setWantedOther(null)
    },
    chooseRun: setWantedRun,
    compareWith: setWantedOther,
  }
}
