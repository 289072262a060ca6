import { useRef } from 'react'
import type { Fact, FactInput } from '../../contract/knowledge/fact.ts'
import type { Certainty } from '../../contract/knowledge/proof.ts'
import { answerWords, holdsSeveral } from '../../contract/knowledge/calculator-input.ts'
import { pointsWords } from '../../contract/knowledge/proof-words.ts'
import { isAsked, type SheetInput } from '../../contract/knowledge/sheet.ts'
import { ConflictingFacts } from '../facts/fact-origin.tsx'
import { byWords, dateWords, originWords, quoteWords } from '../facts/fact-wording.ts'
import { ValueField } from '../facts/form/value-field.tsx'
import { Button } from '../parts/button.tsx'
import { ChoiceButtons } from '../parts/choices.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { useShell } from '../state/shell-context.ts'
import { formatDate, withDates, withDayWords } from '../../wording/format-time.ts'
import { sentenceCase } from '../../wording/phrases.ts'
import { answerShown } from '../../contract/knowledge/sheet-words.ts'
import { t, texts } from '../../wording/translate.ts'

type Props = {
  readonly input: SheetInput
  /** Whether the matter uses the rules, so that an answer can be recorded. */
  readonly isUsed: boolean
  readonly isOnlyPrinted: boolean
  /** Typed and not recorded yet; null: nothing that can be read. */
  readonly onType: (answer: FactInput | null) => void
  readonly onRecord: (answer: FactInput) => void
  readonly onConfirm: (fact: Fact) => void
  readonly onReject: (fact: Fact) => void
  /** Settles a conflict by all sources of one value. */
  readonly onChoose: (chosen: readonly Fact[]) => void
  readonly onOpenFact: (fact: Fact) => void
}

