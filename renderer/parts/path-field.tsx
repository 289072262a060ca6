import { useId } from 'react'
import { t } from '../../wording/translate.ts'
import { TextField } from './text-field.tsx'

type Props = {
  readonly label: string
  readonly value: string
  readonly onPath: (path: string) => void
  readonly placeholder?: string
  readonly isFolder?: boolean
}

/** A file or folder of this computer: chosen under Electron, typed in a browser, which tells no paths. */
export function PathField({ label, value, onPath, placeholder, isFolder = false }: Props) {
  const { host } = window
  const id = useId()
  if (!host)
    return (
      <TextField
        label={label}
        value={value}
        onText={onPath}
        hint={t('frame.typedPath')}
        {...(placeholder ? { placeholder } : {})}
      />
    )
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        {...(isFolder ? WHOLE_FOLDERS : {})}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) onPath(rootPath(host.pathFor(file), file.webkitRelativePath || ''))
        }}
      />
      <span className="small muted">{value}</span>
    </div>
  )
}

/** The chosen folder itself, so that documents keep their paths below it; a single file stays what it is. */
export function rootPath(path: string, relativePath: string): string {
  const folderLength = relativePath.indexOf('/')
  return folderLength < 0 ? path : path.slice(0, path.length - (relativePath.length - folderLength))
}

/** Makes a file input choose folders; React's types do not know it. */
export const WHOLE_FOLDERS = { webkitdirectory: '' }
