import { useState } from 'react'
import type { Matter } from '../../contract/matter.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { t } from '../../wording/translate.ts'

type Props = { readonly onCreated: (matter: Matter) => void; readonly onCancel?: () => void }

/** The form that makes a matter. */
export function CreateMatter({ onCreated, onCancel }: Props) {
  const client = useClient()
  const action = useAction()
  const [name, setName] = useState('')
  const [subtitle, setSubtitle] = useState('')
  const create = async () => {
    let created: Matter | undefined
    const isMade = await action.run(async () => {
      created = await client.matter.create({ name, subtitle })
    })
    if (isMade && created) onCreated(created)
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
      <TextField label={t('matters.form.name')} value={name} onText={setName} maxLength={120} required />
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
        {onCancel ? (
          <Button look="quiet" onClick={onCancel}>
            {t('matters.form.cancel')} <kbd>Esc</kbd>
          </Button>
        ) : null}
        {name.trim() ? null : <span className="small muted">{t('matters.form.missing')}</span>}
      </div>
    </form>
  )
}
