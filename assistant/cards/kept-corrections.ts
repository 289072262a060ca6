import { type Card, type Correction, Correction as CorrectionShape } from '../../contract/knowledge/card.ts'
import type { HomeSession } from '../home/home-session.ts'
import type { OpenMatter, OpenMatters } from '../home/open-matters.ts'
import { readableRow, readableRows } from '../home/readable-rows.ts'
import { message } from '../../wording/message.ts'

type Homes = { readonly matters: Pick<OpenMatters, 'open'>; readonly session: Pick<HomeSession, 'store'> }

export type CorrectionInMatter = { readonly matter: OpenMatter; readonly correction: Correction }

/** The question that a card comes from, with its matter. `none`: it comes from none; `lost`: its matter has been deleted. */
export async function correctionOf(
  { origin }: Card,
  { session, matters }: Homes,
): Promise<CorrectionInMatter | 'none' | 'lost'> {
  if (origin.matter === null || origin.correction === null) return 'none'
  const { app } = session.store()
  if (!app.matters.list().some(({ id }) => id === origin.matter)) return 'lost'
  const matter = await matters.open(origin.matter)
  const kept = correctionsIn(matter).find(({ correctionId }) => correctionId === origin.correction)
  return kept ? { matter, correction: kept } : 'lost'
}

/** Throws `NOT_FOUND`. */
export function correctionNamed({ store }: OpenMatter, correctionId: string): Correction {
  return readableRow(CorrectionShape, store.corrections.get(correctionId), message('failures.store.theCorrection'))
}

export function correctionsIn({ store }: OpenMatter): readonly Correction[] {
  return readableRows(CorrectionShape, store.corrections.list())
}
