import { useId, useState } from 'react'
import type { Answer } from '../../../contract/answers/answer.ts'
import {
  type DecisionOutcome,
  type DecisionRow,
  type DecisionSubject,
  isSameSubject,
} from '../../../contract/opinions/decision.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import { t, texts } from '../../../wording/translate.ts'
import { linkTo } from '../../frame/place-link.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useMatter } from '../../state/shell-context.ts'
import { type Loaded, useLoaded } from '../../state/use-loaded.ts'
import { LearnFromIt } from './learn-from-it.tsx'
import { Button } from '../../parts/button.tsx'
import { ChoiceButtons } from '../../parts/choices.tsx'
import { TextArea } from '../../parts/text-field.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useAction } from '../../state/use-action.ts'
import { type ComparisonRow, comparisonRows } from './comparison-rows.ts'

type Props = { readonly consultation: Consultation; readonly answer: Answer | null }

/** Below the comparison: who turned out to be right on a line, and what is learned from it. Nothing where the sides agree on all. */
export function WhichWasRight({ consultation, answer }: Props) {
  if (answer) return <DecideBetween consultation={consultation} answer={answer} />
  return <LessonOf consultation={consultation.consultation} />
}

function DecideBetween({ consultation, answer }: Props & { readonly answer: Answer }) {
  const { value: decisions, failure } = useDecisions(consultation.consultation)
  const [chosen, setChosen] = useState<string | null>(null)
  const lines = decisionLines(consultation, answer)
  const line = lines.find(({ key }) => key === chosen) ?? lines[0]
  if (failure) return <FailureNote failure={failure} />
  if (!line || !decisions) return null
  const decided = decisionOn(line, decisions)
  return (
    <section className="rule-top above-6 stack-2 start-items" aria-labelledby="decided" data-testid="decision">
      <h2 className="h flush" id="decided">
        {line.title}
      </h2>
      {lines.length > 1 ? <ChooseLine lines={lines} chosen={line} decisions={decisions} onChoose={setChosen} /> : null}
      <DecideLine
        key={`${line.key} ${decided?.decidedAt ?? ''}`}
        consultation={consultation.consultation}
        line={line}
        decided={decided}
      />
      <LearnFromIt decided={decided} provider={(consultation.blind ?? consultation.informed)?.provider ?? null} />
    </section>
  )
}

function decisionOn({ subject }: DecisionLine, decisions: readonly DecisionRow[]): DecisionRow | null {
  return decisions.find((one) => isSameSubject(one.subject, subject)) ?? null
}

type ChooseProps = {
  readonly lines: readonly DecisionLine[]
  readonly chosen: DecisionLine
  readonly decisions: readonly DecisionRow[]
  readonly onChoose: (key: string) => void
}

