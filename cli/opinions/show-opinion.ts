import { formatCount } from '../../wording/format-quantity.ts'
import type { Answer, Claim } from '../../contract/answers/answer.ts'
import { biasWords, changeLabel, type SwappedAnswer } from '../../contract/opinions/bias-check.ts'
import type { Anchoring, Judging } from '../../contract/opinions/comparing.ts'
import type { Differential, DifferentialItem } from '../../contract/opinions/differential.ts'
import type { Agreement, Consultation, Opinion } from '../../contract/opinions/opinion.ts'
import { claimText } from '../answers/show-answer.ts'
import { type Output } from '../output.ts'
import { messageText } from '../../wording/message-text.ts'

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
    ...(why === null ? [] : [messageText(why)]),
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
  return `${formatCount(restored, 'replaced term')} put back · ${seconds} s${used}${again}${entries} · ${opinionId}`
}

export function biasText(check: SwappedAnswer): string {
  const rows = check.changes.flatMap((change) => [
    `  ${changeLabel(change)}:`,
    `      as asked: ${change.blind ?? 'not mentioned'}`,
    `      swapped: ${change.swapped ?? 'not mentioned'}`,
  ])
  return [biasWords(check), ...check.notes.map(messageText), ...rows].join('\n')
}

type ShownAgreement = NonNullable<Consultation['agreement']>
type Lines = ShownAgreement['claims']
const VOICES = { local: 'this computer', blind: 'blind', informed: 'informed' } as const
const ROWS = { agree: 'say the same', differ: 'differ', unclear: 'unclear', only: 'alone says' } as const

function agreementText(
  { state, claims, judging, anchoring }: ShownAgreement,
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

type Compared = { readonly judging: Judging; readonly anchoring: Anchoring | null }

/** Who compared, how far that can be relied on, and how the informed opinion moved. */
function comparedLines({ judging, anchoring }: Compared): readonly string[] {
  const { open, judged, model, measured } = judging
  return [
    ...(judged > 0 && model !== null ? [judgedLine(model, judged, measured)] : []),
    ...(open > 0
      ? [
          `Rules cannot judge ${formatCount(open, 'pair')} of sentences. To have the model of this computer judge them: --compare`,
        ]
      : []),
    ...(anchoring ? [movedLine(anchoring)] : []),
  ]
}

function judgedLine(model: string, judged: number, measured: Judging['measured']): string {
  const often = measured
    ? `it agreed with our own labels in ${measured.right} of ${measured.of} such pairs`
    : 'how often it is right was never measured'
  return `Words compared by rule first; ${model} judged ${formatCount(judged, 'pair')} (${often}).`
}

function movedLine({ toward, away, elsewhere, stayed, unclear, takenUp }: Anchoring): string {
  const parts = [
    `${formatCount(toward, 'sentence')} toward ours`,
    `${away} away from ours`,
    `${elsewhere} to something else`,
    `${stayed} stayed`,
    ...(unclear > 0 ? [`${unclear} unclear`] : []),
    ...(takenUp > 0 ? [`${takenUp} taken up that only ours said`] : []),
  ]
  return `The informed opinion changed ${parts.join(', ')}.`
}

/** Prints the candidates of all voices as one list, and what to look for next. Nothing where no list was asked for. */
function showDifferential(differential: Differential, output: Output): void {
  const { items, contested, checkNext, why } = differential
  if (why !== null) output.text(output.style('yellow', messageText(why)))
  if (items.length === 0) return
  const isDivided = contested.some(({ isContested }) => isContested)
  output.text(output.style('bold', `\nDifferential, by rank${isDivided ? '; contested, so no single verdict' : ''}:`))
  for (const [index, item] of items.entries()) output.text(itemText(item, index + 1, differential.voices, output))
  if (checkNext.length === 0) return
  output.text(output.style('bold', '\nCheck next, in this order:'))
  for (const { text, of } of checkNext) output.text(`  - ${text} (${of})`)
}

function itemText(item: DifferentialItem, rank: number, voices: Differential['voices'], output: Output): string {
  const urgent = item.cannotMiss ? output.style('red', ' can’t miss') : ''
  return [
    `${rank}. ${item.name}${urgent} (${ranks(item, voices)})`,
    ...lines('for', item.for.map(reason)),
    ...lines('against', item.against.map(reason)),
    ...lines('missing', item.missing),
    ...lines('would decide it', item.decides),
  ].join('\n')
}

function ranks(item: DifferentialItem, voices: Differential['voices']): string {
  if (voices.every((voice) => item[voice] === null)) return 'ranked by nobody'
  return voices.map((voice) => `${voice} ${item[voice] ?? 'not listed'}`).join(', ')
}

function reason({ text, claim, voice }: DifferentialItem['for'][number]): string {
  if (!claim) return `${text} [recorded fact]`
  const marks = [...new Set(claim.citations.map(({ source }) => `[${source}]`))].join('')
  const absent = claim.absent.length > 0 ? `; not in the source: ${claim.absent.join(', ')}` : ''
  return `${text} ${marks || '[no source]'} ${claim.verdict}, ${voice}${absent}`
}

function lines(title: string, texts: readonly string[]): readonly string[] {
  return texts.map((text) => `     ${title}: ${text}`)
}

/** By rule alone, as the state is: what the model judged stands at its row. */
export function agreementState({ state, claims }: Pick<Agreement, 'state' | 'claims'>): string {
  if (state === 'differ') return 'They differ:'
  const same = claims.filter((row) => row.state === 'agree' && row.by === 'rule').length
  const open = claims.filter((row) => row.state === 'unclear' || row.by === 'model').length
  if (same === 0 && open === 0) return 'They speak of different things: read both.'
  const rest = open === 0 ? '' : `; of ${open} rules cannot tell, so read both`
  return `${same} of ${formatCount(claims.length, 'sentence')} ${same === 1 || claims.length === 1 ? 'agrees' : 'agree'}${rest}:`
}
