import { useState } from 'react'
import type { OcrLanguage, ReadingOptions } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { Segments } from '../parts/choices.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
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
  const action = useAction()
  const [options, setOptions] = useState(before)
  const toggle = (one: OcrLanguage) => {
    const without = options.languages.filter((other) => other !== one)
    setOptions({ ...options, languages: options.languages.includes(one) ? without : [...without, one] })
  }
  const save = async () => {
    const change = { matter, ocr: options.ocr, languages: options.languages }
    if (await action.run(() => client.library.changeReadingOptions(change), 'Nothing was changed.')) onClose()
  }
  return (
    <Modal title="Scanned pages" onClose={onClose}>
      <p className="soft">
        Pages without text are recognised on this computer, page by page. This holds for what is read from now on; add a
        folder again to read its scans anew.
      </p>
      <Segments
        label="Recognise"
        value={options.ocr}
        choices={MODES}
        onChange={(ocr) => setOptions({ ...options, ocr })}
      />
      <fieldset className="grid gap-1">
        <legend className="small">Languages; none chosen: found by looking</legend>
        <div className="flex flex-wrap gap-4">
          {(Object.keys(LANGUAGES) as OcrLanguage[]).map((one) => (
            <label key={one} className="flex items-center gap-2">
              <input type="checkbox" checked={options.languages.includes(one)} onChange={() => toggle(one)} />
              {LANGUAGES[one]}
            </label>
          ))}
        </div>
      </fieldset>
      <FailureNote failure={action.failure} />
      <div className="btns">
        <Button look="primary" isOff={action.isBusy} onClick={() => void save()}>
          Save
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel <kbd>Esc</kbd>
        </Button>
      </div>
    </Modal>
  )
}