function ChooseLine({ lines, chosen, decisions, onChoose }: ChooseProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t('opinions.decide.line')}</label>
      <select id={id} className="decided-line" value={chosen.key} onChange={({ target }) => onChoose(target.value)}>
        {lines.map((line) => (
          <option key={line.key} value={line.key}>
            {t('opinions.decide.lineWithOutcome', {
              name: line.name,
              outcome: t(`opinions.decide.outcomes.${decisionOn(line, decisions)?.outcome ?? 'unknown'}`),
            })}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Below what came back when a lesson was asked for: the way back to the decision, where a card is begun with it. */
function LessonOf({ consultation }: { readonly consultation: string }) {
  const { value } = useDecisions(null)
  const decided = value?.find(({ lesson }) => lesson?.consultation === consultation)
  if (!decided) return null
  return (
    <p className="rule-top above-6 small soft">
      {t.rich('opinions.learn.askedFor', {
        link: linkTo({ name: 'opinion', packet: null, consultation: decided.consultation }),
      })}
    </p>
  )
}

/** What was decided of a consultation; null: of all of the matter. */
function useDecisions(consultation: string | null): Loaded<readonly DecisionRow[]> {
  const matter = useMatter().id
  return useLoaded((of) => of.opinion.decisions, { matter, consultation })
}

type DecideLineProps = {
  readonly consultation: string
  readonly line: DecisionLine
  readonly decided: DecisionRow | null
}

/** The outcome of one line. Where this computer was wrong, what is right is asked for before it is kept. */
function DecideLine({ consultation, line, decided }: DecideLineProps) {
  const client = useClient()
  const matter = useMatter().id
  const action = useAction()
  const kept = decided?.outcome ?? 'unknown'
  const [outcome, setOutcome] = useState<DecisionOutcome>(kept)
  const [words, setWords] = useState(decided?.right ?? '')
  const keep = async (wanted: DecisionOutcome, right: string | null) => {
    const isKept = await action.run(
      () => client.opinion.decide({ matter, consultation, subject: line.subject, outcome: wanted, right }),
      t('opinions.decide.unchanged'),
    )
    // Words that were written stay in their box; a choice that was refused does not look kept.
    if (!isKept && right === null) setOutcome(kept)
  }
  const firstWords = (wanted: DecisionOutcome) => {
    if (wanted === kept) return decided?.right ?? ''
    return wanted === 'second' ? (line.second ?? '') : ''
  }
  const choose = (wanted: DecisionOutcome) => {
    setOutcome(wanted)
    if (wanted === 'local' || wanted === 'unknown') void keep(wanted, null)
    else setWords(firstWords(wanted))
  }
  return (
    <>
      <ChoiceButtons
        label={t('opinions.decide.label')}
        value={outcome}
        choices={texts('opinions.decide.outcomes')}
        onChoose={choose}
      />
      {outcome === 'second' || outcome === 'neither' ? (
        <RightWords
          words={words}
          isKept={outcome === kept && words.trim() === decided?.right}
          isBusy={action.isBusy}
          onWords={setWords}
          onKeep={() => void keep(outcome, words.trim())}
        />
      ) : null}
      <FailureNote failure={action.failure} />
    </>
  )
}

type WordsProps = {
  readonly words: string
  readonly isKept: boolean
  readonly isBusy: boolean
  readonly onWords: (words: string) => void
  readonly onKeep: () => void
}

function RightWords({ words, isKept, isBusy, onWords, onKeep }: WordsProps) {
  const isEmpty = words.trim() === ''
  const why = isEmpty ? t('opinions.decide.needsRight') : isKept ? t('opinions.decide.kept') : null
  return (
    <form
      className="stack-2 to-measure"
      onSubmit={(event) => {
        event.preventDefault()
        if (why === null) onKeep()
      }}
    >
      <TextArea label={t('opinions.decide.right')} value={words} onText={onWords} rows={2} />
      <div className="btns">
        <Button type="submit" isSmall isBusy={isBusy} whyOff={why} isWhyBeside>
          {t('opinions.decide.keep')}
        </Button>
        <span className="small muted">{why}</span>
      </div>
    </form>
  )
}

/** Something that can be decided, with the sentence of each side. */
type DecisionLine = {
  readonly key: string
  /** Asks for the decision. */
  readonly title: string
  /** To choose it by. */
  readonly name: string
  readonly subject: DecisionSubject
  readonly local: string | null
  readonly second: string | null
}

/** The lines of the comparison on which the sides do not agree, in the order of the table, and what comes first in the lists. */
function decisionLines(consultation: Consultation, answer: Answer): readonly DecisionLine[] {
  const { agreement, blind, informed } = consultation
  const rows = agreement ? comparisonRows(consultation, answer) : []
  const lines = rows.flatMap((row, index) => (isSame(row) ? [] : [lineOf(row, index)]))
  const ranked = [blind, informed].find((one) => one && one.ranked.length > 0)?.ranked[0]
  if (!ranked) return lines
  const [title, name] = [t('opinions.decide.first'), t('opinions.decide.firstName')]
  return [...lines, { key: 'first', title, name, subject: { of: 'first' }, local: null, second: ranked.name }]
}

/** Both sides speak, and no second opinion says anything else than this computer. */
function isSame({ local, blind, informed, against }: ComparisonRow): boolean {
  return local !== null && (blind ?? informed) !== null && against === null
}

function lineOf({ key, local, blind, informed, against }: ComparisonRow, index: number): DecisionLine {
  const second = against === 'informed' ? informed : (blind ?? informed)
  return {
    key,
    title: index === 0 ? t('opinions.decide.firstLine') : t('opinions.decide.onLine', { line: index + 1 }),
    name: t('opinions.decide.lineName', { line: index + 1, text: (local ?? second)?.text ?? '' }),
    subject: { of: 'line', ...indexesOf({ local, blind, informed }) },
    local: local?.text ?? null,
    second: second?.text ?? null,
  }
}

function indexesOf({ local, blind, informed }: Pick<ComparisonRow, 'local' | 'blind' | 'informed'>) {
  const index = (claim: ComparisonRow['local']) => claim?.index ?? null
  return { local: index(local), blind: index(blind), informed: index(informed) }
}
