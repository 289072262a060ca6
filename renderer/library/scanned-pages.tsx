import { useState } from 'react'
import type { OcrLanguage, ReadingOptions } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { CheckBox, Segments } from '../parts/choices.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useLoaded } from '../state/use-loaded.ts'

const LANGUAGES: Readonly<Record<OcrLanguage, string>> = {
  eng: 'English',
  deu: 'German',
  fra: 'French',
  spa: 'Spanish',
  ita: 'Italian',
  por: 'Portuguese',
  nld: 'Dutch',
  pol: 'Polish',
}
const MODES = { auto: 'Where needed', always: 'Every page', never: 'Never' } as const

/** How scanned pages of this matter are read, in one line, and the way to change it. */
export function ScannedPages({ matter }: { readonly matter: string }) {
  const [isOpen, setOpen] = useState(false)
  const options = useLoaded((of) => of.library.readingOptions, { matter })
  if (!options.value) return <FailureNote failure={options.failure} />
  return (
    <p className="small soft">
      {optionWords(options.value)}{' '}
      <Button look="link" isSmall onClick={() => setOpen(true)}>
        change…
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
  if (ocr === 'never') return 'Scanned pages are not recognised.'
  const names = languages.map((one) => LANGUAGES[one]).join(', ')
  const language = names === '' ? 'language found by looking' : names
  return ocr === 'always'
    ? `Every page is recognised, beside its text; ${language}.`
    : `Scanned pages are recognised; ${language}.`
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
      title="Scanned pages"
      submit="Save"
      work={() => client.library.changeReadingOptions({ matter, ocr, languages })}
      kept="Nothing was changed."
      onClose={onClose}
    >
      <p className="soft">
        Pages without text are recognised on this computer, page by page. This holds for what is read from now on; add a
        folder again to read its scans anew.
      </p>
      <Segments
        label="Recognise"
        value={options.ocr}
        choices={MODES}
        onChange={(mode) => setOptions({ ...options, ocr: mode })}
      />
      <fieldset className="stack-1">
        <legend className="small">Languages; none chosen: found by looking</legend>
        <div className="row-4 wraps">
          {(Object.keys(LANGUAGES) as OcrLanguage[]).map((one) => (
            <CheckBox key={one} isOn={options.languages.includes(one)} onChange={() => toggle(one)}>
              {LANGUAGES[one]}
            </CheckBox>
          ))}
        </div>
      </fieldset>
    </FormDialog>
  )
}
