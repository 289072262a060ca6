import type { SETTINGS as ENGLISH } from '../en/settings.ts'
import type { Translation } from '../../translate.ts'

export const SETTINGS: Translation<typeof ENGLISH> = {
  title: 'Einstellungen',
  sections: {
    models: 'Modelle',
    references: 'Referenzen',
    providers: 'Anbieter',
    privacy: 'Datenschutz',
    encryption: 'Sperre',
    backup: 'Sicherung',
    you: 'Sie und Darstellung',
    data: 'Daten',
  },
  youTab: '<wide>Sie und </wide>Darstellung',
  importModel: 'Importieren\u00A0…',
  saved: 'Gespeichert',
  you: {
    title: 'Sie',
    name: 'Ihr Name',
    nameHint: 'Er steht im Prüfprotokoll bei dem, was Sie tun, und bleibt auf diesem Computer.',
  },
  field: {
    question: 'In welchem Bereich arbeiten Sie?',
    choices: { medicine: 'Medizin', law: 'Recht', both: 'Beides' },
    hint: 'Rechner, Regeln, Themen und Beispiele Ihres Bereichs kommen zuerst. Ausgeblendet wird nichts; ändern lässt sich das jederzeit in den Einstellungen.',
  },
  appearance: {
    title: 'Darstellung',
    language: 'Sprache',
    systemLanguage: 'System',
    theme: 'Hell oder dunkel',
    themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
    textSize: 'Schriftgröße',
    textSizes: { small: 'Klein', normal: 'Normal', large: 'Groß', larger: 'Sehr groß', largest: 'Maximal' },
  },
  singleKeys: {
    title: 'Tastenkürzel mit einem Buchstaben',
    on: 'Ein',
    off: 'Aus',
    hint: 'J und K gehen durch die Sätze, [ und ] durch die Quellen, / führt zum Fragefeld, ? zeigt alle Kürzel. Sie gelten nur außerhalb von Textfeldern. Schalten Sie sie aus, wenn Sie diktieren.',
  },
  providers: {
    title: 'Anbieter von Zweitmeinungen',
    intro:
      'Ein Modell in der Cloud oder ein größeres auf einem eigenen Server. Es erhält nur Text, den Sie gelesen und freigegeben haben, jedes Mal neu. Beim Einrichten wird keine Verbindung hergestellt.',
    add: 'Anbieter hinzufügen\u00A0…',
    list: 'Anbieter',
    columns: { name: 'Name', address: 'Adresse', account: 'Konto', actions: 'Aktionen' },
    usualAddress: 'Adresse des Anbieters',
    noRetention: 'Aufbewahrung nicht angegeben',
    noAccount: 'Konto nicht angegeben',
    keyEnding: 'Schlüssel endet auf {ending}',
    noKey: 'Kein Schlüssel',
    changeName: '{name} ändern',
    removeName: '{name} entfernen',
    kinds: { 'openai-compatible': 'OpenAI-kompatibler Server', anthropic: 'Anthropic', google: 'Google' },
    test: {
      submit: 'Verbindung prüfen',
      testName: 'Verbindung prüfen: {name}',
      hint: 'Beim Prüfen wird der Schlüssel gesendet und nach der Liste der Modelle gefragt. Aus einer Akte wird nichts gesendet.',
      running: 'Verbindung wird aufgebaut\u00A0…',
      kept: 'Der Anbieter ist unverändert.',
      outcomes: {
        ok: '{host} antwortet, nimmt den Schlüssel an und hat das Modell.',
        'model-not-listed':
          '{host} antwortet und nimmt den Schlüssel an, führt dieses Modell aber nicht. Prüfen Sie den Namen des Modells.',
        'model-unknown':
          '{host} antwortet, aber die Liste der Modelle war nicht zu lesen. Ob das Modell vorhanden ist, ist nicht bekannt.',
        unreachable: '{host} ist nicht erreichbar. Prüfen Sie die Adresse und Ihre Verbindung.',
        key: '{host} nimmt den Schlüssel nicht an. Geben Sie den Schlüssel neu ein.',
        busy: '{host} nimmt zurzeit keine Anfragen an. Versuchen Sie es später noch einmal.',
        server: '{host} meldet einen eigenen Fehler. Versuchen Sie es später noch einmal.',
        'not-found':
          '{host} antwortet, aber nicht unter dieser Adresse. Prüfen Sie das Ende der Adresse; oft lautet es /v1.',
        redirect:
          '{host} verweist auf eine andere Adresse; der Verweis wird nicht befolgt. Geben Sie die heutige Adresse ein.',
        slow: '{host} hat nicht rechtzeitig geantwortet. Prüfen Sie die Adresse, oder versuchen Sie es später noch einmal.',
        other: '{host} gab keine brauchbare Antwort.',
      },
    },
    removal: {
      title: '{name} entfernen?',
      what: 'Adresse und Schlüssel werden hier gelöscht. Zweitmeinungen und ausgehende Texte bleiben in ihren Akten, und das Prüfprotokoll zeigt weiterhin, was gesendet wurde.',
      kept: 'Der Anbieter ist weiterhin eingerichtet.',
    },
  },
  provider: {
    addTitle: 'Anbieter hinzufügen',
    changeTitle: '{name} ändern',
    kept: 'Der Anbieter wurde nicht geändert.',
    name: 'Name',
    namePlaceholder: 'Eigener Server',
    kind: 'Art',
    address: 'Adresse',
    addressOptional: 'Adresse (leer: die des Anbieters)',
    model: 'Modell',
    account: 'Konto',
    accountHint: 'Wem das Konto gehört. Es wird vor dem Senden angezeigt und nie gesendet.',
    retention: 'Aufbewahrung der Daten laut Anbieter',
    retentionHint:
      'Ihre eigene Notiz, zum Beispiel: nach 30 Tagen gelöscht, nicht zum Training verwendet (Bedingungen gelesen am 12. Mai 2026).',
    key: 'Schlüssel, falls der Anbieter einen verlangt',
    keyThere: 'Schlüssel (leer: der bisherige mit der Endung {ending} bleibt)',
    keyHint: 'Auf diesem Computer verschlüsselt, nie wieder angezeigt und nur an diese Adresse gesendet.',
    price: {
      title: 'Preis, falls bekannt (wird nie abgefragt)',
      sent: 'Je Million gesendeter Token',
      received: 'Je Million Token der Antwort',
      currency: 'Währung',
      currencyExample: 'EUR',
    },
    missing: {
      name: 'Geben Sie einen Namen ein.',
      address: 'Geben Sie die Adresse ein.',
      model: 'Geben Sie das Modell ein.',
      price: 'Geben Sie beide Preise als Zahlen ein, oder lassen Sie Preise und Währung leer.',
      currency: 'Geben Sie eine Währung ein, etwa EUR.',
    },
  },
  suggestions: {
    title: 'Wann eine Zweitmeinung vorgeschlagen wird',
    policies: { never: 'Nie', unsure: 'Wenn die Antwort unsicher wirkt', always: 'Unter jeder Antwort' },
    what: 'Ein Vorschlag erscheint unter der Antwort, mit den Gründen und dem Aufwand einer Anfrage. Nichts wird automatisch gesendet oder vorbereitet. Solange das Netzwerk aus ist, und in Akten, aus denen nichts gesendet werden darf, wird nichts vorgeschlagen.',
    topics: 'Themen, zu denen unabhängig von der Antwort eine Zweitmeinung vorgeschlagen wird',
    domains: { medicine: 'Medizin', law: 'Recht' },
    topicsNote:
      'Die Themen stammen aus den genannten Quellen. Die Wörter wurden für Consilium gewählt und nicht mit den Quellen abgeglichen.',
    topicSource: 'Quelle: {source}',
    ownWords: 'Eigene Wörter, eines je Zeile',
    tooManyLines: 'Geben Sie höchstens {count, number} Zeilen ein.',
    lineTooLong: 'Verwenden Sie höchstens {count, number} Zeichen je Zeile.',
  },
  privacy: {
    network: 'Netzwerk',
    networkOn: 'Fragt zuerst',
    networkOff: 'Aus',
    whatIsOn:
      'Nur was Sie freigeben, nutzt das Netzwerk: ein Modell herunterladen, nachdem Sie die Adresse gesehen haben, eine eingebundene Referenzbibliothek aus einem Objektspeicher lesen und einen ausgehenden Text senden, den Sie gelesen und freigegeben haben. Ihre Dokumente und Antworten bleiben hier.',
    whatIsOff:
      'Nichts kann diesen Computer verlassen. Einlesen, Suchen und Antworten funktionieren wie immer. Ausgehende Texte können nicht gesendet werden, und Referenzbibliotheken in einem Objektspeicher werden nicht durchsucht. Ein Modell lässt sich nur herunterladen, wenn Sie diese eine Datei zulassen.',
    neverSent:
      'Kein Konto, keine Nutzungsdaten. Eine neuere Version wird nur gesucht und heruntergeladen, wenn Sie es wünschen.',
    readOver: {
      list: 'Über das Netzwerk gelesen',
      reference: 'Liest {reference} bei {host}, wenn Sie eine Frage stellen. Die Frage wird nicht gesendet.',
    },
    mayLeave: {
      title: 'Was hinausgehen darf',
      what: 'Aus Ihren Akten nur dies: ein ausgehender Text an den darin genannten Anbieter, nachdem Sie genau diesen Text gelesen und freigegeben haben. Er enthält eine Frage und die dafür gewählten Textstellen. Namen, Nummern und Daten werden ersetzt, soweit sie gefunden wurden; identifizierende Angaben können verbleiben. Bilder, Dateinamen, Kommentare und die Liste der Ersetzungen gehen nie hinaus. Das Prüfprotokoll hält jede Sendung vor ihrem Beginn fest, und wie sie endete.',
    },
    byMatter: {
      title: 'Zweitmeinungen je Akte',
      note: 'geht jeder anderen Einstellung vor',
      allowed: 'Erlaubt, jeder Text nach Ihrer Freigabe',
      notAllowed: 'Nicht erlaubt',
      kept: 'Die Einstellung wurde nicht geändert.',
    },
    mirror: {
      title: 'Spiegelserver für Modelle',
      note: 'optional',
      address: 'Adresse (leer: die des Herausgebers)',
    },
  },
  encryption: {
    lockedBy: {
      new: 'Noch nicht gesperrt',
      'key-file': 'Mit einer Schlüsseldatei gesperrt',
      passphrase: 'Mit einer Passphrase gesperrt',
      keychain: 'Mit dem Schlüsselbund gesperrt',
    },
    whatOpens: {
      new: 'Noch ist nichts gesperrt.',
      'key-file':
        'Eine Schlüsseldatei im Datenordner öffnet alles, ohne Passphrase. Wer Ihre Dateien auf diesem Computer lesen kann, kann Ihre Akten lesen. Legen Sie eine Passphrase fest, um das zu ändern.',
      passphrase:
        'Eine Passphrase öffnet alles. Sie ist nirgends gespeichert; ohne sie und ohne den Wiederherstellungsschlüssel ist nichts lesbar.',
      keychain: 'Der Schlüsselbund dieses Computers öffnet alles für jeden, der unter Ihrem Namen angemeldet ist.',
    },
    lockNow: 'Jetzt sperren',
    lockNeedsPassphrase: 'Zum Sperren ist eine Passphrase nötig.',
    lockAfter: 'Bei Untätigkeit sperren nach',
    never: 'Nie',
    minutes: '{count, plural, one {# Minute} other {# Minuten}}',
    appliesLater: 'Gilt, sobald eine Passphrase festgelegt ist.',
    passphrase: {
      set: 'Passphrase festlegen',
      change: 'Passphrase ändern',
      changed: 'Die neue Passphrase gilt jetzt. Die alte öffnet hier nichts mehr.',
      kept: 'Die Sperre wurde nicht geändert.',
    },
    recovery: {
      title: 'Wiederherstellungsschlüssel',
      exists:
        'Es gibt einen Wiederherstellungsschlüssel. Ein neuer macht den alten unbrauchbar. Er wird einmal angezeigt: Drucken Sie ihn aus, und verwahren Sie ihn bei Ihren anderen Schlüsseln.',
      none: 'Es gibt keinen Wiederherstellungsschlüssel. Wenn Sie die Passphrase vergessen, ist er der einzige Weg zurück. Er wird einmal angezeigt: Drucken Sie ihn aus, und verwahren Sie ihn bei Ihren anderen Schlüsseln.',
      make: 'Wiederherstellungsschlüssel erstellen\u00A0…',
      makeNew: 'Neuen Wiederherstellungsschlüssel erstellen\u00A0…',
      kept: 'Die Passphrase öffnet alles wie bisher.',
      ask: 'Neuen Wiederherstellungsschlüssel erstellen?',
      warning:
        'Ihr bisheriger Wiederherstellungsschlüssel gilt sofort nicht mehr. Der neue wird einmal angezeigt; halten Sie Drucker oder Stift bereit.',
      confirm: 'Neuen Schlüssel erstellen',
      shown: 'Wiederherstellungsschlüssel für Consilium',
      what: 'Er öffnet alles, wie die Passphrase. Er ist nirgends gespeichert und kann nicht noch einmal angezeigt werden. Drucken Sie ihn aus oder schreiben Sie ihn ab, und verwahren Sie ihn getrennt von diesem Computer.',
      print: 'Drucken',
      done: 'Ich habe ihn',
    },
  },
  backup: {
    title: 'Alles sichern',
    what: 'Alle Akten und Einstellungen werden in einen Ordner geschrieben, verschlüsselt mit einer eigenen Passphrase der Sicherung, sodass sie sich auf einem anderen Computer öffnen lässt. Modelle gehören nicht dazu. Was Sie später löschen, bleibt in früheren Sicherungen erhalten.',
    folder: 'Ordner',
    missingFolder: 'Geben Sie den Ordner für die Sicherung an.',
    submit: 'Sichern',
    done: '{count, plural, one {# Datei} other {# Dateien}} ({size}) nach {folder} geschrieben.',
    restore: {
      title: 'Wiederherstellen',
      what: 'Eine Sicherung wird nur in einem leeren Datenordner wiederhergestellt, damit nichts überschrieben werden kann. Starten Sie Consilium mit einem neuen Datenordner und wählen Sie dort „Sicherung wiederherstellen“.',
    },
  },
  updates: {
    title: 'Aktualisierungen',
    what: 'Consilium sucht nach einer neueren Version, wenn Sie auf die Schaltfläche klicken. Dazu wird einmal eine Verbindung zu {host} aufgebaut; über Sie oder Ihre Dokumente wird nichts gesendet.',
    check: 'Nach Aktualisierungen suchen',
    checking: 'Suche läuft\u00A0…',
    weekly: 'Auch einmal in der Woche suchen, wenn Consilium entsperrt wird',
    outcomes: {
      newer: 'Version {version} vom {date} ist verfügbar. Sie haben Version {running}.',
      same: 'Version {running} ist die neueste.',
      older: '{host} bietet Version {version} an; sie ist älter als Version {running}. Installieren Sie sie nicht.',
    },
    name: 'Consilium {version}',
    byHand: 'Laden Sie sie von {page} herunter, und installieren Sie sie über diese.',
    from: '{size} von {host}. Verwendet wird sie nur, wenn Größe, Prüfsumme und Signatur des Herausgebers stimmen.',
    download: 'Herunterladen',
    resume: 'Download fortsetzen',
    kept: '{done} von {size} bereits heruntergeladen.',
    ready: 'Version {version} ist heruntergeladen und geprüft.',
    install: 'Installieren',
    openInstaller: 'Installationsprogramm öffnen',
    openFolder: 'Ordner öffnen',
    how: {
      appimage:
        'Nach dem Installieren startet sie beim nächsten Mal anstelle dieser Version. Diese Version wird aufbewahrt, und Ihre Daten werden kopiert, bevor die neue Version sie ändert.',
      deb: 'Das Installationsprogramm Ihres Systems öffnet die Datei und fragt nach der Berechtigung. Ihre Daten werden kopiert, bevor die neue Version sie ändert.',
      installer:
        'Das Installationsprogramm bittet Sie, Consilium zu schließen. Ihre Daten werden kopiert, bevor die neue Version sie ändert.',
      portable:
        'Schließen Sie Consilium, und legen Sie dann die neue Datei an die Stelle derjenigen, die Sie starten. Behalten Sie die alte Datei, um zurückgehen zu können. Ihre Daten werden kopiert, bevor die neue Version sie ändert.',
      dmg: 'Das Festplattenabbild wird geöffnet. Schließen Sie Consilium, und ziehen Sie die neue Version dann in den Ordner „Programme“. Ihre Daten werden kopiert, bevor die neue Version sie ändert.',
    },
    replaced:
      'Installiert. Schließen Sie Consilium, und starten Sie es erneut, um die neue Version zu verwenden. Version {version} wird aufbewahrt.',
    opened: 'An Ihr System übergeben. Die geprüfte Datei ist {path}.',
    previous: 'Version {version} ist aufbewahrt.',
    goBack: 'Zu Version {version} zurückgehen',
    goBackConfirm: {
      title: 'Zu Version {version} zurückgehen?',
      what: 'Version {version} startet beim nächsten Mal. Die neuere Version wird entfernt; um sie wieder zu verwenden, laden Sie sie noch einmal herunter.',
      data: 'Hat die neuere Version Ihre Daten geändert, öffnet Version {version} sie erst, wenn Sie die vorher angelegten Kopien zurückgelegt haben. Was Sie seitdem hinzugefügt haben, fehlt in diesen Kopien.',
      kept: 'Die installierte Version ist unverändert.',
    },
    wentBack: 'Version {version} startet beim nächsten Mal.',
    wentBackData:
      'Version {version} startet beim nächsten Mal. Sie kann Ihre Daten nicht so öffnen, wie die neuere Version sie geändert hat: Legen Sie vor dem Start die Kopien aus {folder} zurück.',
    copies:
      'Bevor die letzte Aktualisierung Ihre Daten geändert hat, wurden sie nach {folder} kopiert ({size}, {date}), verschlüsselt wie das Original. Eine Akte wird kopiert, wenn Sie sie nach einer Aktualisierung zum ersten Mal öffnen.',
  },
  data: {
    title: 'Wo Ihre Daten liegen',
    folder: 'Ordner',
    matters: 'Akten',
    matterCount:
      '{count, plural, =0 {Keine} one {#, in einer eigenen verschlüsselten Datei} other {#, jede in einer eigenen verschlüsselten Datei}}',
    version: 'Version',
    deletion:
      'Nirgendwo sonst wird etwas aufbewahrt. Beim Löschen einer Akte wird zuerst ihr Schlüssel vernichtet. Kopien in älteren Sicherungen bleiben mit der Passphrase der Sicherung lesbar.',
    log: {
      title: 'Prüfprotokoll',
      what: 'Jede Akte hat ein Prüfprotokoll, das Programm ebenso. Lesen und prüfen können Sie beide im <place>Prüfprotokoll</place>.',
    },
  },
}
