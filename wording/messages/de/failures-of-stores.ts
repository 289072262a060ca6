import type { FAILURES_OF_STORES as ENGLISH } from '../en/failures-of-stores.ts'
import type { Translation } from '../../translate.ts'

export const FAILURES_OF_STORES: Translation<typeof ENGLISH> = {
  updates: {
    noAddress:
      'Diese Kopie wurde ohne Adresse für Aktualisierungen erstellt und kann deshalb nicht danach suchen. Es wurde keine Verbindung aufgebaut. Um zu aktualisieren, installieren Sie eine neuere Version über diese. Ihre Daten bleiben, wo sie sind.',
    offline:
      'Das Netzwerk ist ausgeschaltet. Es wurde keine Verbindung aufgebaut. Schalten Sie es unter Einstellungen → Datenschutz ein, und versuchen Sie es dann noch einmal.',
    slow: '{host} hat nicht rechtzeitig geantwortet. Es wurde nichts geändert. Versuchen Sie es später noch einmal.',
    noAnswer:
      '{host} hat keine brauchbare Antwort gegeben. Es wurde nichts geändert. Prüfen Sie die Verbindung, oder versuchen Sie es später noch einmal.',
    noNotice:
      'Die Antwort von {host} ist kein Hinweis auf eine Aktualisierung. Sie wurde nicht beachtet, und es wurde nichts geändert. Versuchen Sie es später noch einmal.',
    notSigned:
      'Die Antwort von {host} ist nicht vom Herausgeber dieser Kopie signiert. Sie wurde abgelehnt, und es wurde nichts geändert. Installieren Sie nichts von dort, und fragen Sie den Herausgeber.',
    nothingNewer:
      'Es ist keine neuere Version als {running} bekannt. Es wurde nichts geändert. Suchen Sie zuerst nach Aktualisierungen. Eine ältere Version wird nie über eine neuere installiert, denn sie kann Daten nicht lesen, die die neuere geändert hat.',
    noPackage:
      'Consilium kann Version {version} hier nicht selbst installieren. Es wurde nichts geändert. Laden Sie die neue Version von {page} herunter, und installieren Sie sie über diese.',
    downloadingAlready:
      'Version {version} wird bereits heruntergeladen. Warten Sie auf diesen Download, oder brechen Sie ihn ab.',
    notDownloaded: 'Version {version} wurde nicht heruntergeladen. {reason} Version {running} ist unverändert.',
    notDownloadedYet:
      'Version {version} ist noch nicht heruntergeladen. Es wurde nichts geändert. Laden Sie sie zuerst herunter.',
    changedSince:
      'Die heruntergeladene Datei der Version {version} wurde nach der Prüfung verändert. Sie wurde gelöscht und nicht ausgeführt, Version {running} ist unverändert. Laden Sie sie noch einmal herunter.',
    folderForeign:
      'Der Ordner {folder} gehört einem anderen Benutzer, ist für andere beschreibbar oder eine Verknüpfung. Es wurde nichts geladen oder ersetzt. Entfernen Sie ihn und versuchen Sie es erneut.',
    folderReadOnly:
      'In den Ordner {folder} kann nicht geschrieben werden. Es wurde nichts geändert. Verschieben Sie Consilium in einen eigenen Ordner, oder lassen Sie die neue Version von der Person installieren, die diesen Computer betreut.',
    notOpened:
      'Das Installationsprogramm des Systems ließ sich nicht starten. Es wurde nichts geändert. Die Datei ist geprüft und vollständig; öffnen Sie sie selbst: {path}',
    startAgain:
      'Diese Installation wurde gerade auf die frühere Version zurückgesetzt. Es wurde nichts geändert. Beenden und starten Sie Consilium neu, und installieren Sie dann Version {version}.',
    noPrevious:
      'Es ist keine frühere Version aufbewahrt. Es wurde nichts geändert. Um zurückzugehen, installieren Sie die ältere Version über diese.',
  },
  models: {
    writesNoAnswers: '{model} schreibt keine Antworten.',
    noFile: 'Es gibt keine Datei {file}.',
    damaged: '{model} ist nicht verwendbar: {damage}',
    takesNoAdapter:
      '{model} schreibt keine Antworten und nimmt daher keinen LoRA-Adapter an. Es wurde nichts geändert.',
    notInstalled: '{model} ist nicht installiert.',
    unknown: 'Es gibt kein Modell „{model}“.',
    offline:
      'Das Netzwerk ist ausgeschaltet. Es wurde nichts heruntergeladen. Eine Modelldatei lässt sich auch von einem Datenträger importieren.',
    notCalibrated: 'Dieses Modell ist nicht kalibriert.',
    notReadable: '{file} ist nicht lesbar.',
    otherArchitecture: '{name} ist für Modelle der Art {architecture}, und dieses ist {here}.',
    endsEarly:
      '{name} endet zu früh: {size, number} von {needed, number} Byte. Wahrscheinlich wurde die Datei nicht vollständig heruntergeladen.',
    otherSize: 'Die Datei bei {host} hat {size, number} statt {expected, number} Byte: Es ist eine andere Datei.',
    answered: 'die Antwort war {status}',
    notChecked:
      '{host} nennt Größe und Prüfsumme dieser Datei nicht. Sie ließe sich nicht prüfen. Es wurde nichts heruntergeladen.',
    tooManyBytes: 'Es kam mehr als die {expected, number} Byte der Datei.',
    connectionEnded: 'die Verbindung endete nach {done, number} von {expected, number} Byte',
    noConnection: 'innerhalb von {seconds, number}\u00A0s kam keine Verbindung zustande',
    nothingCame: '{seconds, number}\u00A0s lang kam nichts an',
    notOffered: '{model} wird dort nicht angeboten: Für {file} ist kein Ort bekannt.',
    severalFiles: '{model} hat {count, number} Dateien, und eine Adresse führt nur zu einer.',
    reranker: '{file} ist ein Reranker und hier nicht verwendbar.',
    noPackage: 'Es ist keine Quelle bekannt, die {file} enthält.',
    noHash: 'Für {file} ist keine Prüfsumme bekannt. Die Datei ließe sich nicht prüfen.',
    notInPackage: 'Die heruntergeladene Datei enthält {file} nicht.',
    largerThanExpected: '{file} hat {size, number} Byte, mehr als die erwarteten {expected, number}.',
    noArchive: 'Die heruntergeladene Datei ist kein ZIP-Archiv: {reason}',
    redirectsForEver: '{host} leitet immer wieder weiter.',
    redirectsNowhere: '{host} leitet ins Leere weiter.',
    redirectsUnencrypted: '{host} leitet ohne Verschlüsselung an {to} weiter. Dem wird nicht gefolgt.',
    noWebAddress: '{address} ist keine Webadresse.',
    noWheel: 'pip lieferte keine Datei für {requirement}.',
    needsPython:
      'Um ein Modell aus einem Paketverzeichnis zu installieren, braucht es Python 3 mit pip. Beides wurde nicht gefunden.',
    diskTooSmall:
      'Der Download braucht noch {needed} auf dem Datenträger, frei sind {free}. Schaffen Sie {room} Platz, und fahren Sie dann fort. Was heruntergeladen wurde, bleibt erhalten.',
    diskFull:
      'Der Datenträger ist voll. Schaffen Sie Platz, und fahren Sie dann fort. Was heruntergeladen wurde, bleibt erhalten.',
    noGguf: 'Das ist keine Modelldatei.',
    ggufVersion: 'Version {version} von Modelldateien ist nicht bekannt. Bekannt sind 2 und 3.',
    headerType: 'Der Kopf der Datei enthält einen Wert der unbekannten Art {type}.',
    headerList: 'Der Kopf der Datei enthält eine zu lange Liste.',
    headerEntries: 'Der Kopf der Datei gibt {count, number} Einträge an.',
    isAdapter: 'Das ist kein Modell, sondern ein Adapter für eines. Fügen Sie ihn einem Modell hinzu.',
    headerCut: 'Die Datei endet mitten in ihrem Kopf, nach {size}.',
    headerTooLarge: 'Der Kopf der Datei ist größer als {most}.',
    noArchitecture: 'Die Datei nennt die Architektur ihres Modells nicht.',
    noAdapter: '{file} ist kein Adapter, sondern ein eigenes Modell. Importieren Sie es als Modell.',
    otherAdapter: '{file} ist ein Adapter der Art {kind}. Bekannt ist nur „lora“.',
    adapterOfNothing: '{file} nennt nicht, für welches Modell der Adapter trainiert wurde.',
    tooLong:
      'Der Text ist zu lang: Mit der Antwort hat er {count, number} Wortteile, und das Modell kann {most, number} auf einmal lesen.',
    embeddingNotLoaded: 'Das Suchmodell in {path} lässt sich nicht laden: {reason}',
    notLoaded: 'Das Modell lässt sich nicht laden: {reason}',
    notLoadedWithAdapter: 'Das Modell lässt sich mit seinem LoRA-Adapter nicht laden: {reason}',
    rerankingNotLoaded: 'Das Modell zum Ordnen der Treffer in {path} lässt sich nicht laden: {reason}',
    fetchBroken:
      'Die Datei ließ sich nicht von {host} herunterladen: {reason}. Was heruntergeladen wurde, bleibt erhalten. Versuchen Sie es später noch einmal.',
    fetchFailed:
      'Die Datei ließ sich nicht von {host} herunterladen: {reason}. Prüfen Sie die Verbindung, oder importieren Sie eine Datei von einem Datenträger.',
    noSuchFile: 'Bei {host} gibt es diese Datei nicht ({status}).',
    noRegistry:
      'Diese Kopie wurde ohne Adresse für die Grafikunterstützung erstellt; sie kann deshalb nicht heruntergeladen werden. Es wurde nichts geändert, und Modelle laufen auf dem Prozessor.',
    fileNotPublic: '{host} gibt diese Datei nicht an alle heraus ({status}).',
    hostAnswered: 'Die Antwort von {host} war {status}.',
    sizeWrong:
      '{file} hat {size, number} statt {expected, number} Byte. Die Datei wurde gelöscht. Laden Sie sie noch einmal herunter.',
    hashWrong:
      '{file} ist nicht die richtige Datei: Ihr SHA-256 ist {found}, nicht {expected}. Die Datei wurde gelöscht. Laden Sie sie noch einmal herunter, oder von einem anderen Ort.',
    needsPip:
      'Um ein Modell aus einem Paketverzeichnis zu installieren, braucht es pip, und das Python dieses Computers hat keines.',
    pipFailed: 'pip konnte {requirement} nicht herunterladen: {reason}',
    pipSilent: 'pip konnte {requirement} nicht herunterladen und nannte keinen Grund.',
    memory:
      'Das Modell braucht {needed} Arbeitsspeicher, frei sind {free}. Schließen Sie andere Programme, oder wählen Sie ein kleineres Modell oder einen kürzeren Kontext.',
  },
  store: {
    appMissing:
      '{file} fehlt. Darin lagen die Schlüssel der Akten in {folder}. Legen Sie die Datei zurück, oder stellen Sie eine Sicherung in einem leeren Ordner wieder her.',
    backupNotEmpty: '{folder} ist nicht leer. Wählen Sie für die Sicherung einen neuen oder leeren Ordner.',
    restoreNotEmpty: '{folder} enthält schon Daten. Stellen Sie in einem neuen Ordner wieder her.',
    noBackup: '{folder} enthält keine abgeschlossene Sicherung: Die manifest.json fehlt.',
    newerBackup:
      '{folder} wurde von einer neueren Version von Consilium geschrieben. Installieren Sie diese Version, um die Sicherung wiederherzustellen.',
    damagedBackup: '{path} ist beschädigt. Es wurde nichts wiederhergestellt. Nehmen Sie eine andere Sicherung.',
    logStays:
      'Das Protokoll von {path} ließ sich nicht einarbeiten, daher lässt sich die Datei so nicht kopieren. Machen Sie den Ordner beschreibbar, oder kopieren Sie ihn auf einen beschreibbaren Datenträger und öffnen die Kopie mit {option}.',
    fileMissing: '{path} fehlt oder ist leer. Stellen Sie die Datei aus einer Sicherung wieder her.',
    folderNotMade: '{folder} lässt sich nicht anlegen ({reason}). Geben Sie mit {option} einen anderen Ordner an.',
    newerFile:
      '{path} wurde von einer neueren Version von Consilium geschrieben. Installieren Sie diese Version, um die Datei zu öffnen.',
    newerExport:
      '{file} wurde von einer neueren Version von Consilium geschrieben. Installieren Sie diese Version, um die Datei zu importieren.',
    damagedExport:
      '{file} ist beschädigt oder keine exportierte Akte. Es wurde nichts geändert. Nehmen Sie eine andere Kopie der Datei.',
    runningAlready: 'Consilium läuft bereits mit dem Ordner {folder}. Beenden Sie es dort zuerst.',
    beingWritten: '{file} wird gerade von einem anderen Programm geschrieben. Schließen Sie es dort zuerst.',
    damaged:
      '{path} ist beschädigt. Consilium verwendet die Datei nicht mehr. Stellen Sie sie aus einer Sicherung oder einem Export wieder her.',
    full: 'Der Datenträger ist voll: {path} ließ sich nicht schreiben. Was vorher gespeichert wurde, ist erhalten. Schaffen Sie Platz, und versuchen Sie es noch einmal.',
    readOnly:
      'Der Ordner von Consilium lässt sich nur lesen. Es wurde nichts geändert. Machen Sie den Ordner beschreibbar, oder kopieren Sie ihn auf einen beschreibbaren Datenträger und öffnen die Kopie mit {option}.',
    inUse: '{path} wird von einem anderen Programm verwendet. Schließen Sie es dort zuerst.',
    closed: '{path} wurde inzwischen geschlossen. Was gespeichert wurde, ist erhalten.',
    strangeOrDamaged:
      '{path} ist beschädigt oder gehört zu einem anderen Ordner. Legen Sie die richtige Datei zurück, oder stellen Sie sie aus einer Sicherung wieder her.',
    newerStore:
      '{path} wurde von einer neueren Version von Consilium geschrieben (Speicherversion {version}, dieses Programm kennt bis {known}). Es wurde nichts geändert. Installieren Sie die neuere Version wieder, oder stellen Sie eine Sicherung, die mit dieser Version angelegt wurde, in einem leeren Ordner wieder her.',
    noRoomToUpdate:
      '{path} wurde nicht geöffnet: In {folder} ist zu wenig Platz für die Kopie, die diese Version von Consilium anlegt, bevor sie die Datei ändert ({needed} nötig, {free} frei). Es wurde nichts geändert. Schaffen Sie Platz, und öffnen Sie die Datei dann noch einmal.',
    notStoreOfMatter:
      '{path} ist nicht der Speicher einer Akte. Legen Sie die richtige Datei zurück, oder stellen Sie eine Sicherung wieder her.',
    notStoreOfApp:
      '{path} ist nicht der Speicher der Anwendung. Legen Sie die richtige Datei zurück, oder stellen Sie eine Sicherung wieder her.',
    damagedThing:
      '{what} ist beschädigt und nicht lesbar. Daran wird nichts geändert, und sonst ist nichts betroffen. Um den Eintrag zurückzuholen, stellen Sie eine Sicherung in einem leeren Ordner wieder her.',
    theAnswer: 'Die Antwort',
    theCorrection: 'Die Berichtigung',
    theFact: 'Die Angabe',
    theDraft: 'Der Entwurf',
    theLesson: 'Der Merksatz',
    theOutgoingText: 'Der ausgehende Text',
    theProvider: 'Der Anbieter „{name}“',
    theQuestionSet: 'Der Fragenkatalog',
    theRun: 'Der Durchlauf',
  },
  keys: {
    damagedMatterKey:
      'Der Schlüssel dieser Akte ist beschädigt. Stellen Sie die Akte aus einer Sicherung oder einem Export wieder her.',
    locked: 'Consilium ist gesperrt. Entsperren Sie es zuerst.',
    thereAlready: '{folder} hat schon einen Schlüssel. Entsperren Sie den Ordner.',
    fileMissing:
      '{file} fehlt. Ohne diese Datei lässt sich {app} nicht öffnen. Legen Sie keys.json zurück, oder wählen Sie einen anderen Ordner.',
    none: '{folder} hat noch keinen Schlüssel.',
    damagedFile:
      '{path} ist beschädigt. Ohne diese Datei lässt sich nichts in diesem Ordner öffnen. Legen Sie eine Kopie dieser einen Datei zurück, oder stellen Sie eine Sicherung in einem leeren Ordner wieder her.',
    keyFileMissing:
      'Die Schlüsseldatei {path} fehlt. Legen Sie sie zurück, oder nehmen Sie den Wiederherstellungsschlüssel.',
    keyFileDamaged:
      'Die Schlüsseldatei {path} ist beschädigt: Sie hat {count, plural, one {# Byte} other {# Byte}} statt {needed, number}. Legen Sie eine Kopie zurück, oder nehmen Sie den Wiederherstellungsschlüssel.',
    noRecoveryKey: 'Für diesen Ordner wurde nie ein Wiederherstellungsschlüssel erstellt.',
    keychainRefuses:
      'Der Schlüsselbund dieses Computers gibt den Schlüssel nicht heraus. Nehmen Sie den Wiederherstellungsschlüssel.',
    recoveryLength:
      'Ein Wiederherstellungsschlüssel hat {needed, number} Buchstaben und Ziffern. Eingegeben {count, plural, one {wurde #} other {wurden #}}. Sehen Sie auf dem gedruckten Schlüssel nach, und geben Sie ihn noch einmal ein.',
    recoveryCharacter:
      '„{character}“ (Gruppe {group}) kommt in keinem Wiederherstellungsschlüssel vor. Sehen Sie auf dem gedruckten Schlüssel nach, und geben Sie ihn noch einmal ein.',
    recoveryTyping:
      'Der Wiederherstellungsschlüssel enthält einen Tippfehler. Sehen Sie auf dem gedruckten Schlüssel nach, und geben Sie ihn noch einmal ein.',
    passphraseOfFile: 'Die Passphrase öffnet {file} nicht. Es wurde nichts geändert.',
    doesNotOpen: '{path} lässt sich mit diesem Schlüssel nicht öffnen.',
    byPassphrase: '{folder} ist durch eine Passphrase geschützt, nicht durch {other}.',
    byKeyFile: '{folder} ist durch die eigene Schlüsseldatei geschützt, nicht durch {other}.',
    byKeychain: '{folder} ist durch den Schlüsselbund dieses Computers geschützt, nicht durch {other}.',
    aPassphrase: 'eine Passphrase',
    aKeyFile: 'die eigene Schlüsseldatei',
    aKeychain: 'den Schlüsselbund dieses Computers',
    otherRecoveryKey: 'Das ist nicht der Wiederherstellungsschlüssel dieses Ordners. Es wurde nichts geändert.',
    otherPassphrase: 'Das ist nicht die Passphrase. Es wurde nichts geändert.',
    otherKeyFile: '{file} ist nicht der Schlüssel dieses Ordners. Es wurde nichts geändert.',
    otherKeychain: 'Der Schlüssel aus dem Schlüsselbund ist nicht der dieses Ordners. Es wurde nichts geändert.',
  },
  cloud: {
    notApproved: 'Der ausgehende Text oder der Anbieter ist nicht der, den Sie freigegeben haben.',
    otherText: 'Was gesendet werden sollte, ist nicht, was Sie freigegeben haben.',
    stopped: 'Sie haben abgebrochen.',
    lost: 'Die Verbindung zu {host} ging verloren, bevor eine Antwort kam ({reason}).',
    rejected: '{host} hat die Anfrage nicht angenommen ({status}).',
    silent: '{host} hat innerhalb von {seconds, number}\u00A0s nicht geantwortet.',
    incomplete: 'Die Antwort von {host} endete, bevor sie vollständig war.',
    unreachable: '{host} war nicht erreichbar ({reason}).',
    noConnection: '{host} war nicht erreichbar (keine Verbindung innerhalb von {seconds, number}\u00A0s).',
    closed: '{host} war nicht erreichbar (die Verbindung wurde geschlossen).',
    notFinished: '{host} hat die Antwort innerhalb von {seconds, number}\u00A0s nicht beendet.',
    paused: '{host} hat mitten in der Antwort {seconds, number}\u00A0s lang nichts gesendet.',
    brokeOff: 'Die Verbindung zu {host} brach mitten in der Antwort ab.',
    tooLarge: '{host} hat mehr als {most, number}\u00A0MB gesendet. Der Rest wurde nicht gelesen.',
    failedWithin: '{host} meldete mitten in der Antwort einen Fehler ({reason}).',
    notUnderstood: 'Die Antwort von {host} war nicht verständlich ({reason}).',
    wrongForm: 'sie hat nicht die Form, die ein solcher Anbieter sendet',
    key: '{host} nimmt den Schlüssel nicht an ({status}).',
    busy: '{host} nimmt derzeit keine weiteren Anfragen an ({status}).',
    server: 'Bei {host} ist ein Fehler aufgetreten ({status}).',
    redirect: '{host} leitet an eine andere Adresse weiter ({status}). Dem wird nicht gefolgt.',
    withReason: '{what} Der Anbieter schrieb: „{said}“.',
    told: '{what} {arrival} {kept} Ohne Ihre Freigabe wird er nicht noch einmal gesendet. {todo}',
    toldAgain:
      '{what} Es wurde {count, number}-mal versucht, mit denselben Zeichen. {arrival} {kept} Ohne Ihre Freigabe wird er nicht noch einmal gesendet. {todo}',
    textKept: 'Der ausgehende Text ist gespeichert.',
    replyKept: 'Was ankam, ist gespeichert, und der ausgehende Text auch.',
    nothingSent: 'Es wurde nichts gesendet.',
    arrived: 'Der ausgehende Text ist angekommen.',
    mayHaveArrived: 'Der ausgehende Text ist vielleicht angekommen.',
    earlierMayHaveArrived: 'Ein früherer Versuch ist vielleicht angekommen.',
    withEarlier: '{what} Eine frühere Sendung ist vielleicht angekommen.',
    checkConnection: 'Prüfen Sie Adresse und Verbindung, und geben Sie den ausgehenden Text noch einmal frei.',
    enterKey: 'Geben Sie den Schlüssel des Anbieters ein, und geben Sie den ausgehenden Text noch einmal frei.',
    wait: 'Warten Sie, und geben Sie den ausgehenden Text noch einmal frei.',
    checkModel: 'Prüfen Sie den Namen des Modells, und bereiten Sie den ausgehenden Text noch einmal vor.',
    enterAddress: 'Ändern Sie die Adresse des Anbieters auf die jetzige.',
    checkAddress: 'Prüfen Sie, was unter dieser Adresse antwortet.',
    readAgain: 'Lesen Sie den ausgehenden Text, und geben Sie ihn noch einmal frei.',
    approveAgain: 'Um noch einmal zu fragen, geben Sie den ausgehenden Text noch einmal frei.',
    unforeseen:
      '{what} {arrival} Der ausgehende Text ist gespeichert. Um noch einmal zu fragen, geben Sie den ausgehenden Text noch einmal frei.',
    notRead: 'Was ankam, ließ sich hier nicht lesen und wird gezeigt, wie es kam: {reason}',
    brokenAndNotRead: '{what} {fault}',
    programStopped: 'Consilium wurde während des Sendens beendet. Der Text hat den Computer vielleicht verlassen.',
    cutOff: 'Das Modell hat die Höchstlänge der Antwort erreicht. Das Ende fehlt vielleicht.',
  },
}
