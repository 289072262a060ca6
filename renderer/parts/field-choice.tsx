import { useId } from 'react'
import { ChoiceButtons } from './choices.tsx'
import type { ChosenField } from '../../contract/work-field.ts'
import { useShell } from '../state/shell-context.ts'
import { t, texts } from '../../wording/translate.ts'

type Props = { readonly onChosen?: (field: NonNullable<ChosenField>) => void }

/** What the user works in, which decides what is shown first and leaves nothing out. */
export function FieldChoice({ onChosen }: Props) {
  const { settings, changeSettings } = useShell()
  const id = useId()
  return (
    <div className="field">
      <span className="label" id={id}>
        {t('settings.field.question')}
      </span>
      <ChoiceButtons
        labelledBy={id}
        value={settings.field}
        choices={texts('settings.field.choices')}
        onChoose={(field) => {
          void changeSettings({ field })
          onChosen?.(field)
        }}
      />
      <span className="small muted">{t('settings.field.hint')}</span>
    </div>
  )
}
