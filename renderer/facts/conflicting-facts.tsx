import type { Fact } from '../../contract/fact.ts'
import { Button } from '../parts/button.tsx'
import { FactOrigin } from './fact-origin.tsx'

type Props = {
  readonly facts: readonly Fact[]
  /** What a value is called; without, the whole sentence. */
  readonly labelOf?: (fact: Fact) => string
  readonly onOpen: (fact: Fact) => void
  /** All sources of the value that is right. */
  readonly onChoose: (chosen: readonly Fact[]) => void
}

/** Values that differ, each with its quote and a way to choose it. */
export function ConflictingFacts({ facts, labelOf, onOpen, onChoose }: Props) {
  return (
    <>
      These values conflict. Choose one.
      <ul className="grid gap-1 mt-1">
        {valuesIn(facts).map((same) => {
          const [fact] = same
          if (!fact) return null
          return (
            <li key={fact.id}>
              <Button isSmall aria-label={`Use: ${fact.sentence}`} onClick={() => onChoose(same)}>
                {labelOf ? labelOf(fact) : fact.sentence}
              </Button>{' '}
              {fact.source.kind === 'passage' ? `“${fact.source.quote.replace(/\s+/g, ' ').trim()}” ` : ''}
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
