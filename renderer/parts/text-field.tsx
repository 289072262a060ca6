import { useId } from 'react'

type Props = Omit<React.ComponentProps<'input'>, 'onChange' | 'value' | 'id' | 'ref'> & {
  readonly label: string
  readonly value: string
  readonly onText: (text: string) => void
  readonly hint?: string
}

/** A labelled line of text. The browser keeps what is typed in its profile, in plain, unless `autoComplete` is off. */
export function TextField({ label, hint, onText, type = 'text', autoComplete = 'off', ...rest }: Props) {
  const line = { ...rest, type, autoComplete }
  return (
    <Field
      label={label}
      hint={hint}
      renderControl={(control) => <input {...line} {...control} onChange={({ target }) => onText(target.value)} />}
    />
  )
}

type TextAreaProps = {
  readonly label: string
  readonly value: string
  readonly onText: (text: string) => void
  readonly hint?: string
  readonly rows?: number
}

/** A labelled text of several lines, which the browser keeps nowhere. */
export function TextArea({ label, hint, value, onText, rows = 4 }: TextAreaProps) {
  const text = { value, rows, autoComplete: 'off', className: 'read' }
  return (
    <Field
      label={label}
      hint={hint}
      renderControl={(control) => <textarea {...text} {...control} onChange={({ target }) => onText(target.value)} />}
    />
  )
}

type Control = { readonly id: string; readonly 'aria-describedby': string | undefined }

type FieldProps = {
  readonly label: string
  readonly hint: string | undefined
  readonly renderControl: (control: Control) => React.ReactNode
}

/** A label, what it is for, and a hint that is read out with it. */
function Field({ label, hint, renderControl }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {renderControl({ id, 'aria-describedby': hint ? `${id}-hint` : undefined })}
      {hint ? (
        <span className="small muted" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
    </div>
  )
}
