import type { Translation } from '../../translate.ts'
import type { HIGHLIGHTS as ENGLISH } from '../en/highlights.ts'

export const HIGHLIGHTS: Translation<typeof ENGLISH> = {
  title: 'Notizen und Markierungen',
  found: 'In Notizen und Markierungen gefunden',
  add: 'Markieren',
  selectHint: 'Wählen Sie Wörter auf der Seite aus und dann „Markieren“.',
  made: 'Markiert: „{words}“',
  noNote: 'Ohne Notiz',
  place: 'Zu {place}',
  placeInText: 'Zur Textstelle',
  paper: { title: 'Notizen und Markierungen: {matter}', evidence: 'Als Beleg vorgemerkt' },
  lost: 'Nicht mehr im Dokument',
  lostHint: 'Diese Wörter stehen nicht in der jetzigen Fassung. Ihre Notiz bleibt erhalten.',
  evidence: 'Als Beleg verwenden',
  note: 'Notiz',
  addNote: 'Notiz hinzufügen',
  editNote: 'Notiz bearbeiten',
  save: 'Notiz speichern',
  remove: 'Markierung entfernen',
  removal: {
    title: 'Diese Markierung entfernen?',
    whatGoes: 'Die Notiz dazu wird mitgelöscht: „{note}“',
  },
  kept: 'Die Markierung ist unverändert.',
  notAdded: 'Es wurde nichts markiert.',
  exportTitle: 'Notizen und Markierungen exportieren',
  exportHint: 'Die Datei enthält die markierten Wörter mit ihren Seiten und Ihre Notizen. Sie ist nicht verschlüsselt.',
}
