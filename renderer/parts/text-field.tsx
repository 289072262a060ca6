import { Field } from './field.tsx'

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
