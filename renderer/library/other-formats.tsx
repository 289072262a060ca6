import { useState } from 'react'
import type { LibreOfficeState } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { CheckBox } from '../parts/choices.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useLoaded } from '../state/use-loaded.ts'

/** Whether LibreOffice converts for this matter what is not read here, in one line, and the way to change it. */
export function OtherFormats({ matter }: { readonly matter: string }) {
  const [isOpen, setOpen] = useState(false)
  const options = useLoaded((of) => of.library.readingOptions, { matter })
  if (!options.value) return <FailureNote failure={options.failure} />
  const { libreOffice } = options.value
  return (
    <p className="small soft">
      {libreOffice
        ? 'LibreOffice converts what Consilium cannot read itself (.xls, .xlsb, .ppt, .wpd).'
        : 'Files that Consilium cannot read itself (.xls, .xlsb, .ppt, .wpd) are not converted.'}{' '}
      <Button look="link" isSmall onClick={() => setOpen(true)}>
        LibreOffice…
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
      title="Files that Consilium cannot read itself"
      submit="Save"
      work={() => client.library.changeReadingOptions({ matter, libreOffice: isOn })}
      kept="Nothing was changed."
      onClose={onClose}
    >
      <p className="soft">
        Old Excel and PowerPoint files (.xls, .xlsb, .ppt) and WordPerfect documents (.wpd). LibreOffice can convert
        them; what it makes of them is read like any other file, and each such document says so. Once it may, what was
        left unread in this matter is tried again.
      </p>
      <CheckBox isOn={isOn} onChange={setOn}>
        Let LibreOffice convert what Consilium cannot read itself
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
      <li>
        It is a separate program, not part of Consilium: it sees the whole document and, like any program, could read
        other files of yours. It runs no macros, and is stopped when it takes too long or writes too much.
      </li>
      <li>
        {workingCopies === 'memory'
          ? 'Its working copies, unencrypted, lie in a private folder in this computer’s memory, which is deleted at once.'
          : 'Its working copies lie unencrypted in a private folder on this computer’s disk, which is deleted at once; traces may be left on the disk.'}
      </li>
      <li>
        {network === 'cut'
          ? 'This system cuts it off from the network while it converts.'
          : 'It is told to use no network. This system does not enforce that.'}
      </li>
    </ul>
  )
}

function foundWords(file: string | null, version: string | null): string {
  if (file === null) return 'LibreOffice was not found on this computer: nothing is converted until it is installed.'
  return version === null
    ? `LibreOffice was found at ${file}, but it does not start.`
    : `LibreOffice ${version} was found at ${file}.`
}
