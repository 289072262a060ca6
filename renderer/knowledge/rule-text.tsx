import { useEffect, useRef } from 'react'

type Props = {
  readonly yaml: string
  /** A place to go to, both counted from 1; `times` tells one going from the next. */
  readonly goTo: { readonly line: number; readonly column: number; readonly times: number }
  readonly onYaml: (yaml: string) => void
}

/** The rule as it stands in its pack. */
export function RuleText({ yaml, goTo, onYaml }: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (goTo.times === 0 || !area.current) return
    const at = offsetOf(area.current.value, goTo.line, goTo.column)
    area.current.focus()
    area.current.setSelectionRange(at, at)
  }, [goTo])
  return (
    <div className="rule-text">
      <ol aria-hidden="true">
        {yaml.split('\n').map((_, index) => (
          <li key={index}>{index + 1}</li>
        ))}
      </ol>
      <textarea
        ref={area}
        className="mono"
        aria-label="The rule as text"
        spellCheck={false}
        autoComplete="off"
        wrap="off"
        rows={Math.max(8, yaml.split('\n').length + 1)}
        value={yaml}
        onChange={({ target }) => onYaml(target.value)}
      />
    </div>
  )
}

/** Where a line and column stand in a text; what lies beyond it is its end. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n')
  if (line > lines.length) return text.length
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  return before + Math.min(column - 1, lines[line - 1]?.length ?? 0)
}
