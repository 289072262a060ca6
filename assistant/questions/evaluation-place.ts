import type { EvaluationRuns, QuestionSets } from '../../store/evaluation-rows.ts'
import type { OpenMatter, OpenMatters } from '../home/open-matters.ts'
import type { HomeSession } from '../home/home-session.ts'

/** Where sets and runs are kept: in a matter, or (null) with the application. */
export type EvaluationPlace = {
  readonly matter: OpenMatter | null
  readonly sets: QuestionSets
  readonly runs: EvaluationRuns
}

type Homes = { readonly matters: Pick<OpenMatters, 'open'>; readonly session: Pick<HomeSession, 'store'> }

/** Throws `NOT_FOUND`, `LOCKED`. */
export async function evaluationPlace({ matters, session }: Homes, nameOrId: string | null): Promise<EvaluationPlace> {
  if (nameOrId === null) {
    const { questionSets: sets, evaluationRuns: runs } = session.store().app
    return { matter: null, sets, runs }
  }
  const matter = await matters.open(nameOrId)
  return { matter, sets: matter.store.questionSets, runs: matter.store.evaluationRuns }
}
