import { useId, useState } from 'react'
import { t, texts } from '../../wording/translate.ts'
import { Segments, Toggle } from '../parts/choices.tsx'
import { FieldChoice } from '../parts/field-choice.tsx'
import { TextField } from '../parts/text-field.tsx'
import { languageNames } from '../state/language.ts'
import { useShell } from '../state/shell-context.ts'

const TEXT_SIZES = { small: 0.9, normal: 1, large: 1.15, larger: 1.3, largest: 1.5 } as const
type TextSize = keyof typeof TEXT_SIZES
const SIZE_NAMES = Object.keys(TEXT_SIZES) as TextSize[]

/** Your name, how the window looks, and whether single letters act as commands. */
export function YouSettings() {
  const { settings, changeSettings } = useShell()
  const [name, setName] = useState(settings.userName)
  return (
    <>
      <section aria-label={t('settings.you.title')}>
        <TextField
          label={t('settings.you.name')}
          value={name}
          autoComplete="name"
          onText={setName}
          onBlur={() => name !== settings.userName && void changeSettings({ userName: name.trim() })}
          hint={t('settings.you.nameHint')}
        />
      </section>
      <div className="rule-top">
        <FieldChoice />
      </div>
      <Appearance />
      <SingleKeys />
    </>
  )
}

function Appearance() {
  const { settings, changeSettings } = useShell()
  const size = SIZE_NAMES.find((one) => TEXT_SIZES[one] === settings.textScale) ?? 'normal'
  const languages = { system: t('settings.appearance.systemLanguage'), ...languageNames() }
  return (
    <section className="rule-top stack-4 start-items" aria-label={t('settings.appearance.title')}>
      <Choice
        label={t('settings.appearance.language')}
        value={settings.language in languages ? settings.language : 'system'}
        choices={languages}
        onChange={(language: string) => void changeSettings({ language })}
      />
      <Choice
        label={t('settings.appearance.theme')}
        value={settings.appearance}
        choices={texts('settings.appearance.themes')}
        onChange={(appearance) => void changeSettings({ appearance })}
      />
      <Choice<TextSize>
        label={t('settings.appearance.textSize')}
        value={size}
        choices={texts('settings.appearance.textSizes')}
        onChange={(chosen) => void changeSettings({ textScale: TEXT_SIZES[chosen] })}
      />
    </section>
  )
}

type ChoiceProps<T extends string> = {
  readonly label: string
  readonly value: T
  readonly choices: Readonly<Record<T, string>>
  readonly onChange: (value: T) => void
}

/** A setting with few choices, below its words. */
function Choice<T extends string>({ label, ...choice }: ChoiceProps<T>) {
  const id = useId()
  return (
    <div className="field">
      <span className="label" id={id}>
        {label}
      </span>
      <Segments<T> labelledBy={id} {...choice} />
    </div>
  )
}

function SingleKeys() {
  const { settings, changeSettings } = useShell()
  const id = useId()
  return (
    <section className="rule-top stack-2" aria-labelledby={id}>
      <h2 className="h flush" id={id}>
        {t('settings.singleKeys.title')}
        <Toggle
          labelledBy={id}
          isOn={settings.singleKeys}
          onChange={(singleKeys) => void changeSettings({ singleKeys })}
        />
        <span className="soft">{settings.singleKeys ? t('settings.singleKeys.on') : t('settings.singleKeys.off')}</span>
      </h2>
      <p className="soft">{t('settings.singleKeys.hint')}</p>
    </section>
  )
}
