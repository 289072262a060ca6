import type { FAILURES as ENGLISH } from '../en/failures.ts'
import type { Translation } from '../../translate.ts'
import { FAILURES_OF_KNOWLEDGE } from './failures-of-knowledge.ts'
import { FAILURES_OF_STORES } from './failures-of-stores.ts'

export const FAILURES: Translation<typeof ENGLISH> = {
  ...FAILURES_OF_KNOWLEDGE,
  ...FAILURES_OF_STORES,
  home: {
    noSamples: 'Die Beispieldokumente fehlen in {folder}. Installieren Sie Consilium neu.',
    locked: 'Consilium ist gesperrt. Entsperren Sie es mit Ihrer Passphrase, und versuchen Sie es noch einmal.',
    keyFileOnly:
      'Ihre Daten sind nur durch eine Schlüsseldatei geschützt. Sperren hielte niemanden fern. Legen Sie zuerst eine Passphrase fest.',
    restoreIntoEmpty:
      'Eine Sicherung lässt sich nur in einem leeren Ordner wiederherstellen. Geben Sie einen anderen Ordner an.',
  },
  matters: {
    isSample:
      '„{matter}“ ist ein Beispiel mit erfundenen Dokumenten und nimmt keine anderen auf. Legen Sie dafür eine eigene Akte an. Es wurde nichts hinzugefügt.',
    closed: '„{matter}“ wurde geschlossen. Was geschrieben wurde, ist gespeichert.',
    unknown: 'Es gibt keine Akte „{matter}“.',
    nameTaken: 'Es gibt schon eine Akte namens „{name}“.',
    gone: 'Diese Akte gibt es nicht mehr.',
  },
  drafts: {
    gone: 'Dieser Entwurf ist nicht mehr da.',
    unknown: 'In „{matter}“ gibt es keinen Entwurf „{draft}“.',
    findingGone: 'Diesen Befund gibt es nicht mehr. Prüfen Sie den Entwurf erneut.',
    notRead: '„{draft}“ konnte nicht gelesen werden und wurde nicht geprüft. {why}',
    noText:
      '„{draft}“ hat keinen Text, der sich prüfen lässt. Nichts wurde behalten. Nehmen Sie einen Scan in eine Akte auf, damit er erkannt wird.',
    notChecked: '„{draft}“ ist nicht zu Ende geprüft. Prüfen Sie den Entwurf, dann speichern Sie den Bericht.',
  },
  documents: {
    unknown: 'In „{matter}“ gibt es kein Dokument „{document}“.',
    notReadByOcr:
      '{count, plural, one {Seite} other {Seiten}} {pages} von „{document}“ {count, plural, one {wurde} other {wurden}} nicht eigens mit Texterkennung eingelesen. Es gibt nichts rückgängig zu machen.',
    notReadForOcr:
      '„{document}“ ist noch nicht eingelesen. Danach lassen sich einzelne Seiten mit Texterkennung einlesen.',
    ocrOfPdfOnly:
      'Nur Seiten von PDF-Dokumenten lassen sich einzeln mit Texterkennung einlesen, und „{document}“ ist keines.',
    noPage: '„{document}“ hat keine Seite {page}. Die letzte ist Seite {last}.',
    insideAnother: '„{document}“ liegt in einem anderen Dokument. Ersetzen Sie jenes.',
    tracesLeft:
      'Das Dokument ist entfernt, doch {count, plural, one {# Spur davon ist} other {# Spuren davon sind}} geblieben. Entfernen Sie es noch einmal, oder exportieren und importieren Sie die Akte.',
    noPicture: '„{document}“ ist kein Bild. Die Seiten werden aus dem Inhalt dargestellt.',
    nothingToAccept: 'Zu „{document}“ gibt es keine Lesung, die sich übernehmen ließe.',
    originalGone: 'Das Original dieses Dokuments gibt es nicht mehr.',
    gone: 'Dieses Dokument gibt es nicht mehr.',
    goneOrOriginal: 'Dieses Dokument oder sein Original gibt es nicht mehr.',
    highlightGone: 'Diese Markierung gibt es nicht mehr.',
    partMissing: 'Teil {part} des Originals fehlt. Entfernen Sie das Dokument, und fügen Sie es noch einmal hinzu.',
    passageGone: 'Diese Textstelle gibt es nicht mehr.',
    readingGone: 'Diese Lesung des Dokuments gibt es nicht mehr.',
    noWordsToHighlight:
      'Dort gibt es keine Wörter zum Markieren. Wählen Sie welche aus, und versuchen Sie es noch einmal.',
    highlightTooLong:
      'Eine Markierung hat höchstens {most, number} Zeichen, diese hat {count, number}. Wählen Sie weniger aus.',
    readAgainSince:
      '„{document}“ wurde seither neu eingelesen. Öffnen Sie es noch einmal, und wählen Sie die Wörter erneut aus.',
    pageNotThere: '„{document}“ hat keine Seite {page}. Wählen Sie eine vorhandene.',
    notReadForHighlights: '„{document}“ ist noch nicht eingelesen. Es lässt sich nichts darin markieren.',
    wordsNotFound:
      'Diese Wörter stehen nicht in „{document}“. Übernehmen Sie sie genau so, wie sie im Dokument stehen.',
    wordsNotOnPage:
      'Diese Wörter stehen nicht in „{document}“, Seite {page}. Übernehmen Sie sie genau so, wie sie auf der Seite stehen.',
  },
  reading: {
    notThere: '{path} ist nicht vorhanden oder nicht lesbar. Es wurde nichts hinzugefügt.',
    folderClosed: '{folder} ist nicht lesbar. Es wurde nichts hinzugefügt. Ändern Sie zuerst die Rechte.',
    uploadBroken: 'Die Übertragung wurde unterbrochen. Senden Sie die Datei noch einmal.',
    uploadElsewhere: 'Die Übertragung gehört zu einer anderen Akte.',
    tooManyUploads: 'Mehr als {most, number} Dateien werden gleichzeitig übertragen. Senden Sie die übrigen danach.',
    uploadTooLarge: '{reason} Davon wurde nichts gespeichert.',
    fileNotTaken: '{file}: {reason}',
    jobGone: 'Diesen Auftrag gibt es nicht mehr.',
  },
  watching: {
    sameFiles:
      '{folder} und {other}, das überwacht wird, enthalten dieselben Dateien. Beenden Sie zuerst die Überwachung des anderen.',
    notWatched: '{folder} wird nicht überwacht. Es wurde nichts geändert.',
  },
  references: {
    unknown: 'Es gibt keine Referenzbibliothek „{name}“.',
    noFiles: 'In {paths} gibt es keine Dateien. Es wurde nichts geändert.',
    beingBuilt: '„{name}“ wird bereits aufgebaut. Warten Sie, bis das beendet ist.',
    stopped:
      'Das Aufbauen wurde angehalten. Was eingelesen wurde, ist gespeichert. Der nächste Aufbau setzt dort fort.',
    offline:
      'Das Netzwerk ist ausgeschaltet. {address} wurde nicht gefragt. Eine Referenzbibliothek in einem Ordner braucht kein Netzwerk.',
    elsewhere:
      '„{reference}“ liegt unter {address}. Lassen Sie die Adresse weg, um sie dort aufzubauen, oder geben Sie einen anderen Namen an.',
    shared:
      '„{reference}“ liegt unter {address}, wo andere sie vielleicht lesen: Ihre Dateien werden von hier aus nicht gelöscht. Ohne Löschen wird sie nur aus der Liste entfernt.',
    documentChanged:
      '„{reference}“ enthält dieses Dokument nicht mehr in diesem Wortlaut, denn sie wurde inzwischen neu aufgebaut. Die Textstelle in der Antwort bleibt, wie sie war.',
    noAddress:
      '„{address}“ ist keine Adresse einer Referenzbibliothek. Geben Sie einen Ordner an oder s3://bucket/prefix.',
    needsEmbedder: 'Zum Aufbauen einer Referenzbibliothek braucht es ein Modell für die Suche nach Bedeutung.',
    nameTaken:
      'Es gibt schon eine Referenzbibliothek „{reference}“. Geben Sie einen anderen Namen an, oder entfernen Sie zuerst jene.',
    otherEmbedder:
      '„{reference}“ wurde mit dem Suchmodell {built} aufgebaut, hier ist {here} in Gebrauch. Installieren und wählen Sie {built}, oder binden Sie die Bibliothek nur für die Suche nach Wörtern ein.',
    noEmbedderHere:
      '„{reference}“ wurde mit dem Suchmodell {built} aufgebaut, hier ist kein Suchmodell installiert. Installieren und wählen Sie {built}, oder binden Sie die Bibliothek nur für die Suche nach Wörtern ein.',
    folderNotThere:
      'Der Ordner {folder} ist nicht vorhanden oder nicht lesbar. Verbinden Sie den Datenträger oder die Freigabe, oder geben Sie eine andere Adresse an.',
    redirects:
      'Der Objektspeicher von {address} leitet an einen anderen Server weiter, {to}. Dem wird nicht gefolgt. Geben Sie diesen als Endpunkt an, wenn er der richtige ist.',
    noRoom: 'Für {address} ist kein Platz mehr. Schaffen Sie Platz, und starten Sie es noch einmal.',
    noRights: '{address} lässt sich nicht schreiben oder nicht lesen. Ändern Sie die Rechte.',
    damaged:
      'Die Referenzbibliothek unter {address} ist nicht lesbar: Dateien fehlen oder wurden geändert. Versuchen Sie es noch einmal. Bleibt es dabei, bauen Sie sie neu auf.',
    notBuilt:
      'Unter {address} gibt es keine Referenzbibliothek, oder ihr erster Aufbau ist nicht beendet. Bauen Sie sie zuerst auf.',
    builtElsewhere:
      'Die Referenzbibliothek unter {address} wird gerade von jemand anderem aufgebaut. Einer baut auf, die anderen lesen. Warten Sie das Ende ab, und starten Sie es noch einmal.',
    newer:
      'Die Referenzbibliothek unter {address} wurde von einem neueren Consilium aufgebaut (Format {format}, dieses liest {known}). Aktualisieren Sie Consilium, oder lassen Sie sie mit dieser Version aufbauen.',
    notOne: '{address} ist keine lesbare Referenzbibliothek. Bauen Sie sie neu auf.',
    credentials:
      'Der Objektspeicher von {address} lehnt diese Zugangsdaten ab, oder es gibt keine. Geben Sie Schlüsselkennung und geheimen Schlüssel an, oder setzen Sie AWS_ACCESS_KEY_ID und AWS_SECRET_ACCESS_KEY.',
    noBucket: 'Der Objektspeicher von {address} hat diesen Bucket nicht. Prüfen Sie Adresse und Endpunkt.',
    noAnswer:
      'Der Objektspeicher von {address} antwortet nicht. Prüfen Sie, ob er erreichbar ist und der Endpunkt stimmt, und versuchen Sie es noch einmal.',
  },
  answers: {
    optionCount: 'Für eine Auswahl braucht es zwei bis zehn verschiedene Antworten.',
    noStrategy: 'Mit „{name}“ wird hier keine Antwort geschrieben.',
    gone: 'Diese Antwort gibt es nicht mehr.',
  },
  comparison: {
    noText:
      '„{document}“ hat keinen Text zum Vergleichen. Sehen Sie unter Dokumente nach: Es ist vielleicht gesperrt, beschädigt oder ein Scan, der nicht erkannt wurde.',
    notRead: '„{document}“ kann nicht verglichen werden: {why} Nichts wurde geändert.',
    emptyFile: '„{document}“ hat keinen Text zum Vergleichen. Nichts wurde geändert.',
    noPrevious:
      'Von „{document}“ ist keine vorige Fassung gespeichert. Wählen Sie ein zweites Dokument zum Vergleichen. Wird ein Dokument ersetzt, bleibt die vorige Fassung erhalten, außer bei Nachrichten und Archiven.',
    noFile: 'Es gibt keine Datei „{document}“.',
    notExact:
      'Von „{before}“ wurde keine Fassung mit Änderungen gemacht: Eine Word-Datei gibt nicht alle genau wieder. Es wurde nichts geschrieben. Exportieren Sie sie als PDF oder die Liste der Änderungen.',
  },
  surveys: {
    sameId: 'Zwei Fragen haben die Kennung „{id}“. Geben Sie jeder eine eigene. Es wurde nichts gefragt.',
    needsModel: 'Eine Tabelle braucht ein Modell auf diesem Computer, das zu jedem Dokument antwortet.',
    noDays: '{to} liegt vor {from}. Dazwischen liegt kein Tag.',
  },
  outgoing: {
    sendingForbidden: 'Senden ist für diese Akte untersagt.',
    swappedIsFixed:
      'Eine Gegenprobe stellt demselben Anbieter dieselbe Frage mit denselben Quellen. Verwerfen Sie diesen ausgehenden Text, um etwas anderes zu fragen.',
    mayHaveArrived: 'Dieser ausgehende Text ist vielleicht angekommen und bleibt, wie er aufgezeichnet ist.',
    noMark: 'In diesem ausgehenden Text gibt es kein markiertes Wort {number}.',
    changedMeanwhile:
      'Der ausgehende Text wurde inzwischen geändert. Diese Änderung wurde nicht übernommen. Lesen Sie ihn noch einmal.',
    noSource: 'Es gibt keine Quelle {source}. Vorhanden: {sources}.',
    blindFirst:
      'Die informierte Zweitmeinung und die Gegenprobe folgen auf die blinde. Holen Sie zuerst die blinde Zweitmeinung ein, und setzen Sie deren Anfrage fort.',
    informedNeedsModel: 'Eine informierte Zweitmeinung braucht ein Modell auf diesem Computer.',
    lookingNeedsModel: 'Um noch einmal nachzusehen, braucht es ein Modell auf diesem Computer.',
    nothingToSwap:
      'Es gibt nichts zu vertauschen: Der ausgehende Text nennt kein Geschlecht und keine Herkunft, bei denen das ginge.',
    damagedPseudonyms:
      'Wofür {pseudonyms} in dieser Akte steht, ist beschädigt. Es wurde nichts gesendet, und alles bleibt, wie es ist. Um aus dieser Akte wieder zu senden, stellen Sie eine Sicherung in einem leeren Ordner wieder her.',
    damagedShift:
      'Um wie viele Wochen die Daten ausgehender Texte in dieser Akte verschoben werden, ist beschädigt. Es wurde nichts gesendet, und alles bleibt, wie es ist. Um aus dieser Akte wieder zu senden, stellen Sie eine Sicherung in einem leeren Ordner wieder her.',
    final: 'Dieser ausgehende Text wurde gesendet oder verworfen und bleibt, wie er ist. Bereiten Sie einen neuen vor.',
    wordNotKept: '„{word}“ gehört nicht zu den Wörtern, die in dieser Akte lesbar bleiben.',
    wordNotListed: '„{word}“ steht nicht auf der Liste dieser Akte.',
    gone: 'Diesen ausgehenden Text gibt es nicht mehr.',
    offline: 'Das Netzwerk ist ausgeschaltet. Es wird nichts gesendet.',
    networkOff:
      'Es wurde nichts gesendet: Das Netzwerk ist ausgeschaltet. Der ausgehende Text ist gespeichert. Schalten Sie das Netzwerk ein, und geben Sie den Text noch einmal frei.',
    forbidden: 'Es wurde nichts gesendet: Senden ist für diese Akte untersagt. Der ausgehende Text ist gespeichert.',
    providerGone:
      'Es wurde nichts gesendet: Dieser Anbieter ist nicht mehr eingerichtet. Wählen Sie für den ausgehenden Text einen anderen.',
    providerChanged:
      'Es wurde nichts gesendet: Der Anbieter wurde geändert. Der ausgehende Text wurde für ihn neu vorbereitet. Lesen Sie ihn, und geben Sie ihn so frei, wie er jetzt ist.',
    unknown: 'Es wurde nichts gesendet: Diesen ausgehenden Text gibt es nicht.',
    over: 'Es wurde nichts gesendet: Dieser ausgehende Text wurde schon gesendet oder verworfen. Bereiten Sie einen neuen vor.',
    changedSince: 'Es wurde nichts gesendet: Der ausgehende Text hat sich seither geändert. Lesen Sie ihn noch einmal.',
    noSources: 'Es gibt keine Quelle {source} und auch keine andere.',
    approvalUsed:
      'Es wurde nicht noch einmal gesendet: Diese Freigabe ist verbraucht. Um noch einmal zu senden, geben Sie den ausgehenden Text noch einmal frei.',
    otherText:
      'Es wurde nichts gesendet: Die Freigabe galt einem anderen Text. Lesen Sie den ausgehenden Text, und geben Sie ihn so frei, wie er jetzt ist.',
    wordsOpen:
      'Es wurde nichts gesendet: Über {count, plural, one {# markiertes Wort} other {# markierte Wörter}} ist nicht entschieden. Ersetzen oder behalten Sie jedes, und geben Sie den ausgehenden Text dann frei.',
    preparedAnew:
      'Es wurde nichts gesendet: Der ausgehende Text hat sich geändert, seit Sie ihn gelesen haben, weil sich seine Akte oder das Programm geändert hat. Er wurde neu vorbereitet. Lesen Sie ihn, und geben Sie ihn so frei, wie er jetzt ist.',
    notAsShown:
      'Es wurde nichts gesendet: Was hinausginge, ist nicht das, was gezeigt wird. Bereiten Sie den ausgehenden Text neu vor.',
    notOnce:
      'Es wurde nichts gesendet: Was gezeigt wird, steht nicht genau einmal in dem, was hinausginge. Bereiten Sie den ausgehenden Text neu vor.',
    marksMoved:
      'Es wurde nichts gesendet: Die Ersetzungen in {part} stehen nicht dort, wo sie sollen. Bereiten Sie den ausgehenden Text neu vor.',
    termLeft:
      'Es wurde nichts gesendet: In {part} steht ein Begriff, der zu ersetzen ist. Ersetzen oder behalten Sie ihn, und geben Sie den Text dann noch einmal frei.',
    parts: {
      question: 'der Frage',
      analysis: 'der lokalen Analyse',
      candidates: 'der Liste der Kandidaten',
      option: 'Option {letter}',
    },
  },
  providers: {
    keyOfAnotherAddress:
      'Der Schlüssel gehört zu einer anderen Adresse. Geben Sie den Schlüssel für diese an oder keinen.',
    needsKey: 'Dieser Anbieter verlangt einen Schlüssel. Geben Sie ihn an.',
    needsAddress: 'Geben Sie die Adresse des Servers an: {example}',
    noAddress: '„{address}“ ist keine Webadresse.',
    addressWithKey:
      'Eine Adresse enthält keinen Benutzernamen, keinen Schlüssel und keine Parameter. Geben Sie den Schlüssel gesondert an.',
    notEncrypted:
      'An {address} würde Text unverschlüsselt übertragen. Geben Sie eine Adresse an, die mit https:// beginnt. Nur dieser Computer selbst braucht das nicht.',
    unknown: 'Es gibt keinen Anbieter „{name}“.',
  },
  opinions: {
    tooFewDecided:
      '{count, plural, one {Für # Zweitmeinung wurde entschieden, wer recht hatte} other {Für # Zweitmeinungen wurde entschieden, wer recht hatte}}. Eine Quote braucht {needed, number}. Nennen Sie einen Durchlauf, der für die Zweitmeinung steht, oder einen Anteil.',
    beingSent:
      'Ein ausgehender Text dieser Anfrage wird gerade gesendet. Warten Sie die Antwort ab, oder brechen Sie ab. Löschen Sie die Anfrage danach.',
    noBlindToSwap: 'Eine Gegenprobe wiederholt die blinde Zweitmeinung, und hier gibt es keine.',
    nothingToDecide:
      'Die Zweitmeinung betraf keine noch vorhandene Antwort dieses Computers. Es gibt nichts zu entscheiden.',
    bothAgree: 'Beide Seiten sagen dort dasselbe. Entweder haben beide recht oder keine.',
    sayWhatIsRight: 'Geben Sie mit eigenen Worten an, was richtig ist.',
    decisionHasLesson:
      'Aus dieser Entscheidung ist ein Merksatz entstanden, der daran geprüft wird. Ziehen Sie den Merksatz zuerst zurück, und entscheiden Sie dann neu.',
    noMistakeDecided:
      'Ein Merksatz entsteht aus einem Fehler dieses Computers. Entscheiden Sie zuerst, dass er falsch lag, und was richtig ist.',
    lessonBegun: 'Aus dieser Entscheidung ist schon ein Merksatz entstanden.',
    noLessonYet: 'Noch ist kein Merksatz zurückgekommen. Fordern Sie ihn zuerst an.',
    nothingSaidThere: 'Die Zweitmeinung sagt dort nichts, wovon man ausgehen könnte.',
    decideFirst: 'Entscheiden Sie zuerst, wer recht hatte.',
    comparedAnew: 'Die Meinungen sind jetzt anders gegenübergestellt. Öffnen Sie sie noch einmal.',
    noCandidates: 'Hier gibt es keine Liste von Kandidaten.',
    noOwnList:
      'Dieser Computer hat noch keine eigene Liste, gegen die sich entscheiden ließe. Erstellen Sie zuerst die Rangfolge auf diesem Computer.',
    comparingNeedsModel: 'Um mit einem Modell zu vergleichen, braucht es ein Modell auf diesem Computer.',
    swappedNeedsModel: 'Eine Gegenprobe auf diesem Computer braucht ein Modell auf diesem Computer.',
    candidatesNeedModel: 'Eine Liste von Kandidaten braucht ein Modell auf diesem Computer.',
    noDecision: 'Diese Entscheidung gibt es nicht mehr.',
    noConsultation: 'Diese Anfrage gibt es nicht mehr.',
    questionTooLong: 'Die Frage des ausgehenden Textes ist zu lang für das Modell dieses Computers.',
  },
  system: {
    refused: 'Das System hat es verweigert: {reason}. Prüfen Sie den Pfad, seine Rechte und den freien Speicherplatz.',
  },
  process: {
    stopped: '{process} ist ausgefallen. Gespeichertes ist nicht verloren. Versuchen Sie es noch einmal.',
    stoppedBecause:
      '{process} ist ausgefallen ({reason}). Gespeichertes ist nicht verloren. Versuchen Sie es noch einmal.',
    stoppedForGood:
      '{process} ist immer wieder ausgefallen ({reason}). Gespeichertes ist nicht verloren. Starten Sie Consilium neu.',
    names: {
      engine: 'Der Programmkern',
      language: 'Das Sprachmodell',
      embedding: 'Die Suche nach Bedeutung',
      reader: 'Das Einlesen',
    },
    ends: {
      memory: 'zu wenig Arbeitsspeicher',
      killed: 'vom System oder einem anderen Programm beendet',
      crashed: 'interner Fehler',
      notStarted: 'Start nicht möglich',
      unresponsive: 'keine Reaktion mehr',
      locked: 'gesperrt',
    },
    engineGone:
      'Consilium wurde währenddessen geschlossen oder beendet. Was fertig wurde, ist gespeichert. Führen Sie den Befehl noch einmal aus.',
  },
  files: {
    exists: '{path} gibt es schon. Exportieren Sie in eine andere Datei.',
    notReadable: '{path} ist keine lesbare Datei.',
  },
}
