import { useState } from 'react'
import type { OpinionAgreement } from '../../contract/evaluation/agreement.ts'
import type { GateThreshold } from '../../contract/knowledge/card.ts'
import type { CalibrationSummary } from '../../contract/answers/confidence.ts'
import type {
  EvaluationRun,
  QuestionSet,
  RunComparison,
  RunRow,
  SetQuestion,
} from '../../contract/evaluation/evaluation.ts'
import type { EscalationCurve } from '../../contract/answers/routing.ts'
import { useShell } from '../state/shell-context.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'

/** The sets of the matter, then those that belong to none. */
function useSets(): Loaded<readonly QuestionSet[]> {
  const matter = useShell().matter?.id ?? null
  return useLoaded((of) => of.evaluation.sets, { matter })
}

/** The runs of a set, newest first. */
function useRuns(set: QuestionSet | null): Loaded<readonly EvaluationRun[]> {
  return useLoaded(
    (of) => of.evaluation.runs,
    set && { matter: set.matter },
    (runs) => runs.filter((run) => run.set === set?.set),
  )
}

/** What became of each question. */
export function useRows(run: EvaluationRun | null): Loaded<readonly RunRow[]> {
  return useLoaded((of) => of.evaluation.rows, run && { matter: run.matter, run: run.run })
}

export function useComparison(before: EvaluationRun | null, after: EvaluationRun | null): Loaded<RunComparison> {
  return useLoaded(
    (of) => of.evaluation.compare,
    before && after && { matter: after.matter, before: before.run, after: after.run },
  )
}

/** What asking the second run about the most doubtful answers of the first would have been worth. */
export function useEscalation(run: EvaluationRun, second: EvaluationRun): Loaded<EscalationCurve> {
  const { matter } = run
  return useLoaded((of) => of.evaluation.escalation, { matter, run: run.run, second: { run: second.run } })
}

/** Of one matter, or (null) of all. */
export function useAgreement(matter: string | null): Loaded<OpinionAgreement> {
  return useLoaded((of) => of.evaluation.agreement, { matter })
}

export function useQuestions(set: QuestionSet): Loaded<readonly SetQuestion[]> {
  return useLoaded((of) => of.evaluation.questions, { matter: set.matter, set: set.set })
}

export function useCalibrations(): Loaded<readonly CalibrationSummary[]> {
  return useLoaded((of) => of.evaluation.calibrations, undefined)
}

/** From how sure on a model gets no card, and how that is known. */
export function useGate(sha256: string | null): Loaded<GateThreshold> {
  return useLoaded((of) => of.card.gate, sha256 === null ? null : { sha256 })
}

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
