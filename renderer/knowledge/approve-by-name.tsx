import { useState } from 'react'
import { FormDialog } from '../parts/form-dialog.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useShell } from '../state/shell-context.ts'
import { formatDate } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'

type Props = {
  readonly title: string
  readonly approve: (by: string) => Promise<unknown>
  /** What is said to be kept when it fails. */
  readonly kept: string
  readonly onClose: () => void
  /** What is approved, and what that means. */
  readonly children: React.ReactNode
}

/** A person takes something on, by name, after seeing what it says. */
export function ApproveByName({ title, approve, kept, onClose, children }: Props) {
  const { settings } = useShell()
  const [name, setName] = useState(settings.userName)
  const by = name.trim()
  return (
    <FormDialog
      title={t('knowledge.approval.title', { title })}
      submit={t('knowledge.approval.submit')}
      missing={by === '' ? t('knowledge.approval.missing') : null}
      work={() => approve(by)}
      kept={kept}
      onClose={onClose}
    >
      {children}
      <TextField label={t('knowledge.approval.name')} value={name} onText={setName} />
    </FormDialog>
  )
}

/** Who approved something, and when. */
export function signedWords(name: string, day: string | null): string {
  return day === null ? name : t('knowledge.approval.signed', { name, date: formatDate(day) })
}
