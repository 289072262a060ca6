import { useState } from 'react'
import type { RuleCheck, RuleRow } from '../../contract/rule.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { Modal } from '../parts/modal.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { sentenceCase } from '../wording/sentence-case.ts'
import { ChangeTable } from './change-table.tsx'

type Props = {
  readonly pack: string
  readonly row: RuleRow
  readonly check: RuleCheck
  readonly onClose: () => void
}

/** A person takes the rule on, by name, after seeing what it says and what it changes. */
export function ApproveRule({ pack, row: { rule, title, source, sourceRead }, check, onClose }: Props) {
  const client = useClient()
  const { settings } = useShell()
  const action = useAction()
  const [by, setBy] = useState(settings.userName)
  const approve = async () => {
    const work = () => client.rule.setStatus({ pack, rule, status: 'approved', by: by.trim() })
    if (await action.run(work, 'The rule stays as it was.')) onClose()
  }
  return (
    <Modal title={`Approve “${title}”`} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (by.trim() !== '' && !action.isBusy) void approve()
        }}
      >
        <p className="rule-sentence read">{sentenceCase(check.sentence)}</p>
        <p className="soft">
          Source: {source ?? 'none given'}.{' '}
          {sourceRead ? (
            'Source read: yes.'
          ) : (
            <span className="warn">
              <Glyph shape="caution" /> Source read: no. Nobody has said that it was read.
            </span>
          )}
        </p>
        <ChangeTable diff={check.diff} />
        <p className="soft">
          From then on it is used in every matter that uses the pack. The checks show that it is well formed, not that
          it is right. Your name and the day are recorded.
        </p>
        <TextField label="Your name" value={by} onText={setBy} />
        <FailureNote failure={action.failure} />
        <div className="btns">
          <Button type="submit" look="primary" isOff={by.trim() === '' || action.isBusy}>
            Approve
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
          {by.trim() === '' ? <span className="small muted">Give your name first.</span> : null}
        </div>
      </form>
    </Modal>
  )
}
