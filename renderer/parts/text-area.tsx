import { Field } from './field.tsx'

type Props = {
  readonly label: string
  readonly value: string
  readonly onText: (text: string) => void
  readonly hint?: string
  readonly rows?: number
}

/** A labelled text of several lines, which the browser keeps nowhere. */
export function TextArea({ label, hint, value, onText, rows = 4 }: Props) {
  const text = { value, rows, autoComplete: 'off', className: 'read' }
  return (
    <Field
      label={label}
      hint={hint}
      renderControl={(control) => <textarea {...text} {...control} onChange={({ target }) => onText(target.value)} />}
    />
  )
}
