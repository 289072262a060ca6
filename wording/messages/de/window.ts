import type { WINDOW as ENGLISH } from '../en/window.ts'
import type { Translation } from '../../translate.ts'

export const WINDOW: Translation<typeof ENGLISH> = {
  name: 'Consilium',
  skip: 'Zum Inhalt springen',
  opening: 'Consilium wird geöffnet.',
  openingMatters: 'Ihre Akten werden geöffnet.',
  places: {
    matters: 'Akten',
    ask: 'Fragen',
    library: 'Dokumente',
    facts: 'Angaben & Rechner',
    opinion: 'Zweitmeinung',
    drafts: 'Entwürfe',
    knowledge: 'Merksätze',
    evaluation: 'Qualität',
    ledger: 'Prüfprotokoll',
    settings: 'Einstellungen',
  },
  copying: {
    selectFirst: 'Zuerst Wörter auswählen',
    copied: 'Kopiert',
    notCopied: 'Nicht kopiert: Die Zwischenablage ist nicht zugänglich',
  },
  connection: {
    startedAgain: 'der Programmkern wurde neu gestartet',
    gone: 'der Programmkern läuft nicht mehr',
    noAddress: 'Öffnen Sie die vollständige Adresse, die Consilium dort anzeigt, wo es gestartet wurde.',
    usedAddress:
      'Diese Adresse wurde schon verwendet. Öffnen Sie die neue, die Consilium dort anzeigt, wo es gestartet wurde, oder kehren Sie in das Fenster zurück, in dem sie verwendet wurde.',
  },
  failure: {
    unforeseen: 'Etwas Unerwartetes ist schiefgegangen.',
    wrongForm: 'Die Eingabe hat nicht die erwartete Form.',
    nothingChanged: 'Es wurde nichts geändert.',
    tryAgain: 'Versuchen Sie es noch einmal. Geschieht es wieder, starten Sie Consilium neu.',
    engineStopped: 'Der Programmkern wurde beendet ({reason}).',
    notKnown: 'Ob es noch ausgeführt wurde, ist nicht bekannt.',
    restarting: 'Er wird neu gestartet.',
    noAnswer: 'Consilium antwortet nicht.',
    startAgain: 'Wenn es geschlossen wurde, starten Sie es neu.',
    thenTryAgain: 'Versuchen Sie es gleich noch einmal.',
    thenLook: 'Sehen Sie gleich nach, ob es ausgeführt wurde, und versuchen Sie es andernfalls noch einmal.',
  },
  errors: {
    WRONG_USE: {
      happened: 'Das ist mit diesen Eingaben nicht möglich.',
      todo: 'Prüfen Sie Ihre Eingaben und versuchen Sie es dann noch einmal.',
    },
    NOT_FOUND: {
      happened: 'Es wurde nicht gefunden.',
      todo: 'Vielleicht wurde es verschoben oder gelöscht. Öffnen Sie die Liste erneut und wählen Sie dort.',
    },
    ALREADY_EXISTS: { happened: 'Dieser Name ist vergeben.', todo: 'Wählen Sie einen anderen Namen.' },
    LOCKED: { happened: 'Consilium ist gesperrt.', todo: 'Entsperren Sie es und versuchen Sie es dann noch einmal.' },
    WRONG_KEY: {
      happened: 'Diese Passphrase oder dieser Schlüssel passt nicht.',
      todo: 'Versuchen Sie es noch einmal, oder verwenden Sie den Wiederherstellungsschlüssel.',
    },
    NO_MODEL: {
      happened: 'Dafür fehlt ein Modell.',
      todo: 'Wählen Sie in den Einstellungen ein Modell. Textstellen werden auch ohne Modell gefunden.',
    },
    OFFLINE: {
      happened: 'Das Netzwerk ist ausgeschaltet.',
      todo: 'Schalten Sie unten links das Netzwerk ein, oder verwenden Sie eine Datei von diesem Computer.',
    },
    NO_CONSENT: {
      happened: 'Es wurde nichts gesendet: Genau dieser Text ist nicht freigegeben.',
      todo: 'Lesen Sie den ausgehenden Text und geben Sie ihn erneut frei.',
    },
    IN_USE: {
      happened: 'Es wird gerade anderweitig verwendet.',
      todo: 'Warten Sie, bis das beendet ist, oder schließen Sie das andere Fenster von Consilium, und versuchen Sie es dann noch einmal.',
    },
    DAMAGED: {
      happened: 'Eine gespeicherte Datei ist beschädigt.',
      todo: 'Um sie zurückzuholen, stellen Sie eine Sicherung in einem leeren Ordner wieder her.',
    },
    NO_SPACE: {
      happened: 'Der Speicherplatz reicht nicht.',
      todo: 'Schaffen Sie Platz und versuchen Sie es dann noch einmal.',
    },
    READ_ONLY: {
      happened: 'Der Ordner mit Ihren Daten ist schreibgeschützt.',
      todo: 'Heben Sie den Schreibschutz auf, oder kopieren Sie den Ordner auf einen beschreibbaren Datenträger und öffnen Sie die Kopie.',
    },
    FETCH_FAILED: {
      happened: 'Die Datei konnte nicht heruntergeladen werden.',
      todo: 'Versuchen Sie es noch einmal; es geht dort weiter, wo es abgebrochen ist.',
    },
    NOT_ENOUGH_MEMORY: {
      happened: 'Der freie Arbeitsspeicher reicht nicht.',
      todo: 'Schließen Sie andere Programme, oder wählen Sie in den Einstellungen ein kleineres Modell.',
    },
    TOO_LONG: {
      happened: 'Der Text ist zu lang für das Modell.',
      todo: 'Kürzen Sie den Text, wählen Sie weniger Dokumente oder in den Einstellungen ein größeres Modell.',
    },
    PROCESS_LOST: {
      happened: 'Ein Teil des Programms wurde beendet.',
      todo: 'Er startet von selbst neu. Versuchen Sie es gleich noch einmal.',
    },
  },
  pages: {
    page: 'Seite {page}',
    sheet: 'Tabellenblatt {page}',
    slide: 'Folie {page}',
    chapter: 'Kapitel {page}',
    titledChapter: 'Kapitel {page}, {title}',
  },
  shortPages: {
    page: 'S.\u00A0{page}',
    sheet: 'Tabellenblatt {page}',
    slide: 'Folie {page}',
    chapter: 'Kapitel {page}',
  },
  damagedPasswords: 'Nicht angezeigt, weil Passwörter darin sein können.',
  damaged: {
    answer:
      '{count, plural, one {# Antwort ist beschädigt und kann nicht angezeigt werden. Ihr Wortlaut ist erhalten.} other {# Antworten sind beschädigt und können nicht angezeigt werden. Ihr Wortlaut ist erhalten.}}',
    opinion:
      '{count, plural, one {# Zweitmeinung ist beschädigt und kann nicht angezeigt werden. Ihr Wortlaut ist erhalten.} other {# Zweitmeinungen sind beschädigt und können nicht angezeigt werden. Ihr Wortlaut ist erhalten.}}',
    'outgoing text':
      '{count, plural, one {# ausgehender Text ist beschädigt und kann nicht angezeigt werden. Sein Wortlaut ist erhalten.} other {# ausgehende Texte sind beschädigt und können nicht angezeigt werden. Ihr Wortlaut ist erhalten.}}',
    decision:
      '{count, plural, one {# Entscheidung ist beschädigt und kann nicht angezeigt werden. Ihr Wortlaut ist erhalten.} other {# Entscheidungen sind beschädigt und können nicht angezeigt werden. Ihr Wortlaut ist erhalten.}}',
    correction:
      '{count, plural, one {# Berichtigung ist beschädigt und kann nicht angezeigt werden. Ihr Wortlaut ist erhalten.} other {# Berichtigungen sind beschädigt und können nicht angezeigt werden. Ihr Wortlaut ist erhalten.}}',
    suggestion:
      '{count, plural, one {# Vorschlag ist beschädigt und kann nicht angezeigt werden. Sein Wortlaut ist erhalten.} other {# Vorschläge sind beschädigt und können nicht angezeigt werden. Ihr Wortlaut ist erhalten.}}',
    pseudonym:
      '{count, plural, one {# Pseudonym ist beschädigt und kann nicht angezeigt werden. Sein Wortlaut ist erhalten.} other {# Pseudonyme sind beschädigt und können nicht angezeigt werden. Ihr Wortlaut ist erhalten.}}',
    setting:
      '{count, plural, one {# Einstellung ist beschädigt und kann nicht angezeigt werden. Ihr Wortlaut ist erhalten.} other {# Einstellungen sind beschädigt und können nicht angezeigt werden. Ihr Wortlaut ist erhalten.}}',
    fact: '{count, plural, one {# Angabe ist beschädigt und kann nicht angezeigt werden. Ihr Wortlaut ist erhalten.} other {# Angaben sind beschädigt und können nicht angezeigt werden. Ihr Wortlaut ist erhalten.}}',
    draft:
      '{count, plural, one {# Prüfung eines Entwurfs ist beschädigt und kann nicht angezeigt werden. Ihr Wortlaut ist erhalten; prüfen Sie den Entwurf erneut.} other {# Prüfungen von Entwürfen sind beschädigt und können nicht angezeigt werden. Ihr Wortlaut ist erhalten; prüfen Sie die Entwürfe erneut.}}',
    'question set':
      '{count, plural, one {# Fragenkatalog ist beschädigt und kann nicht angezeigt werden. Sein Wortlaut ist erhalten.} other {# Fragenkataloge sind beschädigt und können nicht angezeigt werden. Ihr Wortlaut ist erhalten.}}',
    question:
      '{count, plural, one {# Frage ist beschädigt und kann nicht angezeigt werden. Ihr Wortlaut ist erhalten.} other {# Fragen sind beschädigt und können nicht angezeigt werden. Ihr Wortlaut ist erhalten.}}',
    run: '{count, plural, one {# Durchlauf ist beschädigt und kann nicht angezeigt werden. Sein Wortlaut ist erhalten.} other {# Durchläufe sind beschädigt und können nicht angezeigt werden. Ihr Wortlaut ist erhalten.}}',
    result:
      '{count, plural, one {# Ergebnis ist beschädigt und kann nicht angezeigt werden. Sein Wortlaut ist erhalten.} other {# Ergebnisse sind beschädigt und können nicht angezeigt werden. Ihr Wortlaut ist erhalten.}}',
    lesson:
      '{count, plural, one {# Merksatz ist beschädigt und kann nicht angezeigt werden. Sein Wortlaut ist erhalten.} other {# Merksätze sind beschädigt und können nicht angezeigt werden. Ihr Wortlaut ist erhalten.}}',
    provider:
      '{count, plural, one {# Anbieter ist beschädigt und kann nicht angezeigt werden. Sein Wortlaut ist erhalten.} other {# Anbieter sind beschädigt und können nicht angezeigt werden. Ihr Wortlaut ist erhalten.}}',
  },
}
