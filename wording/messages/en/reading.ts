/** What the engine noticed while it read a document, and why a page has no text. */
export const READING = {
  /** The text of what was kept in a form that is not understood. */
  damagedNote: 'What was noticed when it was read is damaged. It is kept as it is: {text}',
  damagedFailure: 'What was noted of why it was not read is damaged. It is kept as it is: {text}',
  andMore: '{names} and {count, number} more',
  andOthers: '{names} and others',
  notices: {
    lostPages: '{count, plural, one {# page} other {# pages}} stopped the reader and could not be read.',
    fileType: 'The name ends in .{extension}, but the content is {type}; it was read as that.',
    converted: 'Converted by {by} before it was read: compare what counts with the original.',
    signed: 'The file carries a digital signature; it was not checked.',
    macros: 'The file holds macros: they were not run and are not part of the text.',
    partEnds: 'The file is damaged: a part of it ends in the middle; what came after it is missing.',
    fileEnds: 'The file is damaged: it ends in the middle; what came after that is missing.',
    hardToRead:
      '{count, plural, one {Page {pages} is} other {Pages {pages} are}} hard to read: compare the words with the picture.',
    pictures: '{count, plural, one {# picture} other {# pictures}}: text inside pictures is not read.',
    picturesOrObjects:
      '{count, plural, one {# picture or object} other {# pictures or objects}}: text inside them is not read.',
    picturesOrCharts:
      '{count, plural, one {# picture or chart} other {# pictures or charts}}: text inside pictures is not read.',
    picturesOrDrawings:
      '{count, plural, one {# picture or drawing} other {# pictures or drawings}}: text inside pictures is not read.',
    picturesOfPage:
      '{count, plural, one {# picture} other {# pictures}}: text inside pictures is not read, only the description that the page gives.',
    picturesOfFile:
      '{count, plural, one {# picture} other {# pictures}}: text inside pictures is not read, only the description that the file gives.',
    objects: '{count, plural, one {# embedded object was} other {# embedded objects were}} not read.',
    foreignObjects:
      '{count, plural, one {# embedded object of another program was} other {# embedded objects of other programs were}} not read.',
    embeddedFile: 'The embedded file {name} was not read. {failure}',
    repeatedCells:
      '{count, plural, one {# cell that the file repeats many times was} other {# cells that the file repeats many times were}} written once.',
    undecoded:
      '{count, plural, one {# character could not be decoded and shows} other {# characters could not be decoded and show}} as \uFFFD.',
    encodingGuessed:
      'The text encoding is not stated in the file; it was read as {encoding}. Check accents and quotation marks.',
    codePage: 'The code page {page} is not known; letters with accents and other scripts may be wrong.',
  },
  /** In texts of word processors. */
  word: {
    hiddenText:
      '{count, plural, one {# character is hidden text and was} other {# characters are hidden text and were}} left out.',
    trackedChanges:
      'Tracked changes were read as accepted ({insertions, plural, one {# insertion} other {# insertions}}, {deletions, plural, one {# deletion} other {# deletions}}); each is reported behind its paragraph.',
    trackedInPlace:
      'Tracked changes: {insertions, plural, one {# insertion is} other {# insertions are}} in the text, {deletions, plural, one {# deletion follows its paragraph as a note} other {# deletions follow their paragraphs as notes}}.',
    formatChanges: '{count, plural, one {# tracked change is} other {# tracked changes are}} of format only.',
    struck:
      '{count, plural, one {# character is struck through by hand; it is} other {# characters are struck through by hand; they are}} part of the text.',
    shownDocuments:
      '{count, plural, one {# document that Word shows in the text was added as a document of its own} other {# documents that Word shows in the text were added as documents of their own}}.',
    unusedMargins:
      'Headers and footers that no page shows ({count, plural, one {# character} other {# characters}}) were left out.',
    unknownSigns: '{count, plural, one {# sign of a symbol font is} other {# signs of a symbol font are}} not known.',
    subdocuments:
      '{count, plural, one {# part of this master document lies in a file of its own: add it} other {# parts of this master document lie in files of their own: add them}} as well.',
    endlessFields: '{count, plural, one {# character is} other {# characters are}} in fields that never end.',
    strayText:
      '{count, plural, one {# character is outside any paragraph and was} other {# characters are outside any paragraph and were}} left out.',
    endMissing: 'The end of the file is missing: what is there was read.',
    bytesBehind:
      'After the end of the document {count, plural, one {# more byte follows, which was} other {# more bytes follow, which were}} not read.',
    formulas: '{count, plural, one {# formula was} other {# formulas were}} read as a row of characters.',
  },
  sheets: {
    hidden: 'Sheet "{sheet}" is hidden; it was read too.',
    hiddenRows:
      'Sheet "{sheet}" has {rows, plural, one {# hidden row; it was} other {# hidden rows; they were}} read too.',
    hiddenColumns:
      'Sheet "{sheet}" has {columns, plural, one {# hidden column; it was} other {# hidden columns; they were}} read too.',
    hiddenRowsAndColumns:
      'Sheet "{sheet}" has {rows, plural, one {# hidden row} other {# hidden rows}} and {columns, plural, one {# hidden column} other {# hidden columns}}; they were read too.',
    covered:
      'Sheet "{sheet}": {count, plural, one {# value} other {# values}} under merged cells, where none is shown, left out.',
    withoutResult:
      'Sheet "{sheet}": {count, plural, one {# formula} other {# formulas}} without a stored result ({cells}). Open the file in its own program, save it, and add it again.',
    objects:
      'Sheet "{sheet}": {count, plural, one {# embedded object of another program was} other {# embedded objects of other programs were}} not read.',
    beyond:
      'Sheet "{sheet}": {count, plural, one {# cell lies beyond the last row or column of a sheet and was} other {# cells lie beyond the last row or column of a sheet and were}} left out.',
    repeated: 'Sheet "{sheet}": what the file repeats again and again was written once ({ranges}).',
    missing: 'Sheet "{sheet}" is missing in the file and could not be read.',
    trackedChanges: 'Changes are tracked in the file; it was read with them.',
    foreignValues: 'Values that the file keeps of other files for its formulas were not read.',
    macros: 'The workbook has macros; they were neither run nor read.',
    noTable: 'No rows and columns could be made out in the file; it was read as plain text.',
  },
  slides: {
    none: 'The presentation has no slides.',
    hidden: 'Hidden in the show, read all the same: {count, plural, one {slide {slides}} other {slides {slides}}}.',
    hiddenShapes:
      '{count, plural, one {# character is in hidden shapes and was} other {# characters are in hidden shapes and were}} left out.',
    charts:
      '{count, plural, one {# chart keeps its values} other {# charts keep their values}} in a way that is not read.',
    clips: '{count, plural, one {# sound or film clip was} other {# sound or film clips were}} not read.',
    design: 'The design of the slides shows words that are not in the text: "{words}".',
  },
  web: {
    hiddenText:
      '{count, plural, one {# character is hidden in the page and was} other {# characters are hidden in the page and were}} left out.',
    frames:
      '{count, plural, one {# frame shows another page, which was not read. Add that page} other {# frames show other pages, which were not read. Add those pages}} as well.',
    otherFiles:
      '{count, plural, one {# other file saved with the page was} other {# other files saved with the page were}} not read.',
  },
  mail: {
    hiddenText:
      '{count, plural, one {# character is hidden in the message and was} other {# characters are hidden in the message and were}} left out.',
    twoTexts: 'The message has a plain and a formatted text that differ; both were read, one after the other.',
    formNotRead: 'One form of the text was not read. {failure}',
    signed: 'The message is signed; the signature was not checked.',
    encrypted: 'A part of the message is encrypted and was not read.',
    noSender: 'The message names no sender; its header may be missing or damaged.',
    breaksOff: 'The message breaks off before its end; its last part may be incomplete.',
    packed: 'winmail.dat holds files packed by Outlook, which are not unpacked. Ask for them as ordinary attachments.',
    elsewhere: 'A part of the message lies elsewhere and was not fetched.',
    inParts: 'This is one part of a message that was sent in several.',
    smallPictures:
      '{count, plural, one {# small picture shown in the text (logos, signatures) was} other {# small pictures shown in the text (logos, signatures) were}} left out.',
    attachment: 'The attachment “{name}” could not be taken out of the message.',
    namelessAttachment: 'The attachment without a name could not be taken out of the message.',
    tooMany:
      'The mailbox has {count, number} messages; only the first {taken, number} were taken. Split it and add the parts for the other {left, number}.',
  },
  pictures: {
    notRecognised: 'This is a picture; its text was not recognised.',
    damaged:
      '{count, number} of {of, number} images in the file {count, plural, one {is} other {are}} damaged and could not be read.',
    noData:
      'Scanned pages were not recognised: the recognition data is missing. Install Consilium again, then read the document again.',
    noLanguage:
      'The data for recognising {language} is missing; the language was detected. Install Consilium again, or choose another language.',
    onlyLanguages:
      'The data for recognising {language} is missing; the pages were read as {others} only. Install Consilium again, or choose another language.',
  },
  pdf: {
    patched:
      'The file is damaged and was read by a more patient reader: parts may be missing. Compare it with a sound copy.',
    noCopying: 'The owner of this PDF does not allow copying its text; it was read for use here only.',
    form: 'This is an XFA form: what is filled in may not be in the text. Open it in Adobe Reader, print it as a PDF and add that.',
    signed: 'It is signed electronically. Whether that is genuine was not checked.',
    signedBy: 'It is signed electronically ({by}). Whether that is genuine was not checked.',
    scanned:
      '{count, plural, one {Page {pages} is} other {Pages {pages} are}} scanned, without a text layer, and not recognised.',
    failed: '{count, plural, one {Page {pages} is} other {Pages {pages} are}} damaged and could not be read.',
    garbled:
      '{count, plural, one {Page {pages} is} other {Pages {pages} are}} not to be trusted: the text layer looks garbled.',
    hidden:
      '{count, plural, one {Page {pages} holds} other {Pages {pages} hold}} text that cannot be seen (invisible, white or covered). It was left out.',
    invisible:
      '{count, plural, one {Page {pages} holds} other {Pages {pages} hold}} only text that cannot be seen. It was read all the same.',
    layout: '{count, number} of {of, number} words did not fit the layout and are at the end of their pages.',
    attachmentsTooLarge: 'An attachment is too large unpacked: the files inside this PDF were not read.',
    attachmentsFailed: 'Attachments that could not be unpacked: {names}.',
  },
  archive: {
    refused: '{count, plural, one {# file} other {# files}} in the archive not read ({reason}): {names}.',
    tooMany:
      'The archive has {count, number} files; only the first {taken, number} were taken. Unpack it and add the other {left, number}.',
    refusals: {
      encrypted: 'encrypted',
      link: 'a link',
      overlapping: 'lies over another file',
      tooLarge: 'too large',
      unpacksLarge: 'unpacks to far more than its size',
      beyondLimit: 'beyond the limit of the archive',
      otherMethod: 'packed by a method that is not read',
      damaged: 'damaged',
    },
    tooDeep:
      '{count, plural, one {# file inside was} other {# files inside were}} left out (more than {depth, number} files deep): {names}.',
    tooMuch:
      '{count, plural, one {# file inside was} other {# files inside were}} left out (too much for one file): {names}.',
  },
  /** Of a reference library, which takes in no files inside others. */
  reference: {
    failedPages: '{count, number} of {of, plural, one {# page} other {# pages}} could not be read.',
    filesInside:
      '{count, plural, one {# file inside it was not taken in; add it as a file of its own} other {# files inside it were not taken in; add them as files of their own}}.',
  },
  /** Why a page has no text, or where its text is from. They stand behind the number of the page. */
  pages: {
    noText: 'the document has no text',
    noTextInFile: 'the file has no text',
    noVisibleText: 'the page has no visible text',
    noTextOnPage: 'no text is on the page',
    noChapterText: 'the chapter has no text',
    noMessage: 'the message has neither header nor text',
    noMessages: 'the mailbox is empty',
    noFiles: 'the archive holds no files',
    noSlideText: 'the slide has no text',
    slidePictures: 'the slide has pictures and no text',
    emptySheet: 'the sheet is empty',
    chartSheet: 'the sheet is a chart without a title',
    macroSheet: 'the sheet holds a macro or a dialog',
    missingSheet: 'the sheet is missing in the file',
    scanned: 'scanned page: no text layer',
    picture: 'a picture: its text was not recognised',
    damagedImage: 'the image is damaged',
    noPrintInPicture: 'no print was found in the picture; handwriting is not recognised',
    noPrintOnPage: 'no print was found on the page; handwriting is not recognised',
    noPrintInstead: 'no print was found in the picture of the page; this is its text layer',
    beside: 'a part of the page is its text layer, the rest was recognised from its picture',
    instead: 'the text layer is garbled; the text was recognised from the picture of the page',
    asked: 'the text was recognised from the picture of the page instead of its text layer, as asked',
    notRecognised: 'the text could not be recognised ({why})',
    notRecognisedOwnText: 'the text could not be recognised ({why}); this is the text layer',
    damaged: 'the page is damaged ({why})',
    nothingCame: 'the page is damaged (nothing came back)',
    unknownChapter: 'The book names a chapter that is not in it.',
    chapterType: 'Chapters of the type {type} are not read.',
    missingPart: 'The part {part} is missing in the book.',
    notRead: 'It was not read.',
  },
} as const
