import type { START as ENGLISH } from '../en/start.ts'
import type { Translation } from '../../translate.ts'

export const START: Translation<typeof ENGLISH> = {
  disclaimer:
    'Consilium ist kein Medizinprodukt und erteilt keinen Rechtsrat. Es zeigt, woher jeder Satz stammt, damit Sie ihn prüfen können.',
  protect: {
    title: 'Schützen Sie Ihre Daten',
    hint: 'Alles, was Sie hinzufügen, wird auf diesem Computer verschlüsselt, jede Akte mit einem eigenen Schlüssel. Eine Passphrase schützt diese Schlüssel. Kein Konto, kein Netzwerk.',
    withPassphrase: 'Passphrase <soft>empfohlen</soft>',
    passphraseHint:
      'Sie geben sie bei jedem Start ein. Sie wird nirgends gespeichert: Wenn Sie sie vergessen, öffnet nur ein Wiederherstellungsschlüssel, den Sie später drucken können, Ihre Akten.',
    submit: 'Diese Passphrase verwenden',
    notNow: 'Jetzt nicht',
    inKeychain:
      'Der Schlüsselbund dieses Computers bewahrt den Schlüssel auf. Wer unter Ihrem Namen angemeldet ist, kann Ihre Akten öffnen.',
    inFile:
      'Eine Schlüsseldatei neben Ihren Daten öffnet sie. Ihre Akten sind dann so sicher wie Ihr Konto auf diesem Computer: Wer Ihre Dateien lesen kann, kann auch die Akten lesen, und ein gestohlener Datenträger ist lesbar, wenn er nicht als Ganzes verschlüsselt ist.',
    setLater: 'Eine Passphrase können Sie jederzeit in den Einstellungen festlegen.',
    moving: 'Ziehen Sie von einem anderen Computer um?',
    restore: 'Sicherung wiederherstellen\u00A0…',
  },
  restore: {
    title: 'Sicherung wiederherstellen',
    submit: 'Wiederherstellen',
    folder: 'Ordner der Sicherung',
    missingFolder: 'Wählen Sie zuerst den Ordner.',
    passphrase: 'Passphrase der Sicherung',
    missingPassphrase: 'Geben Sie die Passphrase der Sicherung ein.',
    hint: 'Von da an öffnet sie Consilium auch auf diesem Computer.',
    busy: 'Wird wiederhergestellt. Die Sicherung wird gelesen und geprüft.',
    kept: 'Die Sicherung ist unverändert.',
  },
  locked: {
    title: 'Consilium ist gesperrt.',
    afterCrash:
      'Der Programmkern wurde beendet und neu gestartet; danach ist immer Ihre Passphrase nötig. Alles Gespeicherte ist erhalten.',
    passphrase: 'Passphrase',
    unlock: 'Entsperren',
    opening: 'Wird geöffnet. Das dauert absichtlich einen Moment.',
    hint: 'Geben Sie Ihre Passphrase ein.',
    nothingChanged: 'Es wurde nichts geändert.',
    useRecoveryKey: 'Wiederherstellungsschlüssel verwenden\u00A0…',
  },
  recovery: {
    title: 'Mit dem Wiederherstellungsschlüssel öffnen',
    submit: 'Neue Passphrase festlegen',
    missing: 'Geben Sie den Wiederherstellungsschlüssel ein, den Sie gedruckt haben.',
    key: 'Wiederherstellungsschlüssel, wie gedruckt',
  },
  welcome: {
    title: 'Willkommen bei Consilium',
    askNow: 'Sie können die erste Frage jetzt stellen. Kein Konto, kein Modell, kein Netzwerk.',
    hint: '„{matter}“ ist eine Beispielakte mit erfundenen Dokumenten. Ohne Modell erhalten Sie die Textstellen, die Ihre Frage betreffen. Mit einem Modell erhalten Sie außerdem eine ausformulierte Antwort, in der jeder Satz seine Quelle nennt.',
    questionAbout: 'Frage zu {matter}',
    ask: 'Fragen Sie in eigenen Worten',
    ownDocuments: 'Mit eigenen Dokumenten beginnen',
    ownHint:
      'Fügen Sie Dateien hinzu, oder ziehen Sie sie in dieses Fenster. Für diese Dateien wird eine eigene Akte angelegt; die Beispielakte bleibt, wie sie ist. Jede Akte hat ihren eigenen Schlüssel; wird die Akte gelöscht, wird der Schlüssel vernichtet.',
  },
  models: {
    title:
      'Wählen Sie ein Modell <soft>für diesen Computer: {cores, plural, one {# Kern} other {# Kerne}}, {memory}, {graphics}</soft>',
    noGraphics: 'keine Grafikkarte',
    file: 'Eine Datei, die Sie haben',
    fileHint: 'Eine Modelldatei von einem Datenträger; nichts wird heruntergeladen',
    import: 'Importieren\u00A0…',
    howDownloaded:
      'Vor dem Herunterladen zeigt Consilium die Adresse. Es verwendet das Netzwerk nur für diese eine Datei und setzt fort, wenn die Verbindung abbricht.',
    all: 'Alle Modelle',
    fitsBest: 'passt am besten',
    installed: 'installiert',
    download: 'Herunterladen\u00A0…',
    downloadModel: '{model} herunterladen',
  },
}
