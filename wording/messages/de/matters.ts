import type { MATTERS as ENGLISH } from '../en/matters.ts'
import type { Translation } from '../../translate.ts'

export const MATTERS: Translation<typeof ENGLISH> = {
  watched: {
    sample:
      'Ein Beispiel nimmt keine eigenen Dokumente auf, daher wird dieser Ordner nicht mehr überwacht. Dokumente, die aus ihm kamen, bleiben erhalten.',
    missing: 'Der Ordner ist nicht vorhanden oder darf nicht gelesen werden. Es wurde nichts entfernt.',
    notFollowed: 'Der Ordner konnte nicht überwacht werden ({why}).',
    held: '{gone, number} von {known, plural, one {# Datei} other {# Dateien}} sind auf einmal verschwunden. Ihre Dokumente wurden behalten: Bringen Sie die Dateien zurück, oder entfernen Sie die Dokumente.',
  },
  title: 'Akten',
  samples: {
    titles: { 'tenancy-dispute': 'Ein Mietstreit', 'discharge-letter': 'Ein Entlassbrief' },
    subtitles: {
      'tenancy-dispute':
        'Eine Bäckerei will ihr Ladenlokal aufgeben. Die Hausverwaltung hält die Kündigung für verspätet. Unterlagen auf Englisch.',
      'discharge-letter':
        'Herzinsuffizienz mit Nierenschädigung: Entlassbrief, Laborbefund und Notiz der Hausarztpraxis. Unterlagen auf Englisch.',
    },
  },
  count: '{count, plural, one {# Akte} other {# Akten}}',
  import: 'Importieren\u00A0…',
  create: 'Neue Akte\u00A0…',
  none: 'Noch keine Akten.',
  noneHint:
    'Eine Akte enthält die Dokumente, Fragen und Antworten eines Falls und hat ihren eigenen Schlüssel. Legen Sie eine Akte an, oder ziehen Sie Dateien in dieses Fenster.',
  archivedCount: '{count, plural, one {# archivierte Akte} other {# archivierte Akten}}',
  archived: 'Archivierte Akten',
  form: {
    title: 'Neue Akte',
    name: 'Name der Akte',
    subtitle: 'Kurze Beschreibung (optional)',
    example: 'Mietstreit, Gewerberaum',
    submit: 'Anlegen',
    missing: 'Geben Sie einen Namen ein.',
  },
  adding: {
    files: '{count, plural, one {Neue Akte mit # Datei} other {Neue Akte mit # Dateien}}',
    folder: 'Neue Akte mit dem Ordner {folder}',
    items: 'Neue Akte mit {count, number} Objekten',
    existing: 'Oder zu einer Akte hinzufügen',
  },
  table: {
    matter: 'Akte',
    documents: 'Dokumente',
    size: 'Größe',
    created: 'Angelegt',
    actions: 'Aktionen',
    sample: 'Beispiel',
    rename: 'Umbenennen\u00A0…',
    renameMatter: '{matter} umbenennen',
    exportMatter: '{matter} exportieren',
    archive: 'Archivieren',
    archiveMatter: '{matter} archivieren',
    restore: 'Zurückholen',
    restoreMatter: '{matter} zurückholen',
    deleteMatter: '{matter} löschen',
  },
  renaming: {
    title: '{matter} umbenennen',
    submit: 'Umbenennen',
    kept: 'Die Akte behält ihren Namen.',
  },
  exporting: {
    title: '{matter} exportieren',
    hint: 'Die Datei enthält alle Dokumente, Fragen und Antworten, verschlüsselt. Zum Importieren, hier oder auf einem anderen Computer, brauchen Sie ihre Passphrase.',
    missing: 'Geben Sie an, wo die Datei gespeichert werden soll.',
    file: 'Datei mit ihrem Ordner',
    example: '/home/name/akte.consilium',
    done: 'Exportiert',
    written: '{size} wurden nach <path>{file}</path> geschrieben. Nur die zugehörige Passphrase öffnet die Datei.',
  },
  importing: {
    title: 'Akte importieren',
    file: 'Datei mit ihrem Ordner',
    missingFile: 'Wählen Sie zuerst die Datei.',
    passphrase: 'Passphrase der Datei',
    missingPassphrase: 'Geben Sie die Passphrase der Datei ein.',
    busy: 'Die Akte wird importiert.',
    kept: 'Ihre Akten sind unverändert.',
  },
  deleting: {
    title: '{matter} löschen?',
    submit: 'Endgültig löschen',
    missing: 'Geben Sie zuerst den ganzen Namen ein.',
    whatGoes:
      'Zuerst wird der Schlüssel der Akte vernichtet. {count, plural, one {# Dokument} other {# Dokumente}} sowie alle Fragen und Antworten lassen sich hier dann nicht mehr lesen. Frühere Sicherungen oder Exporte können sie noch enthalten. Das Prüfprotokoll des Programms behält einen Eintrag: dass eine Akte gelöscht wurde und wann.',
    name: 'Name der Akte zur Bestätigung',
  },
}
