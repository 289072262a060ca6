import { useId, useState } from 'react'
import type { FormPlace, FormRelation } from '../../contract/fact.ts'
import type { MissingInput } from '../../contract/proof.ts'
import { draftOf, readDraft } from '../facts/draft-value.ts'
import { PlaceInput } from '../facts/place-input.tsx'
import { Button } from '../parts/button.tsx'
import type { ProofTools } from './proof-tools.ts'

type Props = {
  readonly input: MissingInput
  readonly tools: ProofTools
}

const ANSWERS = { yes: 'Yes', no: 'No', unknown: 'Not known' } as const

/** What nobody has recorded, asked where the conclusion needs it; nothing where no answer can be recorded. */
export function MissingQuestion({ input, tools: { relations, onAnswer } }: Props) {
  const note = useId()
  const [problem, setProblem] = useState('')
  if (!onAnswer) return null
  const asked = input.args.indexOf(null)
  const answer = async (args: readonly string[], holds: 'yes' | 'no' | 'unknown') => {
    setProblem('')
    const origin = document.activeElement?.closest<HTMLElement>('[data-proof-home]') ?? null
    const isDone = await onAnswer({ relation: input.relation, args: [...args], holds })
    if (isDone) focusAfterAnswer(origin)
    else setProblem('This was not recorded. Above the conclusions it is said why.')
  }
  return (
    <div className="ask-line" role="group" aria-label={input.question} data-testid="missing">
      <span className="q">
        <b>{input.question}</b> {asked < 0 ? <span className="soft">Absence is not taken as a no.</span> : null}
      </span>
      {asked < 0 ? (
        <span className="btns">
          {Object.entries(ANSWERS).map(([holds, words]) => (
            <Button
              key={holds}
              isSmall
              aria-label={`${words}: ${input.question}`}
              onClick={() =>
                void answer(
                  input.args.map((arg) => arg ?? ''),
                  holds as keyof typeof ANSWERS,
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
          place={placeOf(input, asked, relations)}
          note={note}
          onProblem={setProblem}
          onValue={(value) =>
            void answer(
              input.args.map((arg) => arg ?? value),
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
  readonly place: FormPlace
  readonly note: string
  readonly onProblem: (problem: string) => void
  readonly onValue: (value: string) => void
}

function ValueAnswer({ question, place, note, onProblem, onValue }: ValueProps) {
  const [draft, setDraft] = useState(() => draftOf(place, null))
  return (
    <form
      className="btns"
      onSubmit={(event) => {
        event.preventDefault()
        const read = readDraft(place, draft)
        if ('problem' in read) onProblem(read.problem)
        else onValue(read.value)
      }}
    >
      <PlaceInput label={question} place={place} value={draft} describedBy={note} onValue={setDraft} />
      <Button type="submit" isSmall aria-label={`Record: ${question}`}>
        Record
      </Button>
    </form>
  )
}

/** The kind of the asked place; of a relation that has no form its answer is taken as text. */
function placeOf(input: MissingInput, asked: number, relations: readonly FormRelation[]): FormPlace {
  const place = relations.find(({ relation }) => relation === input.relation)?.places[asked]
  if (input.choices.length > 0)
    return { kind: 'name', type: place?.kind === 'name' ? place.type : 'name', open: false, choices: input.choices }
  return place ?? { kind: 'name', type: 'name', open: true, choices: [] }
}

/** The question goes when it is answered; the next one of the same conclusion has the focus, else the conclusion itself. */
function focusAfterAnswer(home: HTMLElement | null): void {
  setTimeout(() => {
    if (document.activeElement && document.activeElement !== document.body) return
    const next = home?.querySelector<HTMLElement>('[data-testid=missing] button, [data-testid=missing] input')
    const target = next ?? home?.querySelector<HTMLElement>('button') ?? document.querySelector<HTMLElement>('#work h1')
    target?.focus()
  }, 300)
}
