import type { Card } from '../../contract/knowledge/card.ts'
import type { AppStore } from '../../store/app/app-store.ts'
import { passages } from '../answers/answer-record.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { cardRow } from '../cards/card-rows.ts'
import { countHurt } from '../cards/change-card.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

export type Judgement = { readonly answerId: string; readonly card: string; readonly effect: 'helped' | 'hurt' }

/** A person says what a card did to an answer that it was used for; once for each, for it cannot be taken back. */
export function judgeCard(app: AppStore, { store }: OpenMatter, judgement: Judgement, now: Date): Card {
  const { answerId, card, effect } = judgement
  const answer = store.answers.get(answerId)
  const { cards, judged } = answer.knowledge
  // The last: a conversation may have had an earlier version of it.
  const used = answer.sources.findLast((source) => source.kind === 'card' && source.card === card)
  if (!cards.includes(card) || used?.kind !== 'card')
    throw new Failure('WRONG_USE', message('failures.lessons.notUsed'))
  const said = { ...judged }[card]
  if (said !== undefined)
    throw new Failure(
      'WRONG_USE',
      message(said === 'hurt' ? 'failures.lessons.judgedHurt' : 'failures.lessons.judgedHelped'),
    )
  const cited = passages(answer.sources).flatMap(({ textVersion }) => textVersion ?? [])
  const knowledge = { ...answer.knowledge, judged: { ...judged, [card]: effect } }
  store.answers.save({ ...answer, knowledge }, [...new Set(cited)])
  store.ledger.append('card-judged', { answerId, card, effect })
  if (effect === 'hurt') return countHurt(app, used, now)
  app.cards.count(card, 'helped')
  return cardRow(app, card)
}
