import { RadioGroup, Switch } from 'radix-ui'
import { useRef } from 'react'

/** The words for all choices together, or the id of those that are seen beside them, which would else be read twice. */
type Labelled =
  | { readonly label: string; readonly labelledBy?: never }
  | { readonly labelledBy: string; readonly label?: never }

type Props<T extends string> = Labelled & {
  /** Null: none of them yet. */
  readonly value: T | null
  readonly choices: Readonly<Record<T, string>>
  readonly onChoose: (value: T) => void
  /** Single keys that choose, also what is chosen already. */
  readonly letters?: Readonly<Record<string, T>>
  readonly onLetter?: (value: T) => void
}

/**
 * One of a few choices, side by side, where choosing does something at once: unlike a radio group the arrows only move the
 * focus, so that nothing is chosen on the way. One stop of the tab key.
 */
export function ChoiceButtons<T extends string>({ label, labelledBy, ...props }: Props<T>) {
  const { value, choices, onChoose, letters, onLetter } = props
  const group = useRef<HTMLDivElement>(null)
  const entries = Object.entries<string>(choices) as [T, string][]
  const stop = value ?? entries[0]?.[0]
  const press = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const meant = letters?.[event.key.toLowerCase()]
    if (meant !== undefined) {
      event.preventDefault()
      onLetter?.(meant)
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    const buttons = [...(group.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    const next = buttons[(at + step + buttons.length) % buttons.length]
    if (at < 0 || !next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <div ref={group} className="seg" role="group" aria-label={label} aria-labelledby={labelledBy} onKeyDown={press}>
      {entries.map(([choice, words]) => (
        <button
          key={choice}
          type="button"
          aria-pressed={choice === value}
          data-state={choice === value ? 'checked' : 'unchecked'}
          tabIndex={choice === stop ? 0 : -1}
          onClick={() => (choice === value ? undefined : onChoose(choice))}
        >
          {words}
        </button>
      ))}
    </div>
  )
}

type SegmentsProps<T extends string> = Labelled & {
  readonly value: T
  readonly choices: Readonly<Record<T, string>>
  readonly onChange: (value: T) => void
}

/** One of a few choices, side by side. */
export function Segments<T extends string>({ label, labelledBy, value, choices, onChange }: SegmentsProps<T>) {
  return (
    <RadioGroup.Root
      className="seg"
      aria-label={label}
      aria-labelledby={labelledBy}
      value={value}
      onValueChange={(chosen) => onChange(chosen as T)}
      orientation="horizontal"
    >
      {Object.entries<string>(choices).map(([choice, words]) => (
        <RadioGroup.Item key={choice} value={choice}>
          {words}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}

type ToggleProps = {
  readonly labelledBy: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** A switch that acts at once. */
export function Toggle({ labelledBy, isOn, onChange }: ToggleProps) {
  return (
    <Switch.Root className="switch" checked={isOn} onCheckedChange={onChange} aria-labelledby={labelledBy}>
      <Switch.Thumb />
    </Switch.Root>
  )
}

type CheckBoxProps = {
  readonly isOn: boolean
  readonly isOff?: boolean
  readonly isSmall?: boolean
  readonly onChange: (isOn: boolean) => void
  /** What is so when it is ticked. */
  readonly children: React.ReactNode
}

/** Something that holds or does not, said beside its box. */
export function CheckBox({ isOn, isOff = false, isSmall = false, onChange, children }: CheckBoxProps) {
  return (
    <label className={isSmall ? 'check small' : 'check'}>
      <input type="checkbox" checked={isOn} disabled={isOff} onChange={({ target }) => onChange(target.checked)} />
      {children}
    </label>
  )
}
