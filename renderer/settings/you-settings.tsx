import { useId, useState } from 'react'
import { Segments, Toggle } from '../parts/choices.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useShell } from '../state/shell-context.ts'

/** `1.0`, not `1`: an object puts keys that look like whole numbers first. */
const TEXT_SIZES = { '0.9': 'small', '1.0': 'normal', '1.15': 'large', '1.3': 'larger', '1.5': 'largest' } as const
type TextSize = keyof typeof TEXT_SIZES

/** Your name, how the window looks, and whether single letters act as commands. */
export function YouSettings() {
  const { settings, changeSettings } = useShell()
  const [name, setName] = useState(settings.userName)
  const keys = useId()
  const size = (Object.keys(TEXT_SIZES) as TextSize[]).find((one) => Number(one) === settings.textScale)
  return (
    <>
      <section aria-label="You">
        <TextField
          label="Your name"
          value={name}
          autoComplete="name"
          onText={setName}
          onBlur={() => name !== settings.userName && void changeSettings({ userName: name.trim() })}
          hint="The ledger records it with what you do. It stays on this computer."
        />
      </section>
      <section className="rule-top grid justify-items-start gap-4" aria-label="Appearance">
        <div className="field">
          <span className="label">Light or dark</span>
          <Segments
            label="Light or dark"
            value={settings.appearance}
            choices={{ system: 'as the system', light: 'light', dark: 'dark' }}
            onChange={(appearance) => void changeSettings({ appearance })}
          />
        </div>
        <div className="field">
          <span className="label">Size of the text</span>
          <Segments<TextSize>
            label="Size of the text"
            value={size ?? '1.0'}
            choices={TEXT_SIZES}
            onChange={(chosen) => void changeSettings({ textScale: Number(chosen) })}
          />
        </div>
      </section>
      <section className="rule-top grid gap-2" aria-labelledby={keys}>
        <h2 className="h mb-0" id={keys}>
          Single letters as keys
          <Toggle
            labelledBy={keys}
            isOn={settings.singleKeys}
            onChange={(singleKeys) => void changeSettings({ singleKeys })}
          />
          <span className="soft">{settings.singleKeys ? 'on' : 'off'}</span>
        </h2>
        <p className="soft">
          J and K walk through sentences, [ and ] through sources, / goes to the question box, ? lists all keys. They
          act outside text fields only. Switch them off if you dictate.
        </p>
      </section>
    </>
  )
}
