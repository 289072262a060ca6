import type { FAILURES_OF_KNOWLEDGE as ENGLISH } from '../en/failures-of-knowledge.ts'
import type { Translation } from '../../translate.ts'

export const FAILURES_OF_KNOWLEDGE: Translation<typeof ENGLISH> = {
  lessons: {
    noFile: 'Es gibt keine Datei und keinen Ordner {path}.',
    tooManyFiles:
      '{path} enthält {count, plural, one {# YAML-Datei} other {# YAML-Dateien}}. Importiert werden können 1 bis {most, number}.',
    noLesson: '{path} ist kein Merksatz: {reason}',
    noYaml: '{path} lässt sich nicht als YAML lesen: {reason}',
    noApprover: 'Geben Sie an, wer den Merksatz freigibt: Freigegeben wird er von einer Person, mit Namen.',
    noAnswerInRun: 'Durchlauf {run} hat keine Antwort auf eine Frage „{question}“.',
    noKnownAnswer:
      'Die richtige Antwort auf die Frage „{question}“ ist nicht bekannt. Ein Merksatz ließe sich daran nicht prüfen.',
    notMistaken: 'Die Frage „{question}“ wurde in Durchlauf {run} weder falsch noch halb beantwortet.',
    passagesOfTheirOwn:
      'Die Fragen von „{set}“ haben eigene Textstellen. Ein Merksatz ließe sich in dieser Akte nicht daran prüfen.',
    notUsed: 'Diese Antwort wurde nicht mit diesem Merksatz geschrieben.',
    noTestQuestion: '{path}, Zeile {line}, ist kein {shape} in JSON.',
    changedWhileTested:
      'Der Merksatz wurde während der Prüfung geändert, zurückgezogen oder zurückgegeben. Das Ergebnis wurde nicht gespeichert. Prüfen Sie ihn noch einmal.',
    questionGone:
      'Die Frage, aus der „{lesson}“ stammt, gibt es nicht mehr: Die Akte wurde gelöscht oder die Entscheidung zurückgenommen. Der Merksatz bleibt, lässt sich aber nicht mehr prüfen.',
    testNeedsModel: 'Um einen Merksatz zu prüfen, braucht es ein Modell.',
    noMistake: 'Es gibt keinen Fehler, aus dem ein Modell diesen Merksatz schreiben könnte. Schreiben Sie ihn selbst.',
    noLargerModel:
      'Kein installiertes Modell ist größer als das, das den Fehler gemacht hat. Schreiben Sie den Merksatz selbst, oder installieren Sie ein größeres Modell.',
    notFinished:
      '{model} hat den Merksatz nicht fertiggestellt. Schreiben Sie ihn selbst, oder versuchen Sie es noch einmal.',
    notApproved: '„{lesson}“ lässt sich nicht freigeben: {why}',
    approvedAlready: 'Der Merksatz ist schon freigegeben.',
    retired: 'Der Merksatz ist zurückgezogen. Ändern Sie seinen Text, dann ist er wieder ein Entwurf.',
    notTested: 'Dieser Text ist nicht geprüft. Führen Sie die Prüfung durch.',
    testFailed: 'Die Prüfung ist nicht bestanden.',
    testFailedWith: 'Die Prüfung ist nicht bestanden. {remarks}',
    judgedHelped: 'Es wurde schon gesagt, dass dieser Merksatz hier geholfen hat. Das bleibt so.',
    judgedHurt: 'Es wurde schon gesagt, dass dieser Merksatz hier geschadet hat. Das bleibt so.',
    testOfApproved: '„{lesson}“ ist freigegeben. Ändern Sie den Text, um ihn noch einmal zu prüfen.',
    testOfRetired: '„{lesson}“ ist zurückgezogen. Ändern Sie den Text, um ihn noch einmal zu prüfen.',
    gone: 'Diesen Merksatz gibt es nicht mehr.',
    correctionGone: 'Diese Berichtigung gibt es nicht mehr.',
  },
  facts: {
    removed: 'Die Angabe wurde inzwischen entfernt.',
    needsPack:
      '„{matter}“ verwendet kein Regelpaket, und Angaben werden in den Begriffen eines Regelpakets erfasst. Wählen Sie zuerst ein Regelpaket.',
    noWordsToFind:
      '„{matter}“ verwendet kein Regelpaket. Es gibt nichts, wonach zu suchen wäre. Wählen Sie zuerst ein Regelpaket.',
    packsWithErrors: 'Die Regelpakete von „{matter}“ enthalten Fehler: {problem} {fix}',
    refused: '{problem} {fix}',
    gone: 'Diese Angabe gibt es nicht mehr.',
  },
  packs: {
    shippedStays:
      '„{name}“ gehört zu Consilium. Entfernen Sie das Regelpaket stattdessen aus den Akten, die es verwenden.',
    notInUse: 'Diese Akte verwendet „{pack}“ nicht.',
    nameTaken: 'Es gibt schon ein Regelpaket „{name}“.',
    nameOfShipped:
      '„{name}“ ist ein Regelpaket, das zu Consilium gehört. Geben Sie Ihrem in pack.yaml einen anderen Namen.',
    folderExists: '{folder} gibt es schon. Exportieren Sie in einen anderen Ordner.',
    unknown: 'Es gibt kein Regelpaket „{name}“.',
    noFolder: '{folder} ist kein lesbarer Ordner. Ein Regelpaket ist ein Ordner mit YAML-Dateien.',
    noPack: '{folder} enthält keine pack.yaml und ist daher kein Regelpaket.',
    tooLarge:
      '{folder} enthält {count, plural, one {# Datei} other {# Dateien}} mit {size}. Ein Regelpaket hat höchstens {mostFiles, number} Dateien und {most}.',
    problem: '{place}: {problem} {fix}',
    problems: '{place}: {problem} {fix} (und {count, number} weitere)',
  },
  rules: {
    noApprover: 'Geben Sie an, wer „{rule}“ freigibt: Eine Regel wird von einer Person freigegeben, mit Namen.',
    noSource: 'Tragen Sie zuerst die Quelle von „{rule}“ ein. Ohne Quelle kann niemand eine Regel prüfen.',
    shippedStays:
      '„{name}“ gehört zu Consilium und bleibt, wie es ist. Kopieren Sie es unter anderem Namen, und ändern Sie die Kopie.',
    examplesFail:
      '{failed, number} von {examples, plural, one {# Beispiel} other {# Beispielen}} zu „{rule}“ {failed, plural, one {schlägt} other {schlagen}} fehl.',
    unknown: 'Das Regelpaket „{pack}“ hat keine Regel „{rule}“.',
    noList: '{file} von „{pack}“ enthält keine Liste von Regeln.',
    noCalculator: 'Es gibt keinen Rechner „{name}“.',
    notAsked: '{title} fragt nicht nach {said}.',
    tooManySheets:
      'Diese Akte hat {count, number} gespeicherte Fallblätter, mehr sind nicht möglich. Entfernen Sie zuerst eines.',
    examplesMissing: '„{rule}“ fehlen Beispiele, um als geprüft zu gelten: {missing}.',
    exampleFails: 'Das Beispiel „{title}“ schlägt fehl: erwartet {expected}, erhalten {got}.',
    notOneRule: 'Dies ist nicht eine Regel in YAML: {reason}',
    noId: 'Dies ist nicht eine Regel in YAML: Es fehlt id.',
    tookTooLong:
      'Die Regeln wurden angehalten: Sie brauchten länger als {seconds, number}\u00A0s. Daraus folgt nichts, weder ja noch nein.',
    interrupted: 'Die Regeln wurden angehalten: Es wurde abgebrochen. Daraus folgt nichts, weder ja noch nein.',
    programEnds: 'Die Regeln wurden angehalten: Das Programm wird beendet. Daraus folgt nichts, weder ja noch nein.',
    tooMuchMemory:
      'Die Regeln wurden angehalten: Sie brauchten zu viel Speicher. Daraus folgt nichts, weder ja noch nein.',
    failed: 'Die Regeln wurden angehalten: {reason}. Daraus folgt nichts, weder ja noch nein.',
    processEnded: 'Die Regeln wurden angehalten: Ihr Prozess wurde beendet. Daraus folgt nichts, weder ja noch nein.',
    packsWithErrors: 'Die Regelpakete enthalten Fehler.',
    packsWithError: 'Die Regelpakete enthalten Fehler. {file}, Zeile {line}: {problem}',
    goalRefused: '{problem} {fix}',
    goalUnreadable: '{text}: {problem} {fix}',
    inputRefused: '{input}: {problem} {fix}',
    goalStopped: '{goal}: {reason}',
    noDay: '{text} ist kein Tag. Schreiben Sie ihn wie 2026-06-01.',
  },
  questions: {
    noFile: '{folder} enthält keine questions.jsonl. Jede Zeile ist {shape}. Die Dokumente liegen in docs/.',
    faulty: '{file}: {faults}',
    keptInFolder:
      'Die Fragen dieses Katalogs liegen in {folder}. Es wurde nichts geändert. Ändern Sie sie in jener Datei.',
    openQuote: '{where}: Ein Anführungszeichen ist nicht geschlossen. Es wurde nichts importiert.',
    sameId: '{name}: Zwei Fragen haben die Kennung {id}. Es wurde nichts importiert.',
    none: '{name} enthält keine Frage.',
    noColumn: '{name} hat keine Spalte „question“. Vorhanden: {columns}',
    yesOrNo: '{where}: answerable ist „{answerable}“. Schreiben Sie yes oder no. Es wurde nichts importiert.',
    noOption: '{where}: Die Antwort „{answer}“ ist keine der Möglichkeiten: {options}. Es wurde nichts importiert.',
    noJson: '{where} ist kein JSON. Es wurde nichts importiert.',
    encoding:
      '{name}: Einige Zeichen lassen sich nicht entschlüsseln. Speichern Sie die Datei als UTF-8 (in einer Tabellenkalkulation: „CSV UTF-8“). Es wurde nichts importiert.',
    line: '{name}, Zeile {line}',
    row: '{name}, Zeile {row}',
    proposingNeedsModel: 'Um Fragen vorzuschlagen, braucht es ein Modell auf diesem Computer.',
  },
  evaluation: {
    noCommonQuestions: 'Diese Durchläufe haben keine bewertete Frage gemeinsam. Es lässt sich nichts berechnen.',
    damagedLog:
      'Zeile {line} von {file} ist keine Antwort eines früheren Durchlaufs. Entfernen Sie die Zeile, oder beginnen Sie neu ohne {option}.',
    needsModel: 'Um Antworten zu messen, braucht es ein Modell.',
    matterGone: 'Die Akte dieses Fragenkatalogs ist nicht mehr vorhanden.',
    calibratedWithoutDocuments:
      'Antworten ohne Dokumente sagen nichts über Antworten mit Dokumenten. Kalibrieren Sie mit einem Durchlauf mit Dokumenten.',
    tooFewToCalibrate:
      'Zum Kalibrieren braucht es mindestens 20 Antworten, davon 5 richtige und 5 falsche. Dieser Durchlauf hat {count, number}, davon {right, number} richtige und {wrong, number} falsche. Es wurde nichts geändert. Nehmen Sie einen größeren Katalog.',
    noneToCompare: 'Diese Durchläufe haben keine Frage gemeinsam und lassen sich nicht vergleichen.',
    notJudged: 'Durchlauf {run} hat keine bewertete Antwort und lässt sich nicht vergleichen.',
    scoredEarlier:
      'Durchlauf {run} wurde von einer früheren Version bewertet, die halbe Antworten als richtig zählte. Wiederholen Sie ihn, um zu vergleichen.',
    fileIsFolder: '{file} ist ein Ordner. Nennen Sie eine Datei. Es wurde nichts gemessen.',
    fileNotWritable:
      '{file} lässt sich nicht schreiben: Der Ordner muss vorhanden und beschreibbar sein. Es wurde nichts gemessen.',
    otherModel:
      'Dieser Durchlauf wurde mit {model} begonnen, wie es damals war. Jetzt würde {now} antworten. Wählen Sie jenes Modell wieder, oder beginnen Sie einen neuen Durchlauf.',
    runNeedsModel: 'Ein Durchlauf braucht ein Modell auf diesem Computer.',
    noRightAnswer: 'Geben Sie die richtige Antwort an, oder dass es keine gibt. Es wurde nichts gespeichert.',
    noSuchSpan: 'Die Stelle {start}–{end} liegt nicht in {document}. Es wurde nichts gespeichert.',
    nothingAtPath: 'Unter {path} gibt es nichts.',
    mixedPassages:
      '{name}: {bare, number} von {count, number} Fragen (die erste ist {first}) haben keine eigenen Textstellen, die anderen schon. Die einen werden zur Akte gestellt, die anderen zu ihren Textstellen. Verteilen Sie sie auf zwei Dateien. Es wurde nichts importiert.',
    needsMatter:
      '{name} hat weder Dokumente noch eigene Textstellen und muss in der Akte importiert werden, um die es geht. Es wurde nichts importiert.',
    setNeedsMatter: 'Ein Fragenkatalog entsteht in einer Akte, aus deren Dokumenten.',
    readingPaused:
      'Das Einlesen wurde nach {done, number} von {count, plural, one {# Dokument} other {# Dokumenten}} angehalten. Es wurde nichts gemessen. Starten Sie es noch einmal.',
    readingStopped:
      'Das Einlesen hielt nach {done, number} von {count, plural, one {# Dokument} other {# Dokumenten}} an. {reason} Es wurde nichts gemessen. Starten Sie es noch einmal.',
    otherSearch:
      'Dieser Durchlauf wurde mit einer anderen Suche begonnen: {then}, jetzt {now}. Was beantwortet wurde, ist gespeichert. Beginnen Sie einen neuen Durchlauf, um alle Fragen gleich zu stellen.',
    otherLessons:
      'Dieser Durchlauf wurde mit anderen Merksätzen begonnen (damals {then, number} freigegeben, jetzt {now, number}). Was beantwortet wurde, ist gespeichert. Beginnen Sie einen neuen Durchlauf, um alle Fragen gleich zu stellen.',
    otherThreshold:
      'Als dieser Durchlauf begann, wurden Merksätze in anderen Fällen herangezogen. Was beantwortet wurde, ist gespeichert. Beginnen Sie einen neuen Durchlauf, um alle Fragen gleich zu stellen.',
    wordsAlone: 'nur nach Wörtern',
    wordsAnd: 'nach Wörtern und mit {embedder}',
    noRun: 'Diesen Durchlauf gibt es nicht mehr.',
    noSet: 'Diesen Fragenkatalog gibt es nicht mehr.',
    noQuestion: 'Diese Frage gibt es nicht mehr.',
  },
  optimisation: {
    noKnownAnswer: 'Die Antwort auf die Frage {question} ist nicht bekannt.',
    gone: 'Diese Optimierung gibt es nicht mehr.',
    notEnded: 'Die Optimierung läuft noch. Es gibt noch keine besten Einstellungen.',
    needsModel: 'Zum Optimieren braucht es ein Modell auf diesem Computer.',
    noQuestions: 'Geben Sie einen Fragenkatalog oder einen Ordner an.',
    tooFewQuestions:
      'Zum Optimieren braucht es mindestens {needed, number} Fragen mit bekannter Antwort. Es gibt {count, number}. Es wurde nichts gemessen.',
  },
}
