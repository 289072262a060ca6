import { useState } from 'react'

type Look = 'primary' | 'quiet' | 'link'

type Props = Omit<React.ComponentProps<'button'>, 'disabled'> & {
  readonly look?: Look
  readonly isSmall?: boolean
  /** What it began, or what it must not meet, is under way; the place says so. */
  readonly isBusy?: boolean
  /** Why it does nothing now; null: it does. No button is off without one. */
  readonly whyOff?: string | null
  /** The reason stands beside it already. */
  readonly isWhyBeside?: boolean
}

/** A button. One that is off can still be reached; it says why when it is pointed at, and beside itself once it was pressed. */
export function Button({ look, isSmall, isBusy = false, whyOff = null, isWhyBeside = false, ...rest }: Props) {
  const { className = '', onClick, ...attributes } = rest
  const [isPressed, setPressed] = useState(false)
  const isOff = isBusy || whyOff !== null
  const said = isWhyBeside ? null : whyOff
  return (
    <>
      <button
        type="button"
        {...attributes}
        {...(said === null ? {} : { title: said })}
        className={`${kindOf(look, isSmall)} ${className}`.trim()}
        {...(isOff ? { 'aria-disabled': true } : {})}
        onClick={(event) => {
          if (isOff) event.preventDefault()
          else onClick?.(event)
          setPressed(isOff)
        }}
      />
      {isPressed && said !== null ? (
        <span className="small muted" role="status">
          {said}
        </span>
      ) : null}
    </>
  )
}

function kindOf(look: Look | undefined, isSmall = false): string {
  const kind = look === 'link' ? ['link'] : ['btn', look ?? '']
  return [...kind, isSmall ? 'small' : ''].filter(Boolean).join(' ')
}
