import { useId, useState } from 'react'
import type { Answer } from '../../../contract/answers/answer.ts'
import { type DecisionRow, isSameSubject } from '../../../contract/opinions/decision.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import { t } from '../../../wording/translate.ts'
import { linkTo } from '../../frame/place-link.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useMatter } from '../../state/shell-context.ts'
import { type Loaded, useLoaded } from '../../state/use-loaded.ts'
import { DecideLine } from './decide-line.tsx'
import { type DecisionLine, decisionLines } from './decision-lines.ts'
import { LearnFromIt } from './learn-from-it.tsx'

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
