import { Collapsible } from 'radix-ui'
import type { Conclusion } from '../../contract/rule.ts'
import { ROVING } from '../keys/move-in-list.ts'
import { Button } from '../parts/button.tsx'
import { sentenceCase } from '../wording/sentence-case.ts'
import { ConclusionReasons } from './conclusion-reasons.tsx'
import type { ProofTools } from './proof-tools.ts'
import { PROOF_HOME } from './use-focus-kept.ts'

type Props = {
  readonly mark: string
  readonly conclusion: Conclusion
  readonly tools: ProofTools
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
  /** Shows what would change it. */
  readonly onWhatIf: (() => void) | null
}

/** A conclusion: mark, sentence, what it holds under; open: what is missing, and the proof. */
export function ConclusionItem({ mark, conclusion, tools, isOpen, onToggle, onWhatIf }: Props) {
  const { sentence, holds, summary, warning, rank } = conclusion
  return (
    <Collapsible.Root asChild open={isOpen} onOpenChange={onToggle}>
      <article
        {...{ [PROOF_HOME]: '' }}
        className="conclusion"
        data-testid="conclusion"
        data-holds={holds}
        aria-label={sentence}
      >
        <Collapsible.Trigger asChild>
          <button type="button" className="sum" {...{ [ROVING]: '' }}>
            <span className="src r">{mark}</span>
            <span className="thus">
              {sentenceCase(sentence)}
              <span className="holds">
                {holds === 'unknown' ? <b className="bad">Not confirmed. </b> : null}
                {holds === 'no' ? <b>Does not apply. </b> : null}
                {summary}
                {rank === null ? '' : ` Weight ${rank}.`}
                {warning === null ? null : <span className="warn block">{warning}</span>}
              </span>
            </span>
            <span className="toggle" data-state={isOpen ? 'open' : 'closed'}>
              <span className="chev" aria-hidden="true" />
              proof
            </span>
          </button>
        </Collapsible.Trigger>
        <Collapsible.Content className="reasons">
          <ConclusionReasons conclusion={conclusion} tools={tools} />
          {onWhatIf ? (
            <Button look="link" isSmall className="mt-2" onClick={onWhatIf}>
              what would change it
            </Button>
          ) : null}
        </Collapsible.Content>
      </article>
    </Collapsible.Root>
  )
}
