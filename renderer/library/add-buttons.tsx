import { useRef } from 'react'
import { Button } from '../parts/button.tsx'
import { WHOLE_FOLDERS } from '../parts/whole-folders.ts'
import { useShell } from '../state/shell-context.ts'
import { collectChosen } from './collect-files.ts'

/** The ways to add documents besides dropping them. */
export function AddButtons({ matter, isSingle = false }: { readonly matter: string; readonly isSingle?: boolean }) {
  const { uploads } = useShell()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = ({ target }: React.ChangeEvent<HTMLInputElement>) => {
    uploads.add(matter, collectChosen(target.files))
    target.value = ''
  }
  const hidden = { type: 'file', multiple: true, hidden: true, onChange: take } as const
  return (
    <>
      <input {...hidden} ref={files} data-testid="add-files" aria-label="Files to add" />
      <input {...hidden} ref={folder} data-testid="add-folder" aria-label="Folder to add" {...WHOLE_FOLDERS} />
      {isSingle ? null : (
        <Button look="quiet" isSmall onClick={() => folder.current?.click()}>
          Add folder…
        </Button>
      )}
      <Button look="primary" isSmall onClick={() => files.current?.click()}>
        Add files…
      </Button>
    </>
  )
}
