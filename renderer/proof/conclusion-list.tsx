import { Collapsible } from 'radix-ui'
import { useState } from 'react'
import type { Conclusion, Conclusions } from '../../contract/knowledge/rule.ts'
import { FactOrigin } from '../facts/fact-origin.tsx'
import { RulesNotUsed } from '../facts/matter-law.tsx'
import { ROVING, rovingList } from '../keys/roving-list.ts'
import { Button } from '../parts/button.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { TEXT_TAGS } from '../parts/text-tags.tsx'
import { withDayWords } from '../../wording/format-time.ts'
import { sentenceCase } from '../../wording/phrases.ts'
import { ConclusionReasons, isReviewed } from './conclusion-reasons.tsx'
import { PROOF_HOME, type ProofTools } from './proof-tools.ts'
import { t } from '../../wording/translate.ts'
import { messageText } from '../../wording/message-text.ts'
import type { Message } from '../../wording/message.ts'

type Props = {
  readonly conclusions: Conclusions
  readonly tools: ProofTools
  /** Shows what would change a conclusion, by its number. */
  readonly onWhatIf: (conclusion: number) => void
  readonly onTryAgain: () => void
}

/** What so many answers would decide is shown; what needs more is behind a count. */
const FEW_ANSWERS = 2

/** Whether it holds, or one or two answers would decide it. */
export function isNear({ holds, missing }: Pick<Conclusion, 'holds' | 'missing'>): boolean {
  const isFew = missing.length <= FEW_ANSWERS && missing.length > 0
  return holds === 'yes' || isFew || missing.some(({ decides }) => decides)
}

/** What follows from the confirmed facts, each with its proof; what contradicts itself first. */
export function ConclusionList({ conclusions: all, tools, onWhatIf, onTryAgain }: Props) {
  const { conclusions, conflicts, stopped, rulesNotUsed } = all
  const [isWhole, setWhole] = useState(false)
  const shown = conclusions
    .map((conclusion, index) => ({ conclusion, index }))
    .filter((one) => isWhole || isNear(one.conclusion))
  const [closed, setClosed] = useState<Readonly<Record<string, boolean>>>({})
  const open = shown.filter(({ conclusion }) => conclusion.holds === 'unknown').length
  const confirmed = conclusions.filter(({ holds }) => holds === 'yes').length
  return (
    <section aria-labelledby="conclusions" data-testid="conclusions">
      <h2 className="h" id="conclusions">
        {t('proof.conclusions.title')}{' '}
        <span className="muted">
          {open > 0
            ? t('proof.conclusions.countsWithOpen', { open, confirmed })
            : t('proof.conclusions.counts', { confirmed })}
          {conclusions.every(isReviewed) ? '' : `. ${t('proof.conclusions.sample')}`}
        </span>
      </h2>
      <StoppedNote why={stopped} onTryAgain={onTryAgain} />
      <Conflicting conflicts={conflicts} tools={tools} />
      <RulesNotUsed sentences={rulesNotUsed} />
      {conclusions.length === 0 && stopped === null ? <p className="soft">{t('proof.conclusions.none')}</p> : null}
      <div className="stack-2" ref={rovingList}>
        {shown.map(({ conclusion, index }, at) => {
          const key = keyOf(conclusion)
          return (
            <ConclusionItem
              key={key}
              mark={`R${index + 1}`}
              conclusion={conclusion}
              tools={tools}
              // The first is open, to show what a proof is.
              isOpen={closed[key] ?? at === 0}
              onToggle={(isOpen) => setClosed({ ...closed, [key]: isOpen })}
              onWhatIf={() => onWhatIf(index)}
            />
          )
        })}
      </div>
      {shown.length < conclusions.length ? (
        <Button look="link" isSmall className="above-2" onClick={() => setWhole(true)}>
          {t('proof.conclusions.showOther', { count: conclusions.length - shown.length })}
        </Button>
      ) : null}
    </section>
  )
}

function Conflicting({ conflicts, tools }: Pick<Conclusions, 'conflicts'> & Pick<Props, 'tools'>) {
  if (conflicts.length === 0) return null
  return (
    <ul className="sunk below-2 stack-1" aria-label={t('proof.conclusions.conflicts')}>
      {conflicts.map(({ sentence, facts }) => (
        <li key={sentence} className="note">
          <span className="warn">
            <Glyph shape="caution" />
          </span>
          <span>
            {t('proof.conclusions.conflict', { sentence: sentenceCase(sentence) })}{' '}
            {t('proof.conclusions.conflictSources')} <Contradicting facts={facts} tools={tools} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Contradicting({ facts, tools }: { readonly facts: readonly string[]; readonly tools: ProofTools }) {
  return facts.flatMap((id, index) => {
    const fact = tools.facts.get(id)
    if (!fact) return []
    return [
      <span key={id}>
        {index > 0 ? ', ' : ''}
        <FactOrigin fact={fact} onOpen={tools.onOpenFact} />
      </span>,
    ]
  })
}

/** By what a conclusion is known while facts change around it. */
function keyOf({ relation, args }: Conclusion): string {
  return `${relation}(${args.join(', ')})`
}

type ConclusionItemProps = {
  readonly mark: string
  readonly conclusion: Conclusion
  readonly tools: ProofTools
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
  /** Shows what would change it. */
  readonly onWhatIf: (() => void) | null
}

/** A conclusion: mark, sentence, what it holds under; open: what is missing, and the proof. */
export function ConclusionItem({ mark, conclusion, tools, isOpen, onToggle, onWhatIf }: ConclusionItemProps) {
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
              {withDayWords(sentenceCase(sentence))}
              <span className="holds">
                {holds === 'unknown' ? <b className="bad">{t('proof.conclusions.notConfirmed')} </b> : null}
                {holds === 'no' ? <b>{t('proof.conclusions.doesNotApply')} </b> : null}
                {withDayWords(summary)}
                {rank === null ? '' : ` ${t('proof.conclusions.weight', { rank: String(rank) })}`}
                {warning === null ? null : <span className="warn own-line">{warning}</span>}
              </span>
            </span>
            <span className="toggle" data-state={isOpen ? 'open' : 'closed'}>
              <span className="chev" aria-hidden="true" />
              {t('proof.conclusions.proof')}
            </span>
          </button>
        </Collapsible.Trigger>
        <Collapsible.Content className="reasons">
          <ConclusionReasons conclusion={conclusion} tools={tools} />
          {onWhatIf ? (
            <Button look="link" isSmall className="above-2" onClick={onWhatIf}>
              {t('proof.conclusions.whatIf')}
            </Button>
          ) : null}
        </Collapsible.Content>
      </article>
    </Collapsible.Root>
  )
}

type StoppedNoteProps = {
  /** What ended it before its end; null: nothing did. */
  readonly why: Message | null
  readonly onTryAgain: () => void
}

/** That not all conclusions were drawn. */
export function StoppedNote({ why, onTryAgain }: StoppedNoteProps) {
  if (why === null) return null
  return (
    <p className="note sunk below-2" role="alert">
      <span className="warn">
        <Glyph shape="caution" />
      </span>
      <span>
        {t.rich('proof.conclusions.stopped', { ...TEXT_TAGS, why: messageText(why) })}{' '}
        <Button look="link" isSmall onClick={onTryAgain}>
          {t('frame.buttons.tryAgain')}
        </Button>
      </span>
    </p>
  )
}
