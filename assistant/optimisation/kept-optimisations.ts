import * as z from 'zod'
import type { SetQuestion } from '../../contract/evaluation/evaluation.ts'
import { type AnswerSettings, Optimisation } from '../../contract/evaluation/optimisation.ts'
import type { JsonSettings } from '../../store/stored-json.ts'
import { sha256 } from '../home/sha256.ts'

/** Scores by settings and question, so that nothing is asked twice. */
const Scores = z.record(z.string(), z.number())
type Scores = z.infer<typeof Scores>

const Kept = z.object({ optimisation: Optimisation, scores: Scores })
export type KeptOptimisation = z.infer<typeof Kept>

const PREFIX = 'optimisation '

/** Newest first. One that another version kept in another shape is left out. */
export function listKept(stored: JsonSettings): readonly KeptOptimisation[] {
  return Object.entries(stored.all())
    .filter(([key]) => key.startsWith(PREFIX))
    .flatMap(([, value]) => Kept.safeParse(value).data ?? [])
    .toSorted((one, other) => (one.optimisation.startedAt < other.optimisation.startedAt ? 1 : -1))
}

/** Null where there is none. */
export function findKept(stored: JsonSettings, id: string): KeptOptimisation | null {
  return Kept.safeParse(stored.get(PREFIX + id)).data ?? null
}

export function keepOptimisation(stored: JsonSettings, kept: KeptOptimisation): void {
  stored.set(PREFIX + kept.optimisation.optimisation, kept)
}

/** The same for the same questions asked of the same model on the same grounds, so that it is gone on with however often it is begun. */
export function optimisationId(parts: readonly unknown[]): string {
  return hashOf(parts).slice(0, 16)
}

/** A question that was changed, or whose options or passages were, is another one. */
export function scoreKey(settings: AnswerSettings, question: SetQuestion): string {
  return hashOf([settings, question]).slice(0, 16)
}

function hashOf(value: unknown): string {
  return sha256(JSON.stringify(value))
}
