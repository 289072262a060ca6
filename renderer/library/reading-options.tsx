import { useState } from 'react'
import { type LibreOfficeState, OcrLanguage, type ReadingOptions } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { CheckBox, Segments } from '../parts/choices.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { listWords } from '../../wording/phrases.ts'
import { t, texts } from '../../wording/translate.ts'

/** How scanned pages of this matter are read, in one line, and the way to change it. */
export function ScannedPages({ matter }: { readonly matter: string }) {
  const [isOpen, setOpen] = useState(false)
  const options = useLoaded((of) => of.library.readingOptions, { matter })
  if (!options.value) return <FailureNote failure={options.failure} />
  return (
    <p className="small soft">
      {optionWords(options.value)}{' '}
      <Button look="link" isSmall onClick={() => setOpen(true)}>
        {t('frame.buttons.change')}
      </Button>
      {isOpen ? (
        <ChangeOptions
          matter={matter}
          before={options.value}
          onClose={() => {
            setOpen(false)
            options.reload()
          }}
        />
      ) : null}
    </p>
  )
}

function optionWords({ ocr, languages }: ReadingOptions): string {
  if (ocr === 'never') return t('library.scans.off')
  if (languages.length === 0) return t(`library.scans.detected.${ocr}`)
  return t(`library.scans.inLanguages.${ocr}`, {
    languages: listWords(languages.map((one) => t(`language.names.${one}`))),
  })
}

type ChangeProps = { readonly matter: string; readonly before: ReadingOptions; readonly onClose: () => void }

function ChangeOptions({ matter, before, onClose }: ChangeProps) {
  const client = useClient()
  const [options, setOptions] = useState(before)
  const toggle = (one: OcrLanguage) => {
    const without = options.languages.filter((other) => other !== one)
    setOptions({ ...options, languages: options.languages.includes(one) ? without : [...without, one] })
  }
  const { ocr, languages } = options
  return (
    <FormDialog
      title={t('library.scans.title')}
      submit={t('frame.buttons.save')}
      work={() => client.library.changeReadingOptions({ matter, ocr, languages })}
      kept={t('library.nothingChanged')}
      onClose={onClose}
    >
      <p className="soft">{t('library.scans.hint')}</p>
      <Segments
        label={t('library.scans.read')}
        value={options.ocr}
        choices={texts('library.scans.modes')}
        onChange={(mode) => setOptions({ ...options, ocr: mode })}
      />
      <fieldset className="stack-1">
        <legend className="small">{t('library.scans.chooseLanguages')}</legend>
        <div className="row-4 wraps">
          {OcrLanguage.options.map((one) => (
            <CheckBox key={one} isOn={options.languages.includes(one)} onChange={() => toggle(one)}>
              {t(`language.names.${one}`)}
            </CheckBox>
          ))}
        </div>
      </fieldset>
    </FormDialog>
  )
}

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

type ChangeConversionProps = { readonly matter: string; readonly before: boolean; readonly onClose: () => void }

function ChangeConversion({ matter, before, onClose }: ChangeConversionProps) {
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
