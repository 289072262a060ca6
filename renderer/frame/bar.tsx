type Props = {
  readonly title: string
  readonly sub?: React.ReactNode
  readonly children?: React.ReactNode
  readonly middle?: React.ReactNode
}

/** The head of the work column: the one `h1` of the screen, a word about it, its actions at the end. */
export function Bar({ title, sub, middle, children }: Props) {
  return (
    <header className="bar">
      <h1 tabIndex={-1}>{title}</h1>
      {sub ? <span className="sub">{sub}</span> : null}
      {middle}
      <div className="end">{children}</div>
    </header>
  )
}
