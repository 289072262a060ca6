import { useState } from 'react'
import type { Finding } from '../../../contract/drafts/draft-check.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { TextArea } from '../../parts/text-field.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useShell } from '../../state/shell-context.ts'
import { useAction } from '../../state/use-action.ts'
import { formatTime } from '../../../wording/format-time.ts'
import { t } from '../../../wording/translate.ts'
import { decisionWords } from './finding-list.tsx'

type Props = { readonly matter: string; readonly draftId: string; readonly finding: Finding }

type Decided = { readonly state: 'accepted' | 'dismissed'; readonly note: string } | null

/** What a person makes of a finding: it will be mended, or it is none, and why. Can be taken back. */
export function DecideFinding({ matter, draftId, finding }: Props) {
  const client = useClient()
  const { checking, settings } = useShell()
  const action = useAction()
  const [dialog, setDialog] = useState<'dismiss' | 'note' | null>(null)
  const { findingId, decision } = finding
  const decide = async (decided: Decided) => {
    const next = await client.draft.decide({ matter, draft: draftId, findingId, decision: decided })
    checking.put(draftId, next)
  }
  const press = (decided: Decided) => void action.run(() => decide(decided), t('drafts.check.finding.kept'))
  return (
    <div className="stack-2" role="group" aria-label={t('drafts.check.finding.decide')}>
      <p className="small soft" role="status">
        {decision
          ? t('drafts.check.finding.decided', {
              state: decisionWords(decision, settings.userName),
              time: formatTime(decision.at),
            })
          : ''}
      </p>
      <div className="btns">
        {decision ? (
          <Button isSmall isBusy={action.isBusy} onClick={() => press(null)}>
            {t('drafts.check.finding.undo')}
          </Button>
        ) : (
          <>
            <Button isSmall isBusy={action.isBusy} onClick={() => press({ state: 'accepted', note: '' })}>
              {t('drafts.check.finding.accept')}
            </Button>
            <Button isSmall onClick={() => setDialog('dismiss')}>
              {t('drafts.check.finding.dismiss')}
            </Button>
          </>
        )}
        {decision?.state === 'dismissed' ? null : (
          <Button look="quiet" isSmall onClick={() => setDialog('note')}>
            {decision?.note ? t('drafts.check.finding.changeNote') : t('drafts.check.finding.note')}
          </Button>
        )}
      </div>
      <FailureNote failure={action.failure} />
      {dialog ? (
        <ReasonDialog
          kind={dialog}
          initial={dialog === 'note' ? (decision?.note ?? '') : ''}
          onDecide={(note) => decide({ state: dialog === 'note' ? 'accepted' : 'dismissed', note })}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  )
}

type ReasonProps = {
  readonly kind: 'dismiss' | 'note'
  readonly initial: string
  readonly onDecide: (note: string) => Promise<void>
  readonly onClose: () => void
}

/** Why a finding is none, or what is noted of it. */
function ReasonDialog({ kind, initial, onDecide, onClose }: ReasonProps) {
  const [text, setText] = useState(initial)
  const words =
    kind === 'dismiss'
      ? {
          title: t('drafts.check.finding.dismissing.title'),
          label: t('drafts.check.finding.dismissing.reason'),
          hint: t('drafts.check.finding.dismissing.lead'),
          submit: t('drafts.check.finding.dismissing.submit'),
          missing: t('drafts.check.finding.dismissing.missing'),
        }
      : {
          title: t('drafts.check.finding.noting.title'),
          label: t('drafts.check.finding.noting.note'),
          hint: t('drafts.check.finding.noting.hint'),
          submit: t('drafts.check.finding.noting.submit'),
          missing: t('drafts.check.finding.noting.missing'),
        }
  return (
    <FormDialog
      title={words.title}
      submit={words.submit}
      missing={text.trim() === '' ? words.missing : null}
      work={() => onDecide(text.trim())}
      kept={t('drafts.check.finding.kept')}
      onClose={onClose}
    >
      <TextArea label={words.label} hint={words.hint} value={text} onText={setText} rows={3} />
    </FormDialog>
  )
}
