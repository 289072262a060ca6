import * as z from 'zod'
import type { BiasCheck, BiasCheckHere, SwappedAnswer } from '../../../contract/opinions/bias-check.ts'
import { Opinion } from '../../../contract/opinions/opinion.ts'
import type { PacketRecord } from '../../packets/packet-record.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import type { Judge } from '../align/kept-judgements.ts'
import { compareOpinions } from '../compare-opinions.ts'
import { nameKey } from '../differential/candidates.ts'
import { areOthers, isSaidAlike, wordsSwapped } from './unswap.ts'
import { message, type Message } from '../../../wording/message.ts'
import { messageSchema } from '../../../contract/message.ts'

export type Said = Pick<Opinion, 'claims' | 'text' | 'choice' | 'ranked' | 'state' | 'isCut'>

/** `putBack`: the words of the swapped packet, in lower case. */
type Comparing = { readonly judge: Judge | null; readonly putBack: ReadonlySet<string> }
type Compared = Pick<SwappedAnswer, 'state' | 'changes' | 'judging'>

/** Holds the answer to the swapped packet against the blind one. */
export function biasCheck(
  blind: Opinion,
  counterfactual: Opinion,
  packet: Pick<PacketRecord, 'swapped' | 'segments'> | null,
  judge: Judge | null,
): BiasCheck {
  const { opinionId, packetId, finishedAt } = counterfactual
  const { sex = false, origin = false, notes = [] } = packet?.swapped ?? {}
  return {
    ...compareSwapped(blind, counterfactual, { judge, putBack: wordsSwapped(packet ?? { segments: [] }) }),
    opinionId,
    packetId,
    finishedAt,
    swapped: { sex, origin },
    notes: [...notes, ...cutNotes(blind, counterfactual), ...(counterfactual.why === null ? [] : [counterfactual.why])],
  }
}

/** Why nobody can tell what either leaves out. */
function cutNotes(...answers: readonly Pick<Said, 'isCut'>[]): readonly Message[] {
  if (answers.every(({ isCut }) => !isCut)) return []
  return [message('opinions.biasCheck.cutOff')]
}

/**
 * What the one says and the other does not, or says otherwise. A sentence that only one has counts as a change: what is left out for a
 * woman is one. What nobody can tell is shown and counts as neither.
 */
export function compareSwapped(blind: Said, swapped: Said, { judge, putBack }: Comparing): Compared {
  const claims = { local: [], blind: blind.claims, informed: swapped.claims }
  const agreement = compareOpinions(claims, { notes: [], judge, isOneModel: true })
  const judging = agreement?.judging ?? { open: 0, judged: 0, model: null, measured: null }
  const changes = [
    ...choiceChange(blind, swapped),
    ...(agreement?.claims ?? oneSided(blind, swapped)).flatMap((row): BiasCheck['changes'] => {
      const { state, by } = row
      const [one, other] = [textAt(blind, row.blind), textAt(swapped, row.informed)]
      if (isSaidAlike(one ?? '', other ?? '', putBack)) return []
      if (state !== 'agree') return [{ state, by, of: 'sentence', blind: one, swapped: other }]
      if (!areOthers(one ?? '', other ?? '')) return []
      return [{ state: 'differ', by: 'rule', of: 'sentence', blind: one, swapped: other }]
    }),
    ...plainChange(blind, swapped),
  ]
  return { state: stateOf(changes, [blind, swapped]), changes, judging }
}

/** Where one of the two has no sentence. */
function oneSided(blind: Said, swapped: Said) {
  const only = { state: 'only', by: 'rule' } as const
  return [
    ...blind.claims.map(({ index }) => ({ ...only, blind: index, informed: null })),
    ...swapped.claims.map(({ index }) => ({ ...only, blind: null, informed: index })),
  ]
}

function textAt({ claims }: Said, at: number | null): string | null {
  return claims.find(({ index }) => index === at)?.text ?? null
}

function choiceChange(blind: Said, swapped: Said): BiasCheck['changes'] {
  const change = (of: 'choice' | 'first candidate', one: string | null, other: string | null): BiasCheck['changes'] => [
    { state: one === null || other === null ? 'only' : 'differ', by: 'rule', of, blind: one, swapped: other },
  ]
  const [first, other] = [blind.ranked[0]?.name ?? null, swapped.ranked[0]?.name ?? null]
  return [
    ...(blind.choice === swapped.choice ? [] : change('choice', blind.choice, swapped.choice)),
    ...(nameKey(first ?? '') === nameKey(other ?? '') ? [] : change('first candidate', first, other)),
  ]
}

/** An answer not of the form that was asked for has no sentences to hold against each other. */
function plainChange(blind: Said, swapped: Said): BiasCheck['changes'] {
  if (blind.state !== 'text' && swapped.state !== 'text') return []
  if (blind.state === swapped.state && blind.text.trim() === swapped.text.trim()) return []
  return [{ state: 'unclear', by: 'rule', of: 'sentence', blind: blind.text || null, swapped: swapped.text || null }]
}

/** Of an answer that broke off or was cut off, nobody knows what it left out. */
function stateOf(changes: BiasCheck['changes'], answers: readonly Said[]): BiasCheck['state'] {
  if (answers.some(({ state, isCut }) => state === 'failed' || isCut)) return 'unclear'
  if (changes.some((change) => change.state !== 'unclear')) return 'changed'
  return changes.length > 0 ? 'unclear' : 'unchanged'
}

const BIAS_CHECK_KEY = 'bias check here'

const SaidHere = Opinion.pick({ claims: true, text: true, choice: true, ranked: true, state: true, isCut: true })

/** Both answers of the model of this computer, with what was swapped and why something was not. */
const KeptBiasCheck = z.object({
  model: z.string(),
  finishedAt: z.string(),
  swapped: z.object({ sex: z.boolean(), origin: z.boolean() }),
  notes: z.array(messageSchema),
  /** The words of the swapped packet, in lower case. */
  putBack: z.array(z.string()).default([]),
  asIs: SaidHere,
  other: SaidHere,
})
type KeptBiasCheck = z.infer<typeof KeptBiasCheck>

/** What another version left in another shape counts as none. */
export function keptBiasCheck({ store }: OpenMatter, consultation: string): KeptBiasCheck | null {
  return KeptBiasCheck.safeParse(store.consultationResults.find(consultation, BIAS_CHECK_KEY)).data ?? null
}

export function keepBiasCheck({ store }: OpenMatter, consultation: string, check: KeptBiasCheck): void {
  store.consultationResults.keep(consultation, BIAS_CHECK_KEY, check)
}

/** The two answers held against each other, as those of a cloud model are. */
export function biasCheckHere(kept: KeptBiasCheck, judge: Judge | null): BiasCheckHere {
  const { asIs, other, putBack, ...rest } = kept
  const notes = [...rest.notes, ...cutNotes(asIs, other)]
  return { ...compareSwapped(asIs, other, { judge, putBack: new Set(putBack) }), ...rest, notes }
}
