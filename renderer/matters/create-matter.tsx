import { useState } from 'react'
import type { Matter } from '../../contract/matter.ts'
import { LONGEST_NAME } from '../../contract/matter-name.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { t } from '../../wording/translate.ts'

type Props = {
  /** The name to begin with. */
  readonly suggested?: string
  readonly onCreated: (matter: Matter) => void
  readonly onCancel: () => void
}

/** The form that makes a matter. Who has one of their own is past the first start. */
export function CreateMatter({ suggested = '', onCreated, onCancel }: Props) {
  const client = useClient()
  const { settings, changeSettings } = useShell()
  const action = useAction()
  const [name, setName] = useState(suggested)
  const [subtitle, setSubtitle] = useState('')
  const create = async () => {
    let created: Matter | undefined
    const isMade = await action.run(async () => {
      created = await client.matter.create({ name, subtitle })
    })
    if (!isMade || !created) return
    if (!settings.welcomed) void changeSettings({ welcomed: true })
    onCreated(created)
  }
  return (
    <form
      className="stack-3"
      aria-label={t('matters.form.title')}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) void create()
      }}
    >
      <TextField label={t('matters.form.name')} value={name} onText={setName} maxLength={LONGEST_NAME} required />
      <TextField
        label={t('matters.form.subtitle')}
        value={subtitle}
        onText={setSubtitle}
        maxLength={120}
        placeholder={t('matters.form.example')}
      />
      <FailureNote failure={action.failure} />
      <div className="btns">
        <Button type="submit" look="primary" isOff={!name.trim() || action.isBusy}>
          {t('matters.form.submit')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('frame.buttons.cancel')} <kbd>Esc</kbd>
        </Button>
        {name.trim() ? null : <span className="small muted">{t('matters.form.missing')}</span>}
      </div>
    </form>
  )
}
