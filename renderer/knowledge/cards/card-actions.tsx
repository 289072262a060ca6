import { useState } from 'react'
import type { Card } from '../../../contract/knowledge/card.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Meter } from '../../parts/progress.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useAction } from '../../state/use-action.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import { t } from '../../../wording/translate.ts'
import { ApproveByName } from '../approve-by-name.tsx'
import type { CardWork, Testing } from './use-shown-card.ts'
import { modelName } from '../../../wording/model-name.ts'

type Props = { readonly work: CardWork; readonly testing: Testing }

/** Saving a card, and leading it on through its life: its tests, its approval, its end. */
export function CardActions({ work, testing }: Props) {
  const { card } = work
  const client = useClient()
  const action = useAction()
  const [isApproving, setApproving] = useState(false)
  const isTesting = testing.action.isBusy && testing.card === card.card
  const save = () =>
    action.run(async () => {
      await client.card.save({ card: card.card, text: work.text, ...work.writtenBy })
      work.forget()
    }, t('knowledge.steps.saveKept'))
  return (
    <div className="above-5 stack-2">
      <FailureNote failure={action.failure ?? (testing.card === card.card ? testing.action.failure : null)} />
      {isTesting ? <Meter label={t('knowledge.steps.testingMeter')} done={testing.done} all={testing.of} /> : null}
      <div className="btns">
        {work.isEditing ? (
          <EditSteps work={work} isBusy={action.isBusy} onSave={() => void save()} />
        ) : (
          <Steps
            work={work}
            isBusy={action.isBusy || isTesting}
            onTest={() => testing.run(card.card)}
            onApprove={() => setApproving(true)}
            onRetire={() => void action.run(() => client.card.retire({ card: card.card }))}
          />
        )}
        {isTesting ? (
          <span className="small soft" role="status">
            {t('knowledge.steps.testing')}
          </span>
        ) : null}
      </div>
      {isApproving ? <ApproveCard card={card} onClose={() => setApproving(false)} /> : null}
    </div>
  )
}

type EditProps = { readonly work: CardWork; readonly isBusy: boolean; readonly onSave: () => void }

function EditSteps({ work, isBusy, onSave }: EditProps) {
  const { card, isChanged } = work
  return (
    <>
      <Button
        look="primary"
        isSmall
        isBusy={isBusy}
        whyOff={isChanged ? null : t('frame.off.unchanged')}
        onClick={onSave}
      >
        {t('frame.buttons.save')}
      </Button>
      {card.summary === '' ? (
        <HaveItWritten key={card.card} work={work} />
      ) : (
        <Button look="quiet" isSmall onClick={work.forget}>
          {t(isChanged ? 'knowledge.steps.discard' : 'frame.buttons.cancel')}
        </Button>
      )}
    </>
  )
}

/** A larger model on this computer writes the parts; a person reads and changes them before they are saved. */
function HaveItWritten({ work }: Pick<Props, 'work'>) {
  const { card } = work.card
  const client = useClient()
  const action = useAction()
  const { value } = useLoaded((of) => of.card.teacher, { card })
  if (work.card.origin.correction === null || !value) return null
  if (value.model === null) return <span className="small muted">{t('knowledge.steps.noTeacher')}</span>
  const write = async () => {
    const { summary, knowledge, ...by } = await client.card.write({ card, model: value.model })
    work.take({ summary, knowledge }, by)
  }
  return (
    <>
      <Button isSmall isBusy={action.isBusy} onClick={() => void action.run(write)}>
        {t('knowledge.steps.write', { model: modelName(value.model) })}
      </Button>
      {action.isBusy ? (
        <span className="small soft" role="status">
          {t('knowledge.steps.writing')}
        </span>
      ) : null}
      <FailureNote failure={action.failure} />
    </>
  )
}

type StepsProps = {
  readonly work: CardWork
  readonly isBusy: boolean
  readonly onTest: () => void
  readonly onApprove: () => void
  readonly onRetire: () => void
}

/** The one step that leads on, and the ways back. */
function Steps({ work, isBusy, onTest, onApprove, onRetire }: StepsProps) {
  const { status } = work.card
  return (
    <>
      {status === 'tested' ? (
        <Button look="primary" isSmall isBusy={isBusy} onClick={onApprove}>
          {t('knowledge.steps.approve')}
        </Button>
      ) : null}
      {status === 'draft' || status === 'tested' ? (
        <Button {...(status === 'draft' ? { look: 'primary' as const } : {})} isSmall isBusy={isBusy} onClick={onTest}>
          {t('knowledge.steps.test')}
        </Button>
      ) : null}
      <Button isSmall isBusy={isBusy} onClick={work.begin}>
        {t('knowledge.steps.edit')}
      </Button>
      {status === 'retired' ? null : (
        <Button look="quiet" isSmall isBusy={isBusy} onClick={onRetire}>
          {t('knowledge.steps.retire')}
        </Button>
      )}
    </>
  )
}

type ApproveCardProps = { readonly card: Card; readonly onClose: () => void }

/** A person takes the card on, by name. */
function ApproveCard({ card: { card, title, summary, test }, onClose }: ApproveCardProps) {
  const client = useClient()
  return (
    <ApproveByName
      title={title}
      approve={(by) => client.card.approve({ card, by })}
      kept={t('knowledge.steps.approveKept')}
      onClose={onClose}
    >
      <p className="rule-sentence read">{summary}</p>
      {test?.remarks.map((remark) => (
        <p key={remark} className="small warn">
          {remark}
        </p>
      ))}
      <p className="soft">{t('knowledge.steps.approveHint')}</p>
    </ApproveByName>
  )
}
