import type { Fact } from '../../contract/knowledge/fact.ts'
import { Button } from '../parts/button.tsx'
import { useShell } from '../state/shell-context.ts'
import { withDates } from '../../wording/format-time.ts'
import { originWords, quoteWords, shortOriginWords } from './fact-wording.ts'
import { t } from '../../wording/translate.ts'

type Props = {
  readonly fact: Fact
  /** Only the page, beside a field. */
  readonly isShort?: boolean
  readonly onOpen: (fact: Fact) => void
}

/** Where a fact comes from, as the way to all about it: its passage, its dates, taking it back. */
export function FactOrigin({ fact, isShort = false, onOpen }: Props) {
  const { settings } = useShell()
  const words = originWords(fact.source, settings.userName)
  return (
    <Button
      look="link"
      isSmall
      className="from"
      title={words}
      aria-label={t('facts.origin.labelled', { origin: words, sentence: withDates(fact.sentence) })}
      onClick={() => onOpen(fact)}
    >
      {isShort ? shortOriginWords(fact.source, settings.userName) : words}
    </Button>
  )
}

type ConflictingFactsProps = {
  readonly facts: readonly Fact[]
  /** What a value is called; without, the whole sentence. */
  readonly labelOf?: (fact: Fact) => string
  readonly onOpen: (fact: Fact) => void
  /** All sources of the value that is right. */
  readonly onChoose: (chosen: readonly Fact[]) => void
}

/** Values that differ, each with its quote and a way to choose it. */
export function ConflictingFacts({ facts, labelOf, onOpen, onChoose }: ConflictingFactsProps) {
  return (
    <>
      {t('facts.conflict.choose')}
      <ul className="stack-1 above-1">
        {valuesIn(facts).map((same) => {
          const [fact] = same
          if (!fact) return null
          return (
            <li key={fact.id}>
              <Button
                isSmall
                aria-label={t('facts.conflict.use', { sentence: withDates(fact.sentence) })}
                onClick={() => onChoose(same)}
              >
                {labelOf ? labelOf(fact) : withDates(fact.sentence)}
              </Button>{' '}
              {fact.source.kind === 'passage' ? `${quoteWords(fact.source.quote)} ` : ''}
              <FactOrigin fact={fact} onOpen={onOpen} />
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Facts by what they say: equal values of several sources are one. */
export function valuesIn(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  return [...Map.groupBy(facts, ({ args, holds }) => JSON.stringify([args, holds])).values()]
}
