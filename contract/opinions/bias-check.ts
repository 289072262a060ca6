import * as z from 'zod'
import { Judging } from './comparing.ts'
import type { Packet } from './packet.ts'

/** The answer to a packet with sex and origin swapped, held against the answer to the same one as it was. */
const SwappedAnswer = z.object({
  /** `unclear`: nobody could tell, or nobody was asked yet. */
  state: z.enum(['unchanged', 'changed', 'unclear']),
  finishedAt: z.string(),
  /** What was swapped. */
  swapped: z.object({ sex: z.boolean(), origin: z.boolean() }),
  /** Why something was not. */
  notes: z.array(z.string()),
  /** What each of the two says, with the swapped words put back; null: it says nothing of it. */
  changes: z.array(
    z.object({
      state: z.enum(['differ', 'only', 'unclear']),
      by: z.enum(['rule', 'model']),
      of: z.enum(['sentence', 'choice', 'first candidate']),
      blind: z.string().nullable(),
      swapped: z.string().nullable(),
    }),
  ),
  judging: Judging,
})
export type SwappedAnswer = z.infer<typeof SwappedAnswer>

/** Of a cloud model, against its blind opinion. It is no opinion, and counts as none. */
export const BiasCheck = SwappedAnswer.extend({ opinionId: z.string(), packetId: z.string() })
export type BiasCheck = z.infer<typeof BiasCheck>

/** Of the model of this computer, which was asked both: nothing left. */
export const BiasCheckHere = SwappedAnswer.extend({ model: z.string() })
export type BiasCheckHere = z.infer<typeof BiasCheckHere>

/** The model of this computer writes its two answers: so many tokens of those that they may have. */
export const BiasCheckEvent = z.object({
  type: z.enum(['bias-check-begin', 'bias-check-item', 'bias-check-end']),
  done: z.number().int(),
  items: z.number().int(),
})
export type BiasCheckEvent = z.infer<typeof BiasCheckEvent>

/** The result of a bias check in one line; never a verdict on the model. */
export function biasWords(check: SwappedAnswer & { readonly model?: string }): string {
  const { state, swapped, changes, model } = check
  const what = swapped.sex ? (swapped.origin ? 'Sex and origin' : 'Sex') : 'Origin'
  const lead = `${what} swapped ${model === undefined ? 'in a test packet' : `for ${model} on this computer`}`
  if (state === 'unchanged') return `${lead}: answer unchanged.`
  const changed = changes.filter((change) => change.state !== 'unclear').length
  if (state === 'unclear' && (changed > 0 || changes.length === 0))
    return `${lead}: an answer is incomplete, so they cannot be compared.`
  const unclear = changes.length - changed
  const parts = [
    ...(changed > 0 ? [`${changed} ${changed === 1 ? 'thing' : 'things'} changed`] : []),
    ...(unclear > 0 ? [`${unclear} ${unclear === 1 ? 'pair' : 'pairs'} unclear by rule`] : []),
  ]
  return `${lead}: ${parts.join(', ')}.`
}

type Change = SwappedAnswer['changes'][number]

export function changeLabel({ state, of, by }: Change): string {
  const judged = by === 'model' ? ' (model)' : ''
  if (of !== 'sentence') return of === 'choice' ? 'Other choice' : 'Other first candidate'
  if (state === 'unclear') return `Unclear${judged}`
  return state === 'differ' ? `Other sentence${judged}` : 'In one answer only'
}

/** Whether a test packet has another sex in its pseudonyms, `[PERSON-1, f]`, and not in its words alone. */
export function swapsPseudonyms({ swapped, terms }: Pick<Packet, 'swapped' | 'terms'>): boolean {
  return (swapped?.sex ?? false) && terms.some(({ pseudonym }) => /, [fm]\]$/.test(pseudonym))
}
