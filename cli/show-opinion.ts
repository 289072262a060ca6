import type { Answer, Claim } from '../contract/answer.ts'
import type { SwappedAnswer } from '../contract/bias-check.ts'
import { biasWords, changeLabel } from '../contract/bias-words.ts'
import type { Consultation, Opinion } from '../contract/opinion.ts'
import type { Differential } from '../contract/differential.ts'
import { counted } from './counted.ts'
import { agreementState } from './agreement-state.ts'
import { comparedLines } from './compared-lines.ts'
import type { Output } from './output.ts'
import { showDifferential } from './show-differential.ts'
import { claimText } from './show-answer.ts'

/**
 * Prints what this computer and the cloud model say, one after the other, and where they agree. `numbered`: the lines as `--decide` counts
 * them, where these are compared otherwise.
 */
export function showConsultation(
  consultation: Consultation,
  local: Answer | null,
  differential: Differential,
  output: Output,
  numbered: Lines = consultation.agreement?.claims ?? [],
): void {
  const { blind, informed, agreement, biasCheck, biasCheckHere } = consultation
  if (output.json)
    return output.result(
      { blind, informed, agreement, biasCheck, biasCheckHere, differential, consultation: consultation.consultation },
      null,
    )
  if (local) showLocal(local, output)
  if (blind) showOpinion(blind, output)
  if (informed) showOpinion(informed, output)
  if (agreement) output.text(agreementText(agreement, consultation, local, numbered))
  if (biasCheck) output.text(biasText(biasCheck))
  if (biasCheckHere) output.text(biasText(biasCheckHere))
  showDifferential(differential, output)
}

function showLocal({ claims, model }: Answer, output: Output): void {
  output.text(output.style('bold', `This computer (${model?.id ?? 'no model'}):`))
  showClaims(claims, output)
}

function showOpinion(opinion: Opinion, output: Output): void {
  const { kind, provider, model, state, text, claims, why } = opinion
  const title =
    kind === 'blind' ? 'without having seen the local answer' : 'after the notes of this computer: not independent'
  output.text(output.style('bold', `${provider} (${model}), ${kind}, ${title}:`))
  if (state === 'text')
    output.text(output.style('yellow', 'Not of the form that was asked for, so its sentences are not checked:'))
  if (claims.length > 0) showClaims(claims, output)
  else output.text(text === '' ? '(nothing)' : text)
  const notes = [
    ...(opinion.choice === null ? [] : [`Of the options it chose: ${opinion.choice}`]),
    ...opinion.missing.map((one) => `Would decide it: ${one}`),
    ...opinion.struck.map((mark) => `Struck: it cites ${mark}, and no such source was sent.`),
    ...opinion.unknownTokens.map((token) => `${token} stands for nothing in this matter; it was left as it came.`),
    ...(why === null ? [] : [why]),
  ]
  for (const note of notes) output.text(output.style('yellow', note))
  output.text(output.style('dim', `${footer(opinion)}\n`))
}

function showClaims(claims: readonly Claim[], output: Output): void {
  for (const claim of claims) output.text(claimText(claim, output))
  if (claims.length === 0) output.text('(no sentence)')
  output.text('')
}

function footer({ restored, attempts, tokens, sentAt, finishedAt, ledgerEntries, opinionId }: Opinion): string {
  const seconds = ((Date.parse(finishedAt) - Date.parse(sentAt)) / 1000).toFixed(1)
  const used = tokens ? `, ${tokens.prompt} + ${tokens.generated} tokens` : ''
  const again = attempts > 1 ? `, sent ${attempts} times` : ''
  const entries = ledgerEntries.length > 0 ? ` · ledger entries ${ledgerEntries.join(', ')}` : ''
  return `${counted(restored, 'replaced term')} put back · ${seconds} s${used}${again}${entries} · ${opinionId}`
}

export function biasText(check: SwappedAnswer): string {
  const rows = check.changes.flatMap((change) => [
    `  ${changeLabel(change)}:`,
    `      as asked: ${change.blind ?? 'not mentioned'}`,
    `      swapped: ${change.swapped ?? 'not mentioned'}`,
  ])
  return [biasWords(check), ...check.notes, ...rows].join('\n')
}

type Agreement = NonNullable<Consultation['agreement']>
type Lines = Agreement['claims']
const VOICES = { local: 'this computer', blind: 'blind', informed: 'informed' } as const
const ROWS = { agree: 'say the same', differ: 'differ', unclear: 'cannot be told', only: 'alone says' } as const

function agreementText(
  { state, claims, judging, anchoring }: Agreement,
  consultation: Consultation,
  local: Answer | null,
  numbered: Lines,
): string {
  const said = { local, blind: consultation.blind, informed: consultation.informed }
  const rows = claims.map((row) => {
    const voices = (['local', 'blind', 'informed'] as const).filter((voice) => row[voice] !== null)
    const texts = voices.map((voice) => `      ${VOICES[voice]}: ${said[voice]?.claims[row[voice] ?? 0]?.text ?? ''}`)
    return [
      `  ${numberOf(row, numbered)} ${voices.map((voice) => VOICES[voice]).join(', ')} ${ROWS[row.state]}${row.by === 'model' ? ' (the model judged)' : ''}:`,
      ...texts,
    ].join('\n')
  })
  return [...comparedLines({ judging, anchoring }), agreementState({ state, claims }), ...rows].join('\n')
}

/** A dash where the model's judgements put the line together otherwise, so that nothing is decided of it. */
function numberOf({ local, blind, informed }: Lines[number], numbered: Lines): string {
  const isIt = (one: Lines[number]) => one.local === local && one.blind === blind && one.informed === informed
  const at = numbered.findIndex(isIt)
  return at === -1 ? '–' : `${at + 1}.`
}
