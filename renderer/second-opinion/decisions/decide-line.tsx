import { useState } from 'react'
import type { DecisionOutcome, DecisionRow } from '../../../contract/opinions/decision.ts'
import { Button } from '../../parts/button.tsx'
import { ChoiceButtons } from '../../parts/choices.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { TextArea } from '../../parts/text-field.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useMatter } from '../../state/shell-context.ts'
import { useAction } from '../../state/use-action.ts'
import { t, texts } from '../../../wording/translate.ts'
import type { DecisionLine } from './decision-lines.ts'

type Props = {
  readonly consultation: string
  readonly line: DecisionLine
  readonly decided: DecisionRow | null
}

/** The outcome of one line. Where this computer was wrong, what is right is asked for before it is kept. */
export function DecideLine({ consultation, line, decided }: Props) {
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
  return (
    <form
      className="stack-2 to-measure"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isEmpty && !isKept) onKeep()
      }}
    >
      <TextArea label={t('opinions.decide.right')} value={words} onText={onWords} rows={2} />
      <div className="btns">
        <Button type="submit" isSmall isOff={isEmpty || isKept || isBusy}>
          {t('opinions.decide.keep')}
        </Button>
        <span className="small muted">
          {isEmpty ? t('opinions.decide.needsRight') : isKept ? t('opinions.decide.kept') : ''}
        </span>
      </div>
    </form>
  )
}
