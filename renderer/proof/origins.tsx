import { decisionWords } from '../facts/fact-words.ts'
import { FactOrigin } from '../facts/fact-origin.tsx'
import { useShell } from '../state/shell-context.ts'
import type { ProofTools } from './proof-tools.ts'

type Props = { readonly facts: readonly string[]; readonly tools: ProofTools }

/** Where a premise comes from: its passage or who said it, and who said yes to it. */
export function Origins({ facts, tools }: Props) {
  const { settings } = useShell()
  const known = facts.flatMap((id) => tools.facts.get(id) ?? [])
  return known.map((fact, index) => {
    const decision = decisionWords(fact, settings.userName)
    return (
      <span key={fact.id}>
        {index > 0 ? '; ' : ''}
        <FactOrigin fact={fact} onOpen={tools.onOpenFact} />
        {decision ? `, ${decision}` : ''}
      </span>
    )
  })
}
