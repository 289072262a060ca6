import { useState } from 'react'
import { FormDialog } from '../parts/form-dialog.tsx'
import { PathField } from '../parts/path-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { t } from '../../wording/translate.ts'

type Props = { readonly onDone: (set: string) => void; readonly onClose: () => void }

/** Takes questions in from a file, or points to a folder that has documents of its own. */
export function ImportQuestions({ onDone, onClose }: Props) {
  const client = useClient()
  const matter = useShell().matter?.id ?? null
  const [file, setFile] = useState<File | null>(null)
  const [folder, setFolder] = useState('')
  const isEmpty = file === null && folder.trim() === ''
  const take = () =>
    file ? client.evaluation.importFile({ matter, file }) : client.evaluation.importSet({ matter, path: folder.trim() })
  return (
    <FormDialog
      title={t('evaluation.importing.title')}
      submit={t('frame.buttons.import')}
      missing={isEmpty ? t('evaluation.importing.missing') : null}
      work={take}
      kept={t('evaluation.importing.kept')}
      onDone={({ set }) => onDone(set)}
      onClose={onClose}
    >
      <FormatNote isInMatter={matter !== null} />
      <div className="field">
        <label htmlFor="question-file">{t('evaluation.importing.file')}</label>
        <input
          id="question-file"
          type="file"
          accept=".jsonl,.csv,.tsv,.json"
          onChange={({ target }) => setFile(target.files?.[0] ?? null)}
        />
      </div>
      {file ? null : (
        <PathField
          label={t('evaluation.importing.folder')}
          isFolder
          value={folder}
          onPath={setFolder}
          placeholder={t('evaluation.importing.folderExample')}
        />
      )}
    </FormDialog>
  )
}

function FormatNote({ isInMatter }: { readonly isInMatter: boolean }) {
  return <p className="soft">{t(isInMatter ? 'evaluation.importing.formatInMatter' : 'evaluation.importing.format')}</p>
}