/** To the field of the next input that the result waits for, from the first on again behind the last. */
export function focusNextAsked(from: Element | null): void {
  const asked = [...document.querySelectorAll('.inputs > .missing')].filter((one) => one !== from)
  const isBehind = (one: Element) =>
    from !== null && (from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
  const next = asked.find(isBehind) ?? asked[0]
  next?.querySelector<HTMLElement>('input, select, button[tabindex="0"]')?.focus()
}

/** What is asked, the answer, where it is from or what each answer would make of the result, and the points. */
export function SheetInputRow(props: Props) {
  const { label, points, converted } = props.input
  const row = useRef<HTMLLIElement>(null)
  // Only for whoever is still in it: a field that is left has been left for another place.
  const moveOn = () => {
    if (row.current?.contains(document.activeElement)) focusNextAsked(row.current)
  }
  const look = [isAsked(props.input) ? 'missing' : '', props.isOnlyPrinted ? 'print-only' : '']
  return (
    <li ref={row} className={look.filter(Boolean).join(' ') || undefined}>
      <span className="name">{label}</span>
      <span className="ctl">
        <Answer {...props} onAnswered={moveOn} />
        {converted === null ? null : <small className="soft">{converted}</small>}
      </span>
      <span className="from">
        <Said {...props} />
      </span>
      <span className="pts">{points && pointsWords(points)}</span>
    </li>
  )
}

const LETTERS = { y: 'yes', n: 'no', u: 'unknown' } as const

function choiceOf({ relation, args }: SheetInput, holds: Certainty): FactInput {
  return { relation, args: args.map((arg) => arg ?? ''), holds }
}

type AnswerProps = Props & {
  /** By the keyboard, where the next question follows. */
  readonly onAnswered: () => void
}

function Answer({ input, onType, onRecord, onConfirm, onAnswered }: AnswerProps) {
  const { args, label, state, value, holds } = input
  const { settings } = useShell()
  const waiting = input.facts.find((one) => one.state === 'proposed')
  const accept = () => {
    if (state === 'read' && waiting) onConfirm(waiting)
    onAnswered()
  }
  const place = args.indexOf(null)
  const isSeveral = holdsSeveral(input)
  const choose = (chosen: Certainty) => onRecord(choiceOf(input, chosen))
  if (place < 0)
    return (
      <ChoiceButtons
        label={label}
        value={holds}
        choices={texts('proof.holds')}
        onChoose={choose}
        {...(settings.singleKeys ? { letters: LETTERS } : {})}
        onLetter={(chosen) => {
          if (chosen === holds && state !== 'typed') return accept()
          choose(chosen)
          onAnswered()
        }}
      />
    )
  return (
    <ValueField
      row={{ relation: input, args, label, facts: state === 'recorded' && !isSeveral ? input.facts : [] }}
      place={place}
      // The next of several.
      value={isSeveral ? null : value}
      hasDay={false}
      empty={t('sheets.inputs.notKnown')}
      onSet={(answer) => {
        onRecord(answer)
        if (input.places[place]?.kind !== 'name') onAnswered()
      }}
      onAccept={accept}
      onType={onType}
    />
  )
}

/** What the state of an answer means; nothing where it is recorded. */
function stateWords({ state, isAssumed, args }: SheetInput, isUsed: boolean): string {
  if (state === 'missing') return isAssumed ? t('sheets.inputs.countsAsNo') : t('sheets.inputs.notRecorded')
  if (state === 'read') return t('sheets.inputs.notConfirmed')
  if (state !== 'typed') return ''
  if (!isUsed) return t('sheets.inputs.countsHere')
  return isChoice(args) ? t('sheets.inputs.choiceNotRecorded') : t('sheets.inputs.notYetRecorded')
}

/** Yes, no or not known, with no value to be typed. */
function isChoice(args: SheetInput['args']): boolean {
  return !args.includes(null)
}

function Said({ input, isUsed, onRecord, onConfirm, onReject, onChoose, onOpenFact }: Props) {
  const { state, facts, against, answers } = input
  const [fact] = facts
  const waiting = facts.find((one) => one.state === 'proposed')
  const words = stateWords(input, isUsed)
  const said = t('sheets.inputs.named', { name: input.label, answer: answerShown(input) })
  return (
    <>
      {state === 'missing' ? <Answers answers={answers} /> : null}
      {state === 'conflict' ? (
        <small>
          <ConflictingFacts
            facts={facts}
            labelOf={(one) => valueOf(one, input)}
            onOpen={onOpenFact}
            onChoose={onChoose}
          />
        </small>
      ) : holdsSeveral(input) ? (
        facts.map((one) => <Source key={one.id} fact={one} more={0} input={input} onOpenFact={onOpenFact} />)
      ) : fact ? (
        <Source fact={fact} more={facts.length - 1} input={input} onOpenFact={onOpenFact} />
      ) : null}
      {against.map((one) => (
        <Against key={one.id} fact={one} input={input} onOpenFact={onOpenFact} />
      ))}
      {words === '' ? null : <small>{words}</small>}
      {state === 'typed' && isUsed && isChoice(input.args) ? (
        <span className="btns no-print">
          <Button
            isSmall
            aria-label={t('sheets.inputs.recordNamed', { name: said })}
            onClick={() => onRecord(choiceOf(input, input.holds ?? 'unknown'))}
          >
            {t('facts.form.record')}
          </Button>
        </span>
      ) : null}
      {state === 'read' && waiting ? (
        <span className="btns no-print">
          <Button
            isSmall
            aria-label={t('facts.proposals.confirmNamed', { name: said })}
            onClick={() => onConfirm(waiting)}
          >
            {t('facts.proposals.confirm')}
          </Button>
          <Button
            isSmall
            aria-label={t('facts.proposals.rejectNamed', { name: said })}
            onClick={() => onReject(waiting)}
          >
            {t('facts.proposals.reject')}
          </Button>
        </span>
      ) : null}
      {state === 'missing' ? null : <Answers answers={answers} />}
    </>
  )
}

const IN_A_ROW = 2

/** What each answer would make of the result: yes and no in a row, the names of a list one below the other. */
function Answers({ answers }: Pick<SheetInput, 'answers'>) {
  const said = answers.map(({ answer, result }) => ({
    answer,
    result: result === null ? t('sheets.inputs.noResult') : withDayWords(result),
  }))
  if (said.length === 0) return null
  if (said.length <= IN_A_ROW) return <small>{said.map((one) => t('sheets.inputs.ifAnswer', one)).join(' ')}</small>
  return (
    <ul>
      {said.map(({ answer, result }) => (
        <li key={answer}>
          <small>{t('sheets.inputs.answer', { answer: sentenceCase(answer), result })}</small>
        </li>
      ))}
    </ul>
  )
}

type SourceProps = Pick<Props, 'input' | 'onOpenFact'> & { readonly fact: Fact }

function Source({ fact, more, input, onOpenFact }: SourceProps & { readonly more: number }) {
  const { settings } = useShell()
  const origin = sourceWords(fact, settings.userName)
  const name = input.label
  const value = holdsSeveral(input) ? valueOf(fact, input) : ''
  return (
    <>
      {value} {fact.source.kind === 'passage' ? quoteWords(fact.source.quote) : null}
      <small>
        <Button
          look="link"
          isSmall
          aria-label={
            value === ''
              ? t('sheets.inputs.sourceOf', { origin, name })
              : t('sheets.inputs.sourceOfValue', { origin, name, value })
          }
          onClick={() => onOpenFact(fact)}
        >
          {origin}
        </Button>
        {[datesBeside(fact), more > 0 ? t('sheets.inputs.moreSources', { count: more }) : '']
          .filter(Boolean)
          .map((one) => ` ${one}`)}
      </small>
    </>
  )
}

/** An answer of the day on which it was given says that day already. */
function datesBeside(fact: Fact): string {
  const { source, decidedAt, at } = fact
  const isSameDay =
    source.kind === 'user' && decidedAt !== null && at !== null && formatDate(decidedAt) === formatDate(at)
  return dateWords(isSameDay ? { ...fact, at: null } : fact)
}

/** The document, or who answered and when. */
function sourceWords({ source, decidedAt }: Fact, userName: string): string {
  if (source.kind !== 'user') return originWords(source, userName)
  const by = byWords(source.by, userName)
  return decidedAt === null
    ? t('sheets.inputs.answered', { by })
    : t('sheets.inputs.answeredOn', { by, day: formatDate(decidedAt) })
}

/** A document says otherwise, and nobody has decided on it. */
function Against({ fact, input, onOpenFact }: SourceProps) {
  const { settings } = useShell()
  const origin = originWords(fact.source, settings.userName)
  const value = valueOf(fact, input)
  return (
    <small className="warn">
      <Glyph shape="caution" />{' '}
      <Button
        look="link"
        isSmall
        aria-label={t('facts.origin.labelled', { origin, sentence: withDates(fact.sentence) })}
        onClick={() => onOpenFact(fact)}
      >
        {origin}
      </Button>{' '}
      {fact.source.kind === 'passage'
        ? t('sheets.inputs.saysQuote', { value, quote: fact.source.quote })
        : t('sheets.inputs.says', { value })}{' '}
      {dateWords(fact)}
    </small>
  )
}

function valueOf({ args, holds }: Fact, input: SheetInput): string {
  return answerWords({ ...input, holds, value: args[input.args.indexOf(null)] ?? null }) ?? ''
}
