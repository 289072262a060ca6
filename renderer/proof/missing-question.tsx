import { useId, useState } from 'react'
import type { FormPlace, FormRelation } from '../../contract/knowledge/fact.ts'
import type { Certainty, MissingInput } from '../../contract/knowledge/proof.ts'
import { draftOf, readDraft } from '../facts/form/typed-values.ts'
import { PlaceInput } from '../facts/form/place-input.tsx'
import { plainName } from '../facts/fact-wording.ts'
import { Button } from '../parts/button.tsx'
import { type ProofTools, useFocusKept } from './proof-tools.ts'
import { t, texts } from '../../wording/translate.ts'

type Props = {
  readonly input: MissingInput
  readonly tools: ProofTools
}

/** What nobody has recorded, asked where the conclusion needs it; nothing where no answer can be recorded. */
export function MissingQuestion({ input, tools: { relations, onAnswer } }: Props) {
  const note = useId()
  const [problem, setProblem] = useState('')
  const line = useFocusKept(onAnswer !== null)
  if (!onAnswer) return null
  const asked = input.args.flatMap((arg, at) => (arg === null ? [at] : []))
  const answer = async (args: readonly string[], holds: Certainty) => {
    setProblem('')
    const isDone = await onAnswer({ relation: input.relation, args: [...args], holds })
    if (!isDone) setProblem(t('proof.question.notRecorded'))
  }
  return (
    <div ref={line} className="ask-line" role="group" aria-label={input.question} data-testid="missing">
      <span className="q">
        <b>{input.question}</b>{' '}
        {asked.length === 0 ? <span className="soft">{t('proof.question.absence')}</span> : null}
      </span>
      {asked.length === 0 ? (
        <span className="btns">
          {Object.entries(texts('proof.question.answers')).map(([holds, words]) => (
            <Button
              key={holds}
              isSmall
              aria-label={t('proof.question.answer', { answer: words, question: input.question })}
              onClick={() =>
                void answer(
                  input.args.map((arg) => arg ?? ''),
                  holds as Certainty,
                )
              }
            >
              {words}
            </Button>
          ))}
        </span>
      ) : (
        <ValueAnswer
          question={input.question}
          places={asked.map((at) => placeOf(input, at, relations))}
          note={note}
          onProblem={setProblem}
          onValues={(values) =>
            void answer(
              input.args.map((arg, at) => arg ?? values[asked.indexOf(at)] ?? ''),
              'yes',
            )
          }
        />
      )}
      <span id={note} className="bad small" role="status">
        {problem}
      </span>
    </div>
  )
}

type ValueProps = {
  readonly question: string
  readonly places: readonly FormPlace[]
  readonly note: string
  readonly onProblem: (problem: string) => void
  readonly onValues: (values: readonly string[]) => void
}

/** A field for each place that is asked for. */
function ValueAnswer({ question, places, note, onProblem, onValues }: ValueProps) {
  const [drafts, setDrafts] = useState(() => places.map((place) => draftOf(place, null)))
  const label = (at: number) =>
    places.length > 1 ? t('proof.question.place', { question, place: placeWord(places[at]) }) : question
  return (
    <form
      className="btns"
      onSubmit={(event) => {
        event.preventDefault()
        const read = places.map((place, at) => readDraft(place, drafts[at] ?? { text: '', unit: '' }))
        const wrong = read.find((one) => 'problem' in one)
        if (wrong && 'problem' in wrong) onProblem(wrong.problem)
        else onValues(read.map((one) => ('value' in one ? one.value : '')))
      }}
    >
      {places.map((place, at) => (
        <PlaceInput
          key={label(at)}
          label={label(at)}
          place={place}
          value={drafts[at] ?? { text: '', unit: '' }}
          describedBy={note}
          onValue={(draft) => setDrafts(drafts.with(at, draft))}
        />
      ))}
      <Button type="submit" isSmall aria-label={t('proof.question.recordNamed', { question })}>
        {t('proof.question.record')}
      </Button>
    </form>
  )
}

function placeWord(place: FormPlace | undefined): string {
  if (!place) return ''
  return place.kind === 'name' ? plainName(place.type) : t(`proof.question.places.${place.kind}`)
}

/** The kind of the asked place; of a relation that has no form its answer is taken as text. */
function placeOf(input: MissingInput, asked: number, relations: readonly FormRelation[]): FormPlace {
  const place = relations.find(({ relation }) => relation === input.relation)?.places[asked]
  if (input.choices.length > 0)
    return { kind: 'name', type: place?.kind === 'name' ? place.type : 'name', open: false, choices: input.choices }
  return place ?? { kind: 'name', type: 'name', open: true, choices: [] }
}
