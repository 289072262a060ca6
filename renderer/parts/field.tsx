import { useId } from 'react'

type Control = { readonly id: string; readonly 'aria-describedby': string | undefined }

type Props = {
  readonly label: string
  readonly hint: string | undefined
  readonly renderControl: (control: Control) => React.ReactNode
}

/** A label, what it is for, and a hint that is read out with it. */
export function Field({ label, hint, renderControl }: Props) {
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
