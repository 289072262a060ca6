import type { FAILURES_OF_STORES as ENGLISH } from '../en/failures-of-stores.ts'
import type { Translation } from '../../translate.ts'

export const FAILURES_OF_STORES: Translation<typeof ENGLISH> = {
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
      'Das Protokoll von {path} ließ sich nicht einarbeiten, daher lässt sich die Datei so nicht kopieren. Machen Sie den Ordner beschreibbar, oder kopieren Sie ihn auf einen beschreibbaren Datenträger und öffnen die Kopie mit --home.',
    fileMissing: '{path} fehlt oder ist leer. Stellen Sie die Datei aus einer Sicherung wieder her.',
    folderNotMade: '{folder} lässt sich nicht anlegen ({reason}). Geben Sie mit --home einen anderen Ordner an.',
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
      'Der Ordner von Consilium lässt sich nur lesen. Es wurde nichts geändert. Machen Sie den Ordner beschreibbar, oder kopieren Sie ihn auf einen beschreibbaren Datenträger und öffnen die Kopie mit --home.',
    inUse: '{path} wird von einem anderen Programm benutzt. Schließen Sie es dort zuerst.',
    closed: '{path} wurde inzwischen geschlossen. Was gespeichert wurde, ist erhalten.',
    strangeOrDamaged:
      '{path} ist beschädigt oder gehört zu einem anderen Ordner. Legen Sie die richtige Datei zurück, oder stellen Sie sie aus einer Sicherung wieder her.',
    newerStore:
      '{path} wurde von einer neueren Version von Consilium geschrieben (Speicherversion {version}, dieses Programm kennt bis {known}). Installieren Sie die neuere Version, um die Datei zu öffnen. Es wurde nichts geändert.',
    notStoreOfMatter:
      '{path} ist nicht der Speicher einer Akte. Legen Sie die richtige Datei zurück, oder stellen Sie eine Sicherung wieder her.',
    notStoreOfApp:
      '{path} ist nicht der Speicher der Anwendung. Legen Sie die richtige Datei zurück, oder stellen Sie eine Sicherung wieder her.',
    damagedThing:
      '{what} ist beschädigt und nicht lesbar. Es bleibt, wie es ist, und sonst ist nichts betroffen. Um es zurückzuholen, stellen Sie eine Sicherung in einem leeren Ordner wieder her.',
    theAnswer: 'Die Antwort',
    theCorrection: 'Die Korrektur',
    theFact: 'Die Angabe',
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
    otherPassphrase: 'Das ist nicht die Passphrase dieses Ordners. Es wurde nichts geändert.',
    otherKeyFile: '{file} ist nicht der Schlüssel dieses Ordners. Es wurde nichts geändert.',
    otherKeychain: 'Der Schlüssel aus dem Schlüsselbund ist nicht der dieses Ordners. Es wurde nichts geändert.',
  },
}
