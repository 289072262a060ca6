import { Switch } from 'radix-ui'

type Props = {
  readonly labelledBy: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** A switch that acts at once. */
export function Toggle({ labelledBy, isOn, onChange }: Props) {
  return (
    <Switch.Root className="switch" checked={isOn} onCheckedChange={onChange} aria-labelledby={labelledBy}>
      <Switch.Thumb />
    </Switch.Root>
  )
}
