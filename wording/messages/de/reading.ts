import type { READING as ENGLISH } from '../en/reading.ts'
import type { Translation } from '../../translate.ts'

export const READING: Translation<typeof ENGLISH> = {
  damagedNote: 'Die Hinweise zum Einlesen sind beschädigt. Sie bleiben, wie sie sind: {text}',
  damagedFailure: 'Der Vermerk, warum nicht eingelesen wurde, ist beschädigt. Er bleibt, wie er ist: {text}',
  andMore: '{names} und {count, number} weitere',
  andOthers: '{names} und weitere',
  notices: {
    lostPages:
      'Bei {count, plural, one {# Seite} other {# Seiten}} ist das Einlesen abgebrochen; {count, plural, one {sie konnte} other {sie konnten}} nicht gelesen werden.',
    fileType: 'Der Name endet auf .{extension}, der Inhalt ist aber {type}; so wurde die Datei eingelesen.',
    converted: 'Vor dem Einlesen von {by} umgewandelt: Vergleichen Sie, worauf es ankommt, mit dem Original.',
    signed: 'Die Datei ist digital signiert; die Signatur wurde nicht geprüft.',
    macros: 'Die Datei enthält Makros: Sie wurden nicht ausgeführt und gehören nicht zum Text.',
    partEnds: 'Die Datei ist beschädigt: Ein Teil bricht in der Mitte ab; was danach kam, fehlt.',
    fileEnds: 'Die Datei ist beschädigt: Sie bricht in der Mitte ab; was danach kam, fehlt.',
    hardToRead:
      '{count, plural, one {Seite {pages} ist} other {Die Seiten {pages} sind}} schwer lesbar: Vergleichen Sie den Wortlaut mit dem Bild.',
    pictures: '{count, plural, one {# Bild} other {# Bilder}}: Text in Bildern wird nicht gelesen.',
    picturesOrObjects:
      '{count, plural, one {# Bild oder Objekt} other {# Bilder oder Objekte}}: Text darin wird nicht gelesen.',
    picturesOrCharts:
      '{count, plural, one {# Bild oder Diagramm} other {# Bilder oder Diagramme}}: Text in Bildern wird nicht gelesen.',
    picturesOrDrawings:
      '{count, plural, one {# Bild oder eine Zeichnung} other {# Bilder oder Zeichnungen}}: Text in Bildern wird nicht gelesen.',
    picturesOfPage:
      '{count, plural, one {# Bild} other {# Bilder}}: Text in Bildern wird nicht gelesen, nur die Beschreibung, die die Seite angibt.',
    picturesOfFile:
      '{count, plural, one {# Bild} other {# Bilder}}: Text in Bildern wird nicht gelesen, nur die Beschreibung, die die Datei angibt.',
    objects: '{count, plural, one {# eingebettetes Objekt wurde} other {# eingebettete Objekte wurden}} nicht gelesen.',
    foreignObjects:
      '{count, plural, one {# eingebettetes Objekt eines anderen Programms wurde} other {# eingebettete Objekte anderer Programme wurden}} nicht gelesen.',
    embeddedFile: 'Die eingebettete Datei {name} wurde nicht eingelesen. {failure}',
    repeatedCells:
      '{count, plural, one {# Zelle, die die Datei vielfach wiederholt, wurde} other {# Zellen, die die Datei vielfach wiederholt, wurden}} einmal aufgenommen.',
    undecoded:
      '{count, plural, one {# Zeichen konnte nicht entziffert werden und erscheint} other {# Zeichen konnten nicht entziffert werden und erscheinen}} als \uFFFD.',
    encodingGuessed:
      'Die Datei gibt ihre Zeichenkodierung nicht an; sie wurde als {encoding} gelesen. Prüfen Sie Umlaute und Anführungszeichen.',
    codePage: 'Die Zeichentabelle {page} ist nicht bekannt; Umlaute und andere Schriften können falsch sein.',
  },
  word: {
    hiddenText:
      '{count, plural, one {# Zeichen ist verborgener Text und wurde} other {# Zeichen sind verborgener Text und wurden}} weggelassen.',
    trackedChanges:
      'Nachverfolgte Änderungen wurden als angenommen gelesen ({insertions, plural, one {# Einfügung} other {# Einfügungen}}, {deletions, plural, one {# Löschung} other {# Löschungen}}); jede ist nach ihrem Absatz vermerkt.',
    trackedInPlace:
      'Nachverfolgte Änderungen: {insertions, plural, one {# Einfügung steht} other {# Einfügungen stehen}} im Text, {deletions, plural, one {# Löschung steht} other {# Löschungen stehen}} als Vermerk nach dem Absatz.',
    formatChanges:
      '{count, plural, one {# nachverfolgte Änderung betrifft} other {# nachverfolgte Änderungen betreffen}} nur das Format.',
    struck:
      '{count, plural, one {# Zeichen ist von Hand durchgestrichen; es gehört} other {# Zeichen sind von Hand durchgestrichen; sie gehören}} zum Text.',
    shownDocuments:
      '{count, plural, one {# Dokument, das Word im Text zeigt, wurde als eigenes Dokument} other {# Dokumente, die Word im Text zeigt, wurden als eigene Dokumente}} hinzugefügt.',
    unusedMargins:
      'Kopf- und Fußzeilen, die auf keiner Seite stehen ({count, plural, one {# Zeichen} other {# Zeichen}}), wurden weggelassen.',
    unknownSigns:
      '{count, plural, one {# Zeichen einer Symbolschrift ist} other {# Zeichen einer Symbolschrift sind}} nicht bekannt.',
    subdocuments:
      '{count, plural, one {# Teil dieses Zentraldokuments liegt in einer eigenen Datei: Fügen Sie diese} other {# Teile dieses Zentraldokuments liegen in eigenen Dateien: Fügen Sie diese}} ebenfalls hinzu.',
    endlessFields: '{count, plural, one {# Zeichen steht} other {# Zeichen stehen}} in Feldern, die nicht enden.',
    strayText:
      '{count, plural, one {# Zeichen steht außerhalb der Absätze und wurde} other {# Zeichen stehen außerhalb der Absätze und wurden}} weggelassen.',
    endMissing: 'Das Ende der Datei fehlt: Was vorhanden ist, wurde gelesen.',
    bytesBehind:
      'Nach dem Ende des Dokuments {count, plural, one {folgt noch # Byte, das nicht gelesen wurde} other {folgen noch # Byte, die nicht gelesen wurden}}.',
    formulas: '{count, plural, one {# Formel wurde} other {# Formeln wurden}} als Zeichenfolge gelesen.',
  },
  sheets: {
    hidden: 'Das Tabellenblatt „{sheet}“ ist ausgeblendet; es wurde ebenfalls gelesen.',
    hiddenRows:
      'Das Tabellenblatt „{sheet}“ hat {rows, plural, one {# ausgeblendete Zeile; sie wurde} other {# ausgeblendete Zeilen; sie wurden}} ebenfalls gelesen.',
    hiddenColumns:
      'Das Tabellenblatt „{sheet}“ hat {columns, plural, one {# ausgeblendete Spalte; sie wurde} other {# ausgeblendete Spalten; sie wurden}} ebenfalls gelesen.',
    hiddenRowsAndColumns:
      'Das Tabellenblatt „{sheet}“ hat {rows, plural, one {# ausgeblendete Zeile} other {# ausgeblendete Zeilen}} und {columns, plural, one {# ausgeblendete Spalte} other {# ausgeblendete Spalten}}; sie wurden ebenfalls gelesen.',
    covered:
      'Tabellenblatt „{sheet}“: {count, plural, one {# Wert, den verbundene Zellen verdecken, wurde} other {# Werte, die verbundene Zellen verdecken, wurden}} weggelassen.',
    withoutResult:
      'Tabellenblatt „{sheet}“: {count, plural, one {# Formel} other {# Formeln}} ohne gespeichertes Ergebnis ({cells}). Öffnen Sie die Datei in ihrem Programm, speichern Sie sie und fügen Sie sie erneut hinzu.',
    objects:
      'Tabellenblatt „{sheet}“: {count, plural, one {# eingebettetes Objekt eines anderen Programms wurde} other {# eingebettete Objekte anderer Programme wurden}} nicht gelesen.',
    beyond:
      'Tabellenblatt „{sheet}“: {count, plural, one {# Zelle liegt jenseits der letzten Zeile oder Spalte und wurde} other {# Zellen liegen jenseits der letzten Zeile oder Spalte und wurden}} weggelassen.',
    repeated: 'Tabellenblatt „{sheet}“: Was die Datei immer wieder wiederholt, wurde einmal aufgenommen ({ranges}).',
    missing: 'Das Tabellenblatt „{sheet}“ fehlt in der Datei und konnte nicht gelesen werden.',
    trackedChanges: 'In der Datei werden Änderungen nachverfolgt; sie wurde mit ihnen gelesen.',
    foreignValues: 'Werte, die die Datei für ihre Formeln aus anderen Dateien behält, wurden nicht gelesen.',
    macros: 'Die Arbeitsmappe enthält Makros; sie wurden weder ausgeführt noch gelesen.',
    noTable: 'In der Datei sind keine Zeilen und Spalten zu erkennen; sie wurde als reiner Text gelesen.',
  },
  slides: {
    none: 'Die Präsentation hat keine Folien.',
    hidden:
      'In der Vorführung ausgeblendet und dennoch gelesen: {count, plural, one {Folie {slides}} other {Folien {slides}}}.',
    hiddenShapes:
      '{count, plural, one {# Zeichen steht in ausgeblendeten Formen und wurde} other {# Zeichen stehen in ausgeblendeten Formen und wurden}} weggelassen.',
    charts:
      '{count, plural, one {# Diagramm hält seine Werte} other {# Diagramme halten ihre Werte}} auf eine Art, die nicht gelesen wird.',
    clips:
      '{count, plural, one {# Ton- oder Filmausschnitt wurde} other {# Ton- oder Filmausschnitte wurden}} nicht gelesen.',
    design: 'Die Gestaltung der Folien zeigt Wörter, die nicht im Text stehen: „{words}“.',
  },
  web: {
    hiddenText:
      '{count, plural, one {# Zeichen ist auf der Seite verborgen und wurde} other {# Zeichen sind auf der Seite verborgen und wurden}} weggelassen.',
    frames:
      '{count, plural, one {# Rahmen zeigt eine andere Seite, die nicht gelesen wurde} other {# Rahmen zeigen andere Seiten, die nicht gelesen wurden}}. Fügen Sie auch diese hinzu.',
    otherFiles:
      '{count, plural, one {# weitere Datei, die mit der Seite gespeichert ist, wurde} other {# weitere Dateien, die mit der Seite gespeichert sind, wurden}} nicht gelesen.',
  },
  mail: {
    hiddenText:
      '{count, plural, one {# Zeichen ist in der Nachricht verborgen und wurde} other {# Zeichen sind in der Nachricht verborgen und wurden}} weggelassen.',
    twoTexts:
      'Die Nachricht hat einen reinen und einen formatierten Text, die sich unterscheiden; beide wurden nacheinander gelesen.',
    formNotRead: 'Eine Fassung des Textes wurde nicht gelesen. {failure}',
    signed: 'Die Nachricht ist signiert; die Signatur wurde nicht geprüft.',
    encrypted: 'Ein Teil der Nachricht ist verschlüsselt und wurde nicht gelesen.',
    noSender: 'Die Nachricht nennt keinen Absender; ihr Kopf fehlt vielleicht oder ist beschädigt.',
    breaksOff: 'Die Nachricht bricht vor ihrem Ende ab; der letzte Teil ist vielleicht unvollständig.',
    packed:
      'winmail.dat enthält von Outlook gepackte Dateien, die nicht entpackt werden. Bitten Sie um gewöhnliche Anhänge.',
    elsewhere: 'Ein Teil der Nachricht liegt anderswo und wurde nicht abgerufen.',
    inParts: 'Dies ist ein Teil einer Nachricht, die in mehreren Teilen gesendet wurde.',
    smallPictures:
      '{count, plural, one {# kleines Bild im Text (Logo, Signatur) wurde} other {# kleine Bilder im Text (Logos, Signaturen) wurden}} weggelassen.',
    attachment: 'Der Anhang „{name}“ konnte der Nachricht nicht entnommen werden.',
    namelessAttachment: 'Der Anhang ohne Namen konnte der Nachricht nicht entnommen werden.',
    tooMany:
      'Das Postfach enthält {count, number} Nachrichten; nur die ersten {taken, number} wurden übernommen. Teilen Sie es und fügen Sie die Teile mit den übrigen {left, number} hinzu.',
  },
  pictures: {
    notRecognised: 'Dies ist ein Bild; sein Text wurde nicht erkannt.',
    damaged:
      '{count, number} von {of, number} Bildern in der Datei {count, plural, one {ist beschädigt und konnte} other {sind beschädigt und konnten}} nicht gelesen werden.',
    noData:
      'Gescannte Seiten wurden nicht erkannt: Die Daten für die Texterkennung fehlen. Installieren Sie Consilium neu und lesen Sie das Dokument dann noch einmal ein.',
    noLanguage:
      'Die Daten für die Erkennung von {language} fehlen; die Sprache wurde ermittelt. Installieren Sie Consilium neu oder wählen Sie eine andere Sprache.',
    onlyLanguages:
      'Die Daten für die Erkennung von {language} fehlen; die Seiten wurden nur als {others} gelesen. Installieren Sie Consilium neu oder wählen Sie eine andere Sprache.',
  },
  pdf: {
    patched:
      'Die Datei ist beschädigt und wurde mit einem nachsichtigeren Verfahren gelesen: Teile können fehlen. Vergleichen Sie sie mit einem unbeschädigten Exemplar.',
    noCopying: 'Der Inhaber dieses PDFs erlaubt nicht, den Text zu kopieren; er wurde nur zur Verwendung hier gelesen.',
    form: 'Dies ist ein XFA-Formular: Eingetragenes fehlt möglicherweise im Text. Öffnen Sie es in Adobe Reader, drucken Sie es als PDF und fügen Sie dieses hinzu.',
    signed: 'Das Dokument ist elektronisch signiert. Ob die Signatur echt ist, wurde nicht geprüft.',
    signedBy: 'Das Dokument ist elektronisch signiert ({by}). Ob die Signatur echt ist, wurde nicht geprüft.',
    scanned:
      '{count, plural, one {Seite {pages} ist ein Scan ohne Textebene und wurde} other {Die Seiten {pages} sind Scans ohne Textebene und wurden}} nicht erkannt.',
    failed:
      '{count, plural, one {Seite {pages} ist beschädigt und konnte} other {Die Seiten {pages} sind beschädigt und konnten}} nicht gelesen werden.',
    garbled:
      '{count, plural, one {Auf Seite {pages}} other {Auf den Seiten {pages}}} ist kein Verlass: Die Textebene sieht verstümmelt aus.',
    hidden:
      '{count, plural, one {Seite {pages} enthält} other {Die Seiten {pages} enthalten}} Text, den niemand sieht (unsichtbar, weiß oder verdeckt). Er wurde weggelassen.',
    invisible:
      '{count, plural, one {Seite {pages} enthält} other {Die Seiten {pages} enthalten}} nur Text, den niemand sieht. Er wurde dennoch gelesen.',
    layout: '{count, number} von {of, number} Wörtern passten nicht in das Layout und stehen am Ende ihrer Seiten.',
    attachmentsTooLarge: 'Ein Anhang ist entpackt zu groß: Die Dateien in diesem PDF wurden nicht gelesen.',
    attachmentsFailed: 'Anhänge, die nicht entpackt werden konnten: {names}.',
  },
  archive: {
    refused: '{count, plural, one {# Datei} other {# Dateien}} im Archiv nicht eingelesen ({reason}): {names}.',
    tooMany:
      'Das Archiv enthält {count, number} Dateien; nur die ersten {taken, number} wurden übernommen. Entpacken Sie es und fügen Sie die übrigen {left, number} hinzu.',
    refusals: {
      encrypted: 'verschlüsselt',
      link: 'eine Verknüpfung',
      overlapping: 'liegt über einer anderen Datei',
      tooLarge: 'zu groß',
      unpacksLarge: 'entpackt weit größer als die Datei',
      beyondLimit: 'jenseits der Grenze des Archivs',
      otherMethod: 'mit einem Verfahren gepackt, das nicht gelesen wird',
      damaged: 'beschädigt',
    },
    tooDeep:
      '{count, plural, one {# enthaltene Datei wurde} other {# enthaltene Dateien wurden}} weggelassen (mehr als {depth, number} Ebenen tief): {names}.',
    tooMuch:
      '{count, plural, one {# enthaltene Datei wurde} other {# enthaltene Dateien wurden}} weggelassen (zu viel für eine Datei): {names}.',
  },
  reference: {
    failedPages:
      '{count, number} von {of, plural, one {# Seite} other {# Seiten}} {count, plural, one {konnte} other {konnten}} nicht gelesen werden.',
    filesInside:
      '{count, plural, one {# enthaltene Datei wurde nicht aufgenommen; fügen Sie sie als eigene Datei} other {# enthaltene Dateien wurden nicht aufgenommen; fügen Sie sie als eigene Dateien}} hinzu.',
  },
  pages: {
    noText: 'das Dokument hat keinen Text',
    noTextInFile: 'die Datei hat keinen Text',
    noVisibleText: 'die Seite hat keinen sichtbaren Text',
    noTextOnPage: 'auf der Seite steht kein Text',
    noChapterText: 'das Kapitel hat keinen Text',
    noMessage: 'die Nachricht hat weder Kopf noch Text',
    noMessages: 'das Postfach ist leer',
    noFiles: 'das Archiv enthält keine Dateien',
    noSlideText: 'die Folie hat keinen Text',
    slidePictures: 'die Folie hat Bilder und keinen Text',
    emptySheet: 'das Tabellenblatt ist leer',
    chartSheet: 'das Tabellenblatt ist ein Diagramm ohne Titel',
    macroSheet: 'das Tabellenblatt enthält ein Makro oder einen Dialog',
    missingSheet: 'das Tabellenblatt fehlt in der Datei',
    scanned: 'gescannte Seite: keine Textebene',
    picture: 'ein Bild: sein Text wurde nicht erkannt',
    damagedImage: 'das Bild ist beschädigt',
    noPrintInPicture: 'im Bild wurde kein Druck gefunden; Handschrift wird nicht erkannt',
    noPrintOnPage: 'auf der Seite wurde kein Druck gefunden; Handschrift wird nicht erkannt',
    noPrintInstead: 'im Bild der Seite wurde kein Druck gefunden; dies ist ihre Textebene',
    beside: 'ein Teil der Seite ist ihre Textebene, der Rest wurde aus ihrem Bild erkannt',
    instead: 'die Textebene ist verstümmelt; der Text wurde aus dem Bild der Seite erkannt',
    asked: 'der Text wurde wie gewünscht aus dem Bild der Seite erkannt statt aus ihrer Textebene',
    notRecognised: 'der Text konnte nicht erkannt werden ({why})',
    notRecognisedOwnText: 'der Text konnte nicht erkannt werden ({why}); dies ist die Textebene',
    damaged: 'die Seite ist beschädigt ({why})',
    nothingCame: 'die Seite ist beschädigt (es kam nichts zurück)',
    unknownChapter: 'Das Buch nennt ein Kapitel, das es nicht enthält.',
    chapterType: 'Kapitel des Typs {type} werden nicht gelesen.',
    missingPart: 'Der Teil {part} fehlt im Buch.',
    notRead: 'Die Seite wurde nicht gelesen.',
  },
}
