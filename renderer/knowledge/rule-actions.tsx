import { useState } from 'react'
import type { Pack, RuleCheck, RuleRow, RuleStatus } from '../../contract/knowledge/rule.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { sentenceCase } from '../../wording/phrases.ts'
import { t } from '../../wording/translate.ts'
import { ApproveByName } from './approve-by-name.tsx'
import { ChangeTable } from './rule-aside.tsx'
import { CopyPack } from './packs.tsx'
import { nextStepProblem, type RuleWork } from './use-shown-rule.ts'

type Props = {
  readonly work: RuleWork
  /** It comes with the program and cannot be changed: the pack to copy. */
  readonly shipped: Pack | null
  readonly onSaved: (rule: string) => void
  /** Its pack has been copied under this name. */
  readonly onCopied: (pack: string) => void
}

/** Saving a rule, leading it on through its life, and showing it the other way. */
export function RuleActions({ work, shipped, onSaved, onCopied }: Props) {
  const { pack, row, draft, check } = work
  const client = useClient()
  const action = useAction()
  const [isApproving, setApproving] = useState(false)
  const save = async () => {
    if (!draft) return
    await action.run(async () => {
      const rule = draft.mode === 'form' ? draft.form : { yaml: draft.yaml }
      const made = await client.rule.save({ pack, rule })
      work.leave()
      onSaved(made.rule)
    }, t('rules.steps.saveKept'))
  }
  const become = (status: RuleStatus) => {
    if (status === 'approved') setApproving(true)
    else void action.run(() => client.rule.setStatus({ pack, rule: row?.rule ?? '', status, by: null }))
  }
  return (
    <div className="rule-top above-5 stack-2">
      <FailureNote failure={action.failure} />
      <div className="btns">
        {shipped ? (
          <Shipped pack={shipped} onCopied={onCopied} />
        ) : (
          <Steps work={work} isBusy={action.isBusy} onSave={() => void save()} onStep={become} />
        )}
        <OtherView work={work} />
      </div>
      {isApproving && row && check ? (
        <ApproveRule pack={pack} row={row} check={check} onClose={() => setApproving(false)} />
      ) : null}
    </div>
  )
}

type StepsProps = {
  readonly work: RuleWork
  readonly isBusy: boolean
  readonly onSave: () => void
  readonly onStep: (status: RuleStatus) => void
}

/** Saving what was changed; else the one step that leads on. Beside it, what stands against it. */
function Steps({ work, isBusy, onSave, onStep }: StepsProps) {
  const { row, isChanged } = work
  const why = nextStepProblem(work)
  const off = { isBusy, whyOff: why, isWhyBeside: true }
  return (
    <>
      {isChanged ? (
        <Button look="primary" isSmall {...off} onClick={onSave}>
          {t('frame.buttons.save')}
        </Button>
      ) : null}
      {isChanged && row ? (
        <Button look="quiet" isSmall onClick={work.forget}>
          {t('rules.steps.discard')}
        </Button>
      ) : null}
      {row && !isChanged ? <NextStep status={row.status} off={off} onStep={onStep} /> : null}
      <span className="small warn">{why}</span>
    </>
  )
}

/** Why nothing can be changed here, and the way out. */
function Shipped({ pack, onCopied }: { readonly pack: Pack; readonly onCopied: (pack: string) => void }) {
  const [isCopying, setCopying] = useState(false)
  return (
    <>
      <span className="small soft">{t('rules.steps.shipped', { pack: pack.title })}</span>
      <Button isSmall onClick={() => setCopying(true)}>
        {t('rules.steps.copyPack')}
      </Button>
      {isCopying ? <CopyPack pack={pack} onCopied={onCopied} onClose={() => setCopying(false)} /> : null}
    </>
  )
}

/** To what a rule goes on from each status. */
const NEXT: Readonly<Record<RuleStatus, RuleStatus>> = {
  draft: 'tested',
  tested: 'approved',
  approved: 'retired',
  retired: 'draft',
}

type StepProps = {
  readonly status: RuleStatus
  readonly off: Pick<React.ComponentProps<typeof Button>, 'isBusy' | 'whyOff' | 'isWhyBeside'>
  readonly onStep: (status: RuleStatus) => void
}

/** The one step that leads on. */
function NextStep({ status, off, onStep }: StepProps) {
  const isForward = status === 'draft' || status === 'tested'
  return (
    <Button {...(isForward ? { look: 'primary' as const } : {})} isSmall {...off} onClick={() => onStep(NEXT[status])}>
      {t(`rules.steps.${status}`)}
    </Button>
  )
}

/** Form or text. Text becomes a form only by being saved, for it may hold what is no rule. */
function OtherView({ work: { draft, check, isChanged, row, edit, forget } }: Pick<Props, 'work'>) {
  if (!draft) return null
  if (draft.mode === 'form')
    return (
      <Button
        look="quiet"
        isSmall
        className="push"
        whyOff={check ? null : t('frame.off.beingChecked')}
        onClick={() => check && edit({ mode: 'text', yaml: check.yaml })}
      >
        {t('rules.steps.showText')}
      </Button>
    )
  const why = isChanged || !row ? t('rules.steps.saveFirst') : null
  return (
    <span className="push row-2">
      {why ? <span className="small muted">{why}</span> : null}
      <Button look="quiet" isSmall whyOff={why} isWhyBeside onClick={forget}>
        {t('rules.steps.showForm')}
      </Button>
    </span>
  )
}

type ApproveRuleProps = {
  readonly pack: string
  readonly row: RuleRow
  readonly check: RuleCheck
  readonly onClose: () => void
}

/** A person takes the rule on, by name, after seeing what it says and what it changes. */
function ApproveRule({ pack, row: { rule, title, source, sourceRead }, check, onClose }: ApproveRuleProps) {
  const client = useClient()
  return (
    <ApproveByName
      title={title}
      approve={(by) => client.rule.setStatus({ pack, rule, status: 'approved', by })}
      kept={t('rules.steps.approveKept')}
      onClose={onClose}
    >
      <p className="rule-sentence read">{sentenceCase(check.sentence)}</p>
      <p className="soft">
        {source ? t('rules.steps.source', { source }) : t('rules.steps.noSource')}{' '}
        {sourceRead ? (
          t('rules.sourceRead')
        ) : (
          <span className="warn">
            <Glyph shape="caution" /> {t('rules.sourceNotRead')}
          </span>
        )}
      </p>
      <ChangeTable diff={check.diff} />
      <p className="soft">{t('rules.steps.approveHint')}</p>
    </ApproveByName>
  )
}
