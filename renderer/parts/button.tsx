type Props = Omit<React.ComponentProps<'button'>, 'disabled'> & {
  readonly look?: 'primary' | 'quiet' | 'link'
  readonly isSmall?: boolean
  /** Stays focusable; the reason stands beside it. */
  readonly isOff?: boolean
}

/** A button; one that is off does nothing and can still be reached. */
export function Button({ look, isSmall = false, isOff = false, className = '', onClick, ...rest }: Props) {
  const kind = look === 'link' ? `link ${isSmall ? 'small' : ''}` : `btn ${look ?? ''} ${isSmall ? 'small' : ''}`
  return (
    <button
      type="button"
      {...rest}
      className={`${kind} ${className}`.trim().replace(/\s+/g, ' ')}
      {...(isOff ? { 'aria-disabled': true } : {})}
      onClick={(event) => {
        if (isOff) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}
