import * as z from 'zod'
import type { BiasCheckHere } from '../../../contract/opinions/bias-check.ts'
import { Opinion } from '../../../contract/opinions/opinion.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import type { Judge } from '../align/judging-of.ts'
import { compareSwapped, cutNotes } from './bias-check.ts'

const KEY = 'bias check here'

const Said = Opinion.pick({ claims: true, text: true, choice: true, ranked: true, state: true, isCut: true })

/** Both answers of the model of this computer, with what was swapped and why something was not. */
const KeptBiasCheck = z.object({
  model: z.string(),
  finishedAt: z.string(),
  swapped: z.object({ sex: z.boolean(), origin: z.boolean() }),
  notes: z.array(z.string()),
  /** The words of the swapped packet, in lower case. */
  putBack: z.array(z.string()).default([]),
  asIs: Said,
  other: Said,
})
export type KeptBiasCheck = z.infer<typeof KeptBiasCheck>

/** What another version left in another shape counts as none. */
export function keptBiasCheck({ store }: OpenMatter, consultation: string): KeptBiasCheck | null {
  return KeptBiasCheck.safeParse(store.consultationResults.find(consultation, KEY)).data ?? null
}

export function keepBiasCheck({ store }: OpenMatter, consultation: string, check: KeptBiasCheck): void {
  store.consultationResults.keep(consultation, KEY, check)
}

/** The two answers held against each other, as those of a cloud model are. */
export function biasCheckHere(kept: KeptBiasCheck, judge: Judge | null): BiasCheckHere {
  const { asIs, other, putBack, ...rest } = kept
  const notes = [...rest.notes, ...cutNotes(asIs, other)]
  return { ...compareSwapped(asIs, other, { judge, putBack: new Set(putBack) }), ...rest, notes }
}
