import { useRef } from 'react'
import type { Matter } from '../../contract/matter.ts'
import { Button } from '../parts/button.tsx'
import { WHOLE_FOLDERS } from '../parts/path-field.tsx'
import { t } from '../../wording/translate.ts'
import { collectChosen } from './collect-files.ts'
import { useTakeFiles } from './take-files.tsx'

type Props = {
  readonly matter: Matter
  /** `bar`: in the head of a page; `empty`: files alone; `plain`: beside other buttons that stand out. */
  readonly look: 'bar' | 'empty' | 'plain'
}

/** The ways to add documents besides dropping them. */
export function AddButtons({ matter, look }: Props) {
  const { take, dialog } = useTakeFiles(matter)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const choose = ({ target }: React.ChangeEvent<HTMLInputElement>) => {
    const chosen = collectChosen(target.files)
    target.value = ''
    if (chosen.length > 0) take({ files: chosen, unreadable: [] })
  }
  const hidden = { type: 'file', multiple: true, hidden: true, onChange: choose } as const
  const addFolder = (
    <Button look="quiet" isSmall onClick={() => folder.current?.click()}>
      {t('library.add.folder')}
    </Button>
  )
  return (
    <>
      <input {...hidden} ref={files} data-testid="add-files" aria-label={t('library.add.chosenFiles')} />
      <input
        {...hidden}
        ref={folder}
        data-testid="add-folder"
        aria-label={t('library.add.chosenFolder')}
        {...WHOLE_FOLDERS}
      />
      {look === 'bar' ? addFolder : null}
      <Button {...(look === 'plain' ? {} : { look: 'primary' })} isSmall onClick={() => files.current?.click()}>
        {t('library.add.files')}
      </Button>
      {look === 'plain' ? addFolder : null}
      {dialog}
    </>
  )
}
