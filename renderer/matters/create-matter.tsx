import { useState } from 'react'
import type { Matter } from '../../contract/matter.ts'
import { fitName, freeName, LONGEST_NAME, nameKey } from '../../contract/matter-name.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { t } from '../../wording/translate.ts'
import { Modal } from '../parts/modal.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { visibleControls } from '../../contract/visible-controls.ts'
import type { PickedFile } from '../library/collect-files.ts'

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
        <Button
          type="submit"
          look="primary"
          isBusy={action.isBusy}
          whyOff={name.trim() ? null : t('matters.form.missing')}
          isWhyBeside
        >
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

/** The dialog that makes an empty matter; then its documents are shown, where files are added. */
export function NewMatter({ onClose }: { readonly onClose: () => void }) {
  const { go } = useNavigation()
  return (
    <Modal title={t('matters.form.title')} onClose={onClose}>
      <CreateMatter
        onCreated={({ id }) => {
          onClose()
          go({ name: 'library', matter: id, answer: null, libraryTab: 'documents' })
        }}
        onCancel={onClose}
      />
    </Modal>
  )
}

const ENDING = /(?<=.)\.[a-z0-9]{1,5}$/i

/** What a matter with these files could be named: after the folder of the first of them, else after that file. */
export function suggestName([first]: readonly PickedFile[], taken: readonly string[]): string {
  if (!first) return ''
  const [top = '', ...below] = first.path.split('/')
  const isFolder = first.isFolder || below.length > 0
  const name = isFolder ? top : top.replace(ENDING, '')
  const keys = new Set(taken.map(nameKey))
  return freeName(fitName(visibleControls(name.toWellFormed()).trim()), (one) => keys.has(nameKey(one)))
}
