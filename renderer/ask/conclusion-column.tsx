import { useState } from 'react'
import type { Claim, ConclusionSource } from '../../contract/answer.ts'
import type { Fact, FactInput } from '../../contract/fact.ts'
import { FactColumn } from '../facts/fact-column.tsx'
import { useFactActions } from '../facts/fact-actions.ts'
import { replacedByAnswer } from '../facts/replaced-by-answer.ts'
import { useFactForm, useFacts } from '../facts/use-fact-data.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { VerdictMark } from '../parts/verdict-mark.tsx'
import { ConclusionReasons } from '../proof/conclusion-reasons.tsx'
import type { ProofTools } from '../proof/proof-tools.ts'
import { PROOF_HOME } from '../proof/use-focus-kept.ts'
import { useMatter } from '../state/shell-context.ts'
import { formatDate } from '../wording/format-time.ts'
import { sentenceCase } from '../wording/sentence-case.ts'
import { verdictWords } from './verdict-words.ts'

type Props = {
  readonly source: ConclusionSource
  /** The sentence from which it was opened. */
  readonly claim: Claim | null
  /** The head of the column. */
  readonly bar: React.ReactNode
}

/** A conclusion that an answer rests on, with its proof as it was on the day of the question. */
export function ConclusionColumn({ source, claim, bar }: Props) {
  const matter = useMatter().id
  const facts = useFacts(matter).value ?? []
  const form = useFactForm(matter).value
  const actions = useFactActions(matter)
  const [opened, setOpened] = useState<Fact | null>(null)
  const [isRecorded, setRecorded] = useState(false)
  const relations = form?.relations ?? []
  if (opened) return <FactColumn fact={opened} facts={facts} relations={relations} onClose={() => setOpened(null)} />
  const answer = async (input: FactInput) => {
    const isDone = await actions.set(input, (now) => replacedByAnswer(input, now))
    if (isDone) setRecorded(true)
    return isDone
  }
  const tools: ProofTools = {
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    relations,
    onOpenFact: setOpened,
    onAnswer: isRecorded ? null : answer,
    asked: new Set(),
  }
  return (
    <>
      {bar}
      <div {...{ [PROOF_HOME]: '' }} className="grid gap-3 p-4" data-testid="concluded">
        {claim ? <ClaimVerdict claim={claim} /> : null}
        <p className="thus">{sentenceCase(source.sentence)}</p>
        <p className="small soft">
          {source.holds === 'unknown' ? <b className="bad">Open. </b> : null}
          {source.summary} As of {formatDate(source.asOf)}, the day for which it was asked.
        </p>
        <FailureNote failure={actions.failure} />
        <p className="small" role="status">
          {isRecorded ? 'Recorded. This answer stays as it was: ask again to have it used.' : ''}
        </p>
        <ConclusionReasons conclusion={source} tools={tools} />
        <p className="small">
          <PlaceLink to={{ name: 'facts', factsTab: 'conclusions' }}>What follows from the facts now</PlaceLink>
        </p>
      </div>
    </>
  )
}

function ClaimVerdict({ claim: { index, verdict } }: { readonly claim: Claim }) {
  return (
    <section className="detail">
      <h3 className="h">
        Sentence {index + 1} <VerdictMark verdict={verdict} />
      </h3>
      <p>{verdictWords(verdict, '')}</p>
    </section>
  )
}
