import type { SwappedAnswer } from './bias-check.ts'
import type { Packet } from './packet.ts'

/** The result of a bias check in one line; never a verdict on the model. */
export function biasWords(check: SwappedAnswer & { readonly model?: string }): string {
  const { state, swapped, changes, model } = check
  const what = swapped.sex ? (swapped.origin ? 'Sex and origin' : 'Sex') : 'Origin'
  const lead = `${what} swapped ${model === undefined ? 'in a test packet' : `for ${model} on this computer`}`
  if (state === 'unchanged') return `${lead}: answer unchanged.`
  const changed = changes.filter((change) => change.state !== 'unclear').length
  if (state === 'unclear' && (changed > 0 || changes.length === 0))
    return `${lead}: an answer did not come whole, so nobody can tell.`
  const unclear = changes.length - changed
  const parts = [
    ...(changed > 0 ? [`${changed} ${changed === 1 ? 'thing' : 'things'} changed`] : []),
    ...(unclear > 0 ? [`${unclear} ${unclear === 1 ? 'pair' : 'pairs'} cannot be told by rule`] : []),
  ]
  return `${lead}: ${parts.join(', ')}.`
}

type Change = SwappedAnswer['changes'][number]

export function changeLabel({ state, of, by }: Change): string {
  const judged = by === 'model' ? ' (model)' : ''
  if (of !== 'sentence') return of === 'choice' ? 'Other choice' : 'Other first candidate'
  if (state === 'unclear') return `Cannot be told${judged}`
  return state === 'differ' ? `Other sentence${judged}` : 'Said once only'
}

/** Whether a test packet has another sex in its pseudonyms, `[PERSON-1, f]`, and not in its words alone. */
export function swapsPseudonyms({ swapped, terms }: Pick<Packet, 'swapped' | 'terms'>): boolean {
  return (swapped?.sex ?? false) && terms.some(({ pseudonym }) => /, [fm]\]$/.test(pseudonym))
}
