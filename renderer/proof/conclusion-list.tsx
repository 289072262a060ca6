import { useState } from 'react'
import type { Conclusion, Conclusions } from '../../contract/rule.ts'
import { FactOrigin } from '../facts/fact-origin.tsx'
import { RulesNotUsed } from '../facts/matter-law.tsx'
import { rovingList } from '../keys/roving-list.ts'
import { Glyph } from '../parts/glyph.tsx'
import { sentenceCase } from '../wording/sentence-case.ts'
import { ConclusionItem } from './conclusion-item.tsx'
import { isReviewed } from './conclusion-reasons.tsx'
import type { ProofTools } from './proof-tools.ts'

type Props = {
  readonly conclusions: Conclusions
  readonly tools: ProofTools
  /** Shows what would change a conclusion, by its number. */
  readonly onWhatIf: (conclusion: number) => void
}

/** What follows from the confirmed facts, each with its proof; what contradicts itself first. */
export function ConclusionList({ conclusions: all, tools, onWhatIf }: Props) {
  const { conclusions, conflicts, stopped, rulesNotUsed } = all
  const [closed, setClosed] = useState<Readonly<Record<string, boolean>>>({})
  const open = conclusions.filter(({ holds }) => holds === 'unknown').length
  const hold = conclusions.filter(({ holds }) => holds === 'yes').length
  return (
    <section aria-labelledby="conclusions" data-testid="conclusions">
      <h2 className="h" id="conclusions">
        Conclusions{' '}
        <span className="muted">
          {open > 0 ? `${open} open, ` : ''}
          {hold === 1 ? '1 holds' : `${hold} hold`}
          {conclusions.every(isReviewed) ? '' : '. Rules: sample pack, not reviewed guidance'}
        </span>
      </h2>
      {stopped === null ? null : <Stopped why={stopped} />}
      {conflicts.length > 0 ? (
        <ul className="sunk mb-2 grid gap-1" aria-label="Facts that contradict each other">
          {conflicts.map(({ sentence, facts }) => (
            <li key={sentence} className="note">
              <span className="warn">
                <Glyph shape="caution" />
              </span>
              <span>
                {sentenceCase(sentence)}. None of them is used. From <Contradicting facts={facts} tools={tools} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <RulesNotUsed sentences={rulesNotUsed} />
      {conclusions.length === 0 && stopped === null ? (
        <p className="soft">Nothing follows yet from what is recorded.</p>
      ) : null}
      <div className="grid gap-2" ref={rovingList}>
        {conclusions.map((conclusion, index) => {
          const key = keyOf(conclusion)
          return (
            <ConclusionItem
              key={key}
              mark={`R${index + 1}`}
              conclusion={conclusion}
              tools={tools}
              // The first is open, so that one sees what a proof is.
              isOpen={closed[key] ?? index === 0}
              onToggle={(isOpen) => setClosed({ ...closed, [key]: isOpen })}
              onWhatIf={() => onWhatIf(index)}
            />
          )
        })}
      </div>
    </section>
  )
}

function Stopped({ why }: { readonly why: string }) {
  return (
    <p className="note sunk mb-2" role="alert">
      <span className="warn">
        <Glyph shape="caution" />
      </span>
      <span>
        <b>Stopped.</b> {why} What does not stand here is not known; it is not a no.
      </span>
    </p>
  )
}

function Contradicting({ facts, tools }: { readonly facts: readonly string[]; readonly tools: ProofTools }) {
  return facts.flatMap((id, index) => {
    const fact = tools.facts.get(id)
    if (!fact) return []
    return [
      <span key={id}>
        {index > 0 ? ' and ' : ''}
        <FactOrigin fact={fact} onOpen={tools.onOpenFact} />
      </span>,
    ]
  })
}

/** By what a conclusion is known while facts change around it. */
function keyOf({ relation, args }: Conclusion): string {
  return `${relation}(${args.join(', ')})`
}
