import { useState } from 'react'
import type { LibreOfficeState } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { CheckBox } from '../parts/choices.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { t } from '../../wording/translate.ts'

/** Whether LibreOffice converts for this matter what is not read here, in one line, and the way to change it. */
export function OtherFormats({ matter }: { readonly matter: string }) {
  const [isOpen, setOpen] = useState(false)
  const options = useLoaded((of) => of.library.readingOptions, { matter })
  if (!options.value) return <FailureNote failure={options.failure} />
  const { libreOffice } = options.value
  return (
    <p className="small soft">
      {libreOffice ? t('library.conversion.on') : t('library.conversion.off')}{' '}
      <Button look="link" isSmall onClick={() => setOpen(true)}>
        {t('library.conversion.button')}
      </Button>
      {isOpen ? (
        <ChangeConversion
          matter={matter}
          before={libreOffice}
          onClose={() => {
            setOpen(false)
            options.reload()
          }}
        />
      ) : null}
    </p>
  )
}

type ChangeProps = { readonly matter: string; readonly before: boolean; readonly onClose: () => void }

function ChangeConversion({ matter, before, onClose }: ChangeProps) {
  const client = useClient()
  const [isOn, setOn] = useState(before)
  const office = useLoaded((of) => of.library.libreOffice, undefined)
  return (
    <FormDialog
      title={t('library.conversion.title')}
      submit={t('frame.buttons.save')}
      work={() => client.library.changeReadingOptions({ matter, libreOffice: isOn })}
      kept={t('library.nothingChanged')}
      onClose={onClose}
    >
      <p className="soft">{t('library.conversion.hint')}</p>
      <CheckBox isOn={isOn} onChange={setOn}>
        {t('library.conversion.allow')}
      </CheckBox>
      {office.value ? <OfficeTruth state={office.value} /> : <FailureNote failure={office.failure} />}
    </FormDialog>
  )
}

/** What LibreOffice is and does here; nothing is left out for comfort. */
function OfficeTruth({ state }: { readonly state: LibreOfficeState }) {
  const { file, version, workingCopies, network } = state
  return (
    <ul className="small soft stack-1">
      <li>{foundWords(file, version)}</li>
      <li>{t('library.conversion.separate')}</li>
      <li>{workingCopies === 'memory' ? t('library.conversion.inMemory') : t('library.conversion.onDisk')}</li>
      <li>{network === 'cut' ? t('library.conversion.networkCut') : t('library.conversion.networkTold')}</li>
    </ul>
  )
}

function foundWords(file: string | null, version: string | null): string {
  if (file === null) return t('library.conversion.notFound')
  return version === null
    ? t('library.conversion.doesNotStart', { file })
    : t('library.conversion.foundAt', { version, file })
}
