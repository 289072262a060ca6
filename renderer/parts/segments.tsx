import { RadioGroup } from 'radix-ui'

type Props<T extends string> = {
  readonly label: string
  readonly value: T
  readonly choices: Readonly<Record<T, string>>
  readonly onChange: (value: T) => void
}

/** One of a few choices, side by side. */
export function Segments<T extends string>({ label, value, choices, onChange }: Props<T>) {
  return (
    <RadioGroup.Root
      className="seg"
      aria-label={label}
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
