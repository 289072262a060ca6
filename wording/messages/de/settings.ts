import type { SETTINGS as ENGLISH } from '../en/settings.ts'
import type { Translation } from '../../translate.ts'

export const SETTINGS: Translation<typeof ENGLISH> = {
  you: {
    title: 'Sie',
    name: 'Ihr Name',
    nameHint: 'Er steht im Prüfprotokoll bei dem, was Sie tun, und bleibt auf diesem Rechner.',
  },
  appearance: {
    title: 'Darstellung',
    language: 'Sprache',
    systemLanguage: 'System',
    theme: 'Hell oder dunkel',
    themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
    textSize: 'Schriftgröße',
    textSizes: { small: 'Klein', normal: 'Normal', large: 'Groß', larger: 'Größer', largest: 'Am größten' },
  },
  singleKeys: {
    title: 'Tastenkürzel aus einem Buchstaben',
    on: 'Ein',
    off: 'Aus',
    hint: 'J und K gehen durch die Sätze, [ und ] durch die Quellen, / führt zum Fragefeld, ? zeigt alle Kürzel. Sie gelten nur außerhalb von Textfeldern. Schalten Sie sie aus, wenn Sie diktieren.',
  },
}
