import { Tabs } from 'radix-ui'
import { useState } from 'react'
import { t, texts } from '../../wording/translate.ts'
import { Bar } from '../frame/bar.tsx'
import { useKeys } from '../keys/use-keys.ts'
import { ComputerColumn } from '../models/computer-column.tsx'
import { useModels } from '../models/model-table.tsx'
import { ImportModel, Models } from '../models/models.tsx'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { ReferenceSettings } from '../references/reference-settings.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { SETTINGS_SECTIONS, type SettingsSection } from '../state/place.ts'
import { useShell } from '../state/shell-context.ts'
import { BackupSettings, DataSettings } from './data-settings.tsx'
import { EncryptionSettings } from './encryption-settings.tsx'
import { PrivacySettings } from './privacy-settings.tsx'
import { ProviderSettings } from './provider-settings.tsx'
import { SuggestionSettings } from './suggestion-settings.tsx'
import { YouSettings } from './you-settings.tsx'

/** Whom to ask, and when it is suggested. */
function SecondOpinionSettings() {
  return (
    <>
      <ProviderSettings />
      <SuggestionSettings />
    </>
  )
}

const SECTIONS = {
  references: ReferenceSettings,
  providers: SecondOpinionSettings,
  privacy: PrivacySettings,
  encryption: EncryptionSettings,
  backup: BackupSettings,
  you: YouSettings,
  data: DataSettings,
} as const satisfies Readonly<Record<Exclude<SettingsSection, 'models'>, React.ComponentType>>

/** Settings, a tab for each subject. */
export function Settings() {
  const { place, replace } = useNavigation()
  const { section } = place
  const models = useModels()
  const [selected, setSelected] = useState<string | null>(null)
  const [isImporting, setImporting] = useState(false)
  const { settings } = useShell()
  const sections = texts('settings.sections')
  useKeys({ Escape: () => setSelected(null) }, settings.singleKeys)
  const model =
    models.value?.models.find(({ id }) => id === selected) ??
    models.value?.models.find(({ fit }) => fit.verdict === 'no')
  return (
    <>
      <Tabs.Root asChild value={section} onValueChange={(chosen) => replace({ section: chosen as SettingsSection })}>
        <main className="work" id="work" tabIndex={-1}>
          <Bar
            title={sections[section]}
            middle={
              <Tabs.List className="tabs" aria-label={t('settings.title')}>
                {SETTINGS_SECTIONS.map((one) => (
                  <Tabs.Trigger key={one} value={one}>
                    {one === 'you' ? <YouWords /> : sections[one]}
                  </Tabs.Trigger>
                ))}
              </Tabs.List>
            }
          >
            {section === 'models' ? (
              <Button isSmall onClick={() => setImporting(true)}>
                {t('settings.importModel')}
              </Button>
            ) : null}
          </Bar>
          <Tabs.Content value="models" className="col full">
            <FailureNote failure={models.failure} />
            <Models list={models.value} selected={selected} onSelect={setSelected} />
          </Tabs.Content>
          {Object.entries(SECTIONS).map(([name, Content]) => (
            <Tabs.Content key={name} value={name} className="col">
              <div className="stack-8">
                <Content />
              </div>
            </Tabs.Content>
          ))}
        </main>
      </Tabs.Root>
      {section === 'models' && models.value ? (
        <ComputerColumn
          computer={models.value.computer}
          model={model}
          isOpened={selected !== null}
          onMeasure={models.reload}
          onClose={() => setSelected(null)}
        />
      ) : null}
      {isImporting ? <ImportModel onClose={() => setImporting(false)} /> : null}
    </>
  )
}

/** Short where all tabs would not find room. */
function YouWords() {
  return t.rich('settings.youTab', {
    wide: (words) => <span className="hide-narrow keep-space">{words}</span>,
  })
}
