import type { SettingsSection } from '../state/place.ts'

export const SECTION_WORDS: Readonly<Record<SettingsSection, string>> = {
  models: 'Models',
  references: 'References',
  providers: 'Providers',
  privacy: 'Privacy',
  encryption: 'Encryption',
  backup: 'Backup',
  you: 'You and appearance',
  data: 'Data',
}
