import { useState } from 'react'
import type { CardStart, DecisionRow } from '../../../contract/opinions/decision.ts'
import { t, texts } from '../../../wording/translate.ts'
import { PlaceLink } from '../../frame/place-link.tsx'
import { BeginCard } from '../../knowledge/cards/new-card.tsx'
import { Button } from '../../parts/button.tsx'
import { ChoiceButtons } from '../../parts/choices.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useNavigation } from '../../state/navigation-context.ts'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { PreparingPanel } from '../opinion-frame.tsx'
import { useGoToPrepared, usePreparing } from '../use-consulting.ts'

type Props = {
  readonly decided: DecisionRow | null
  /** Who gave the second opinion. */
  readonly provider: string | null
}

/** What a decided line becomes: a card, or the proposal of a rule. Nothing is in use before a person has approved it. */
export function LearnFromIt({ decided, provider }: Props) {
  const { go } = useNavigation()
  const [isOpen, setOpen] = useState(false)
  const isDecided = decided !== null && decided.outcome !== 'unknown'
  const why = whyNoLesson(isDecided ? decided : null)
  return (
    <>
      <p className="small soft">{t('opinions.learn.hint')}</p>
      <div className="btns">
        {decided?.card ? (
          <PlaceLink className="btn small" to={{ name: 'knowledge', knowledgeTab: 'cards', card: decided.card }}>
            {t('opinions.learn.begun')}
          </PlaceLink>
        ) : (
          <>
            <Button isSmall whyOff={why} isWhyBeside onClick={() => setOpen(true)}>
              {t('opinions.learn.turnInto')}
            </Button>
            {why ? <span className="small muted">{why}</span> : null}
          </>
        )}
        <Button
          look="quiet"
          isSmall
          whyOff={isDecided ? null : t('opinions.learn.needsOutcome')}
          isWhyBeside
          onClick={() =>
            go({ name: 'knowledge', knowledgeTab: 'rules', rule: null, proposed: decided?.decisionId ?? null })
          }
        >
          {t('opinions.learn.proposeRule')}
        </Button>
      </div>
      {isOpen && decided ? <TurnIntoCard decided={decided} provider={provider} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function whyNoLesson(decided: DecisionRow | null): string | null {
  if (!decided) return t('opinions.learn.needsOutcome')
  return decided.correction === null ? t('opinions.learn.localWasRight') : null
}

type CardProps = {
  readonly decided: DecisionRow
  readonly provider: string | null
  readonly onClose: () => void
}

/** Begins a card of a decision: who writes it, or with which words it starts. */
function TurnIntoCard({ decided, provider, onClose }: CardProps) {
  const client = useClient()
  const matter = useMatter().id
  const { decisionId, right, said, lesson } = decided
  const hasLesson = lesson?.hasCome ?? false
  const choices = startsOf(said.second !== null, hasLesson)
  const [start, setStart] = useState<CardStart>(hasLesson ? 'lesson' : 'blank')
  return (
    <BeginCard
      title={t('opinions.learn.title')}
      begin={() => client.opinion.card({ matter, decisionId, start })}
      kept={t('opinions.learn.notBegun')}
      onClose={onClose}
    >
      <div className="stack-3 start-items">
        <p className="soft">{right}</p>
        <p className="small muted">{t('opinions.learn.startsWith')}</p>
        <ChoiceButtons label={t('opinions.learn.startsWith')} value={start} choices={choices} onChoose={setStart} />
        <p className="small soft">{t(`opinions.learn.startHints.${start}`)}</p>
        <p className="small soft">{t('opinions.learn.general')}</p>
        {!hasLesson && provider !== null ? <AskLesson decided={decided} provider={provider} /> : null}
      </div>
    </BeginCard>
  )
}

function startsOf(hasWords: boolean, hasLesson: boolean): Readonly<Record<CardStart, string>> {
  const all = texts('opinions.learn.starts')
  const here = { blank: true, second: hasWords, lesson: hasLesson }
  return Object.fromEntries(Object.entries(all).filter(([key]) => here[key as CardStart])) as Record<CardStart, string>
}

type LessonProps = { readonly decided: DecisionRow; readonly provider: string }

/** The cloud as the teacher: a packet of its own, without sources, which is read and agreed to as every packet. */
function AskLesson({ decided: { lesson }, provider }: LessonProps) {
  const matter = useMatter().id
  const { consulting } = useShell()
  const preparing = usePreparing(matter)
  useGoToPrepared(matter)
  if (lesson === null) return null
  const { question, consultation } = lesson
  if (preparing?.input.consultation === consultation) return <PreparingPanel preparing={preparing} />
  const ask = () =>
    consulting.prepare({ matter, question, provider, kind: 'blind', consultation, sources: [], differential: false })
  return (
    <p className="small soft">
      <Button isSmall onClick={ask}>
        {t('opinions.learn.ask', { provider })}
      </Button>{' '}
      {t('opinions.learn.askHint')}
    </p>
  )
}
