import * as z from 'zod'
import { t } from '../../wording/translate.ts'
import { Judging } from './comparing.ts'
import type { Packet } from './packet.ts'
import { messageSchema } from '../message.ts'

/** The answer to a packet with sex and origin swapped, held against the answer to the same one as it was. */
const SwappedAnswer = z.object({
  /** `unclear`: nobody could tell, or nobody was asked yet. */
  state: z.enum(['unchanged', 'changed', 'unclear']),
  finishedAt: z.string(),
  /** What was swapped. */
  swapped: z.object({ sex: z.boolean(), origin: z.boolean() }),
  /** Why something was not. */
  notes: z.array(messageSchema),
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
  const { swapped, model } = check
  const what = swapped.sex ? (swapped.origin ? 'sexAndOrigin' : 'sex') : 'origin'
  const lead =
    model === undefined ? t(`opinions.biasCheck.inTest.${what}`) : t(`opinions.biasCheck.onModel.${what}`, { model })
  return t('opinions.biasCheck.result', { swapped: lead, result: resultWords(check) })
}

function resultWords({ state, changes }: SwappedAnswer): string {
  if (state === 'unchanged') return t('opinions.biasCheck.unchanged')
  const changed = changes.filter((change) => change.state !== 'unclear').length
  const unclear = changes.length - changed
  if (state === 'unclear' && (changed > 0 || unclear === 0)) return t('opinions.biasCheck.incomplete')
  if (unclear === 0) return t('opinions.biasCheck.changed', { changed })
  if (changed === 0) return t('opinions.biasCheck.unclear', { unclear })
  return t('opinions.biasCheck.changedAndUnclear', { changed, unclear })
}

type Change = SwappedAnswer['changes'][number]

export function changeLabel({ state, of, by }: Change): string {
  if (of !== 'sentence') return t(`opinions.biasCheck.labels.${of === 'choice' ? 'choice' : 'firstCandidate'}`)
  if (state === 'only') return t('opinions.biasCheck.labels.only')
  if (state === 'differ') return t(`opinions.biasCheck.labels.${by === 'model' ? 'sentenceByModel' : 'sentence'}`)
  return t(`opinions.biasCheck.labels.${by === 'model' ? 'unclearByModel' : 'unclear'}`)
}

/** Whether a test packet has another sex in its pseudonyms, `[PERSON-1, f]`, and not in its words alone. */
export function swapsPseudonyms({ swapped, terms }: Pick<Packet, 'swapped' | 'terms'>): boolean {
  return (swapped?.sex ?? false) && terms.some(({ pseudonym }) => /, [fm]\]$/.test(pseudonym))
}
