import { useId } from 'react'

type Props = {
  readonly label: string
  readonly value: string
  readonly onText: (text: string) => void
  readonly hint?: string
  readonly rows?: number
}

/** A labelled text of several lines. The browser keeps what is typed in its profile, in plain, unless `autoComplete` is off. */
export function TextArea({ label, value, onText, hint, rows = 4 }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        autoComplete="off"
        className="read"
        value={value}
        onChange={(event) => onText(event.target.value)}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      {hint ? (
        <span className="small muted" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
    </div>
  )
}
