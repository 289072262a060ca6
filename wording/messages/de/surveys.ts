import type { SURVEYS as ENGLISH } from '../en/surveys.ts'
import type { Translation } from '../../translate.ts'

export const SURVEYS: Translation<typeof ENGLISH> = {
  saveCsv: 'Als CSV speichern',
  goOn: 'Fortsetzen',
  progress: 'Fortschritt',
  opening: 'Die Dokumente werden geöffnet',
  passagesRead: 'Gelesene Textstellen',
  read: '{done, number} von {all, plural, one {# Textstelle} other {# Textstellen}} gelesen',
  readSentence: '{done, number} von {all, plural, one {# Textstelle} other {# Textstellen}} gelesen.',
  notRead: 'Ohne Text und daher nicht enthalten: {documents}.',
  kept: 'Was geschrieben wurde, bleibt erhalten.',
  thenGoOn: 'Wählen Sie dann „Fortsetzen“: Es geht dort weiter, wo es angehalten wurde.',
  chronology: {
    title: 'Chronologie',
    hint: 'Jedes Datum in den Dokumenten mit seinem Satz, Wort für Wort. Es wird kein Modell verwendet.',
    from: 'Von',
    to: 'Bis',
    submit: 'Chronologie erstellen',
    date: 'Datum',
    text: 'Text',
    kept: 'Ihre Dokumente sind unverändert.',
    thenMakeAgain: 'Erstellen Sie sie dann erneut; das dauert einen Moment.',
    lines: '{count, plural, one {# Zeile} other {# Zeilen}}.',
    withoutYear: '{count, plural, one {# Tag ohne Jahr ist} other {# Tage ohne Jahr sind}} nicht aufgenommen.',
    ambiguous:
      '{count, plural, one {# mehrdeutiges Datum (wie 03/05/23) ist} other {# mehrdeutige Daten (wie 03/05/23) sind}} nicht aufgenommen.',
    inHeaders:
      '{count, plural, one {# Datum in Kopf- und Fußzeilen ist} other {# Daten in Kopf- und Fußzeilen sind}} nicht aufgenommen.',
  },
  source: {
    title: 'Quelle',
    hint: 'Wählen Sie eine Quelle. Ihre Seite erscheint hier, die Wörter sind markiert.',
    cited: 'Zitiert',
    short: 'Quelle',
    openShort: 'Quelle: {place}',
    open: '{short}, Quelle: {place}',
    quote: '„{quote}“',
  },
  summary: {
    title: 'Zusammenfassung',
    none: 'Es wurde noch kein Dokument eingelesen.',
    document: 'Dokument',
    submit: 'Zusammenfassen',
    quote: '„{quote}“',
    lines: '{count, plural, one {# Zeile} other {# Zeilen}}, davon {quoted, number} im Wortlaut des Dokuments.',
    quotedLines:
      '{count, plural, one {# Zeile} other {# Zeilen}}. Es wurde kein Modell verwendet: Wortlaut des Dokuments.',
    withoutText: '{count, plural, one {# Seite} other {# Seiten}} ohne Text.',
  },
  table: {
    title: 'Tabelle',
    questions: 'Fragen, eine je Zeile: Jede wird an jedes Dokument einzeln gestellt',
    submit: 'Tabelle erstellen',
    onlyDocuments: 'Nur Dokumente, die mit der Frage gewählt wurden: {documents}.',
    allDocuments: 'Alle Dokumente',
    document: 'Dokument',
    cells:
      '{cells, plural, one {# Zelle} other {# Zellen}}: {uncertain, number} nicht bestätigt, {notFound, number} nicht gefunden.',
    notWritten: 'noch nicht geschrieben',
    notFound: 'nicht gefunden',
    instead: '<small>{source}:</small> „{words}“',
    doubt: '({doubt})',
  },
}
