import type { Card } from '../../contract/knowledge/card.ts'
import type { Output } from '../output.ts'

const SHOWN_ID = 8

/** A line of the list. */
export function cardLine(card: Card, output: Output): string {
  const { card: id, title, status, sentBack, domain, jurisdiction, retrieved, helped, hurt } = card
  const state = sentBack ? 'hurt, back to draft' : status
  const what = [domain, jurisdiction].filter(Boolean).join(', ')
  const record = retrieved === 0 && helped + hurt === 0 ? 'not used yet' : `used ${retrieved}, +${helped} −${hurt}`
  const from = card.origin.kind === 'opinion' ? ', from a second opinion' : ''
  return `${output.style('blue', id.slice(0, SHOWN_ID))}  ${output.style('bold', title)}  ${state}${what ? `, ${what}` : ''}, ${record}${from}`
}

export function cardPage(card: Card, output: Output): string {
  const { card: id, summary, knowledge, trigger, mistake, always, validFrom, validTo } = card
  const days = validFrom || validTo ? [`valid ${validFrom ?? '…'} to ${validTo ?? '…'}`] : []
  return [
    cardLine(card, output),
    '',
    output.style('bold', 'Learning summary'),
    summary || '(empty)',
    output.style('bold', 'Supplementary knowledge'),
    ...knowledge.map(({ text, source }) => `- ${text} (${source ?? 'no source yet'})`),
    output.style('bold', 'Shown when a question looks like'),
    trigger,
    '',
    [`mistake: ${mistake}`, ...(always ? ['always used'] : []), ...days, `version ${card.version}`, `id ${id}`].join(
      ' · ',
    ),
    [
      `written by ${card.teacher}`,
      ...(card.student ? [`student ${card.student.id} ${card.student.sha256.slice(0, SHOWN_ID)}`] : []),
      ...(card.approvedBy ? [`approved by ${card.approvedBy}, ${card.approvedOn}`] : []),
    ].join(' · '),
    ...(card.test ? testLines(card, output) : ['not tested yet']),
  ].join('\n')
}

export function testLines({ test, title }: Card, output: Output): readonly string[] {
  if (!test) return []
  const { question, regression, lint, remarks, passed } = test
  const answer = (isRight: boolean) => (isRight ? 'right' : 'wrong')
  const { questions, asked, rightBefore, rightAfter } = regression
  return [
    `${passed ? output.style('green', 'passed') : output.style('red', 'not passed')}  ${title}`,
    ...(question
      ? [`  its question: ${answer(question.rightBefore)} without it, ${answer(question.rightAfter)} with it`]
      : []),
    `  other questions: ${questions}, of which ${asked} find other cards with it; right before ${rightBefore}, with it ${rightAfter}`,
    ...lint.map((line) => `  ${line}`),
    ...remarks.map((line) => `  ${line}`),
  ]
}
