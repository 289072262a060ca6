import { useId } from 'react'

type Props = Omit<React.ComponentProps<'input'>, 'onChange' | 'value' | 'id' | 'ref'> & {
  readonly label: string
  readonly value: string
  readonly onText: (text: string) => void
  readonly hint?: string
}

/** A labelled line of text. The browser keeps what is typed in its profile, in plain, unless `autoComplete` is off. */
export function TextField({ label, value, onText, hint, type = 'text', autoComplete = 'off', ...rest }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        id={id}
        type={type}
        autoComplete={autoComplete}
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
