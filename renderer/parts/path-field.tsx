import { useId } from 'react'
import { TextField } from './text-field.tsx'

type Props = {
  readonly label: string
  readonly value: string
  readonly onPath: (path: string) => void
  readonly placeholder?: string
}

/** A file of this computer: chosen under Electron, typed in a browser, which tells no paths. */
export function PathField({ label, value, onPath, placeholder }: Props) {
  const { host } = window
  const id = useId()
  if (!host)
    return (
      <TextField
        label={label}
        value={value}
        onText={onPath}
        hint="A browser tells no paths, so it has to be typed or pasted."
        {...(placeholder ? { placeholder } : {})}
      />
    )
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) onPath(host.pathFor(file))
        }}
      />
      <span className="small muted">{value}</span>
    </div>
  )
}
