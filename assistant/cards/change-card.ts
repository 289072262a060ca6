import type { Card, CardText } from '../../contract/knowledge/card.ts'
import type { AppStore } from '../../store/app/app-store.ts'
import { localDay } from '../home/local-day.ts'
import { userName } from '../home/settings.ts'
import { type CardRecord, cardRow, keepCard, textHash } from './card-rows.ts'
import { Failure } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'

export type Written = {
  readonly text: CardText
  readonly teacher: string | null
  readonly promptVersion: string | null
}

/** Another text is a new version, which is a draft until it has been tested and approved itself. */
export function saveCard(app: AppStore, card: string, { text, teacher, promptVersion }: Written, now: Date): Card {
  const before = cardRow(app, card)
  const sha256 = textHash(text)
  if (sha256 === before.sha256) return before
  const record: CardRecord = {
    ...before,
    ...text,
    sha256,
    version: before.version + 1,
    status: 'draft',
    sentBack: false,
    ...writerOf(before, { text, teacher, promptVersion }, userName(app.settings)),
    changedAt: now.toISOString(),
    approvedBy: null,
    approvedOn: null,
    test: null,
  }
  return keepCard(app, record, 'card-saved')
}

/** By a person, by name. Throws `WRONG_USE`, saying what is not yet due. */
export function approveCard(app: AppStore, card: string, by: string, now: Date): Card {
  const before = cardRow(app, card)
  const name = by.trim()
  if (name === '') throw new Failure('WRONG_USE', message('failures.lessons.noApprover'))
  const why = whyNotApproved(before)
  if (why !== null)
    throw new Failure('WRONG_USE', message('failures.lessons.notApproved', { lesson: before.title, why }))
  return keepCard(
    app,
    {
      ...before,
      status: 'approved',
      sentBack: false,
      approvedBy: name,
      approvedOn: localDay(now),
      changedAt: now.toISOString(),
    },
    'card-approved',
  )
}

/** It is used no more; its record stays. */
export function retireCard(app: AppStore, card: string, now: Date): Card {
  const before = cardRow(app, card)
  if (before.status === 'retired') return before
  return keepCard(app, { ...before, status: 'retired', changedAt: now.toISOString() }, 'card-retired')
}

/**
 * Harm is counted for ever, and takes the card out of use until it has been tested and approved again; but not a later version
 * than the one that did it, which has been tested and approved itself.
 */
export function countHurt(app: AppStore, { card, version }: Pick<Card, 'card' | 'version'>, now: Date): Card {
  app.cards.count(card, 'hurt')
  const before = cardRow(app, card)
  if (before.version !== version || before.status === 'draft' || before.status === 'retired') return before
  const record: CardRecord = { ...before, status: 'draft', sentBack: true, test: null, changedAt: now.toISOString() }
  return keepCard(app, record, 'card-hurt')
}

/** Who only changes what a card is for has not written its parts. */
function writerOf(before: Card, { text, teacher, promptVersion }: Written, user: string) {
  if (teacher !== null) return { teacher, promptVersion }
  const parts = ({ summary, knowledge }: Pick<CardText, 'summary' | 'knowledge'>) =>
    JSON.stringify([summary, knowledge])
  const isSame = parts(text) === parts(before)
  return isSame
    ? { teacher: before.teacher, promptVersion: before.promptVersion }
    : { teacher: user, promptVersion: null }
}

function whyNotApproved(card: Card): Message | null {
  const { status, test, sha256 } = card
  if (status === 'approved') return message('failures.lessons.approvedAlready')
  if (status === 'retired') return message('failures.lessons.retired')
  if (!test || test.sha256 !== sha256) return message('failures.lessons.notTested')
  if (test.passed) return null
  const remarks = [...test.remarks, ...test.lint].join(' ')
  return remarks === ''
    ? message('failures.lessons.testFailed')
    : message('failures.lessons.testFailedWith', { remarks })
}
