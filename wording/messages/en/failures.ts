import { FAILURES_OF_KNOWLEDGE } from './failures-of-knowledge.ts'
import { FAILURES_OF_STORES } from './failures-of-stores.ts'

/** Why something could not be done, by what it is about: what happened, what was kept, what to do. Where the window says itself what to do
 * (`window.errors`), only what happened stands here. */
export const FAILURES = {
  ...FAILURES_OF_KNOWLEDGE,
  ...FAILURES_OF_STORES,
  home: {
    noSamples: 'The sample documents are missing in {folder}. Install Consilium again.',
    locked: 'Consilium is locked. Unlock it with your passphrase, then try again.',
    keyFileOnly: 'Only a key file protects your data, so locking would keep nobody out. Set a passphrase first.',
    restoreIntoEmpty: 'A backup is restored only into an empty folder. Give another folder.',
  },
  matters: {
    isSample:
      '"{matter}" is a sample with invented documents and takes no others. Create a matter of your own for them. Nothing was added.',
    closed: '"{matter}" was closed. What was written is kept.',
    unknown: 'There is no matter "{matter}".',
    nameTaken: 'There is already a matter named "{name}".',
    gone: 'This matter is no longer there.',
  },
  drafts: {
    gone: 'This draft is no longer there.',
    unknown: 'There is no draft "{draft}" in "{matter}".',
    findingGone: 'This finding is no longer there. Check the draft again.',
    notRead: '"{draft}" could not be read, so it was not checked. {why}',
    noText:
      '"{draft}" has no text to check. Nothing was kept. If it is a scan, add it to a matter to have it recognised.',
    notChecked: '"{draft}" has not been checked to the end. Check it, then save the report.',
  },
  documents: {
    unknown: 'There is no document "{document}" in "{matter}".',
    notReadByOcr:
      '{count, plural, one {Page} other {Pages}} {pages} of "{document}" {count, plural, one {was} other {were}} not read by OCR on demand. There is nothing to undo.',
    notReadForOcr: '"{document}" has not been read yet. Its pages can be read by OCR once it is.',
    ocrOfPdfOnly: 'Only pages of PDF documents can be read by OCR one by one, and "{document}" is not a PDF.',
    noPage: '"{document}" has no page {page}. Its last page is {last}.',
    insideAnother: '"{document}" is inside another document. Replace that one.',
    tracesLeft:
      'The document is removed, but {count, plural, one {# trace of it is} other {# traces of it are}} left. Remove it again, or export and import the matter.',
    noPicture: '"{document}" is not a picture. Its pages are drawn from its content.',
    nothingToAccept: '"{document}" has no reading to accept.',
    originalGone: 'The original of this document is no longer there.',
    gone: 'This document is no longer there.',
    goneOrOriginal: 'This document, or its original, is no longer there.',
    highlightGone: 'This highlight is no longer there.',
    partMissing: 'Part {part} of the original is missing. Remove the document and add it again.',
    passageGone: 'This passage is no longer there.',
    readingGone: 'This reading of the document is no longer there.',
    noWordsToHighlight: 'There are no words to highlight there. Select some and try again.',
    highlightTooLong:
      'A highlight has at most {most, number} characters, and this one has {count, number}. Select less.',
    readAgainSince: '"{document}" has been read again since. Open it again and select the words once more.',
    pageNotThere: '"{document}" has no page {page}. Choose one that it has.',
    notReadForHighlights: '"{document}" has not been read yet, so nothing can be highlighted in it.',
    wordsNotFound: 'These words were not found in "{document}". Use them exactly as the document has them.',
    wordsNotOnPage: 'These words were not found in "{document}", page {page}. Use them exactly as the page has them.',
  },
  reading: {
    notThere: '{path} is not there or cannot be read. Nothing was added.',
    folderClosed: '{folder} cannot be read. Nothing was added. Change its permissions first.',
    uploadBroken: 'The upload was interrupted. Send the file again.',
    uploadElsewhere: 'The upload belongs to another matter.',
    tooManyUploads: 'More than {most, number} files are being sent at once. Send the rest after these.',
    uploadTooLarge: '{reason} Nothing of it was kept.',
    fileNotTaken: '{file}: {reason}',
    jobGone: 'This job is no longer there.',
  },
  watching: {
    sameFiles: '{folder} and {other}, which is watched, hold the same files. Stop watching the other one first.',
    notWatched: '{folder} is not watched. Nothing was changed.',
  },
  references: {
    unknown: 'There is no reference library "{name}".',
    noFiles: 'There are no files in {paths}. Nothing was changed.',
    beingBuilt: '"{name}" is being built already. Wait until that has ended.',
    stopped: 'Building was stopped. What was read is kept. The next build goes on from there.',
    offline:
      'The network is switched off, so {address} was not asked. A reference library in a folder needs no network.',
    elsewhere: '"{reference}" is at {address}. Leave the address out to build it there, or enter another name.',
    shared:
      '"{reference}" is at {address}, where others may read it: its files are not deleted from here. Without deleting, it is only removed from the list.',
    documentChanged:
      '"{reference}" no longer holds this document in this wording, because it was rebuilt since. The passage in the answer is kept as it was.',
    noAddress: '"{address}" is not the address of a reference library. Enter a folder, or s3://bucket/prefix.',
    needsEmbedder: 'Building a reference library needs a model for searching by meaning.',
    nameTaken: 'There is already a reference library "{reference}". Enter another name, or remove that one first.',
    otherEmbedder:
      '"{reference}" was built with the search model {built}, and {here} is in use here. Install and choose {built}, or attach the library for search by words alone.',
    noEmbedderHere:
      '"{reference}" was built with the search model {built}, and no search model is installed here. Install and choose {built}, or attach the library for search by words alone.',
    folderNotThere:
      'The folder {folder} is not there or cannot be read. Connect its disk or share, or enter another address.',
    redirects:
      'The object store of {address} redirects to another host, {to}. That is not followed. Enter that host as the endpoint, if it is the right one.',
    noRoom: 'There is no room left for {address}. Free some space, then run it again.',
    noRights: '{address} cannot be written or read. Change its permissions.',
    damaged:
      'The reference library at {address} cannot be read: files of it are missing or changed. Try again. If it stays so, build it again.',
    notBuilt: 'There is no reference library at {address}, or its first build has not ended. Build it first.',
    builtElsewhere:
      'Someone else is building the reference library at {address}. One builds, the others read. Wait until it has ended, then run it again.',
    newer:
      'The reference library at {address} was built by a newer Consilium (format {format}, this one reads {known}). Update Consilium, or have it built with this version.',
    notOne: '{address} is not a reference library that can be read. Build it again.',
    credentials:
      'The object store of {address} refuses these credentials, or there are none. Enter the key id and the secret, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    noBucket: 'The object store of {address} has no such bucket. Check the address and the endpoint.',
    noAnswer:
      'The object store of {address} does not answer. Check that it can be reached and that the endpoint is right, then try again.',
  },
  answers: {
    optionCount: 'Choosing an answer needs two to ten different options.',
    noStrategy: 'No answer is written by "{name}" here.',
    gone: 'This answer is no longer there.',
  },
  comparison: {
    noText:
      '"{document}" has no text to compare. Look at it in Documents: it may be locked, damaged, or a scan that was not recognised.',
    notRead: '"{document}" cannot be compared: {why} Nothing was changed.',
    emptyFile: '"{document}" has no text to compare. Nothing was changed.',
    noPrevious:
      'No previous version of "{document}" is kept. Choose a second document to compare it with. Consilium keeps the previous version when a file is replaced, except for messages and archives.',
    noFile: 'There is no file "{document}".',
    notExact:
      'No redline of "{before}" was made: a Word file does not hold all changes exactly. Nothing was written. Export the redline as PDF, or the list of changes.',
  },
  surveys: {
    sameId: 'Two questions have the id "{id}". Give each its own. Nothing was asked.',
    needsModel: 'A table needs a model on this computer, which answers for each document.',
    noDays: '{to} is before {from}, so there is no day between them.',
  },
  outgoing: {
    sendingForbidden: 'Sending is forbidden for this matter.',
    swappedIsFixed:
      'A bias check asks the same provider the same question with the same sources. Discard this outgoing text to ask something else.',
    mayHaveArrived: 'This outgoing text may have arrived, so it stays as it is recorded.',
    noMark: 'There is no marked word {number} in this outgoing text.',
    changedMeanwhile: 'The outgoing text was changed meanwhile, so this change was not made. Read it again.',
    noSource: 'There is no source {source}. There are: {sources}.',
    blindFirst:
      'An informed opinion and a bias check come after the blind opinion. Ask for the blind opinion first, then go on with its consultation.',
    informedNeedsModel: 'An informed opinion needs a model on this computer.',
    lookingNeedsModel: 'Looking again needs a model on this computer.',
    nothingToSwap: 'There is nothing to swap: the outgoing text names no sex and no origin that can be.',
    damagedPseudonyms:
      'What {pseudonyms} stands for in this matter is damaged. Nothing was sent, and everything is kept as it is. To send from this matter again, restore a backup into an empty folder.',
    damagedShift:
      'By how many weeks the dates of outgoing texts are moved in this matter is damaged. Nothing was sent, and everything is kept as it is. To send from this matter again, restore a backup into an empty folder.',
    final: 'This outgoing text was sent or discarded, so it stays as it is. Prepare another one.',
    wordNotKept: '"{word}" is not among the words that stay readable in this matter.',
    wordNotListed: '"{word}" is not on the list of this matter.',
    gone: 'This outgoing text is no longer there.',
    offline: 'The network is switched off, so nothing is sent.',
    networkOff:
      'Nothing was sent: the network is switched off. The outgoing text is kept. Switch the network on, then approve it again.',
    forbidden: 'Nothing was sent: sending is forbidden for this matter. The outgoing text is kept.',
    providerGone: 'Nothing was sent: this provider is no longer set up. Choose another one for the outgoing text.',
    providerChanged:
      'Nothing was sent: the provider was changed. The outgoing text was prepared again for it. Read it and approve it as it is now.',
    unknown: 'Nothing was sent: there is no such outgoing text.',
    over: 'Nothing was sent: this outgoing text was sent or discarded. Prepare another one.',
    changedSince: 'Nothing was sent: the outgoing text has changed since. Read it again.',
    noSources: 'There is no source {source}, and no other.',
    approvalUsed:
      'Nothing was sent again: this approval was used already. Approve the outgoing text again to send it again.',
    otherText:
      'Nothing was sent: the approval was for another text. Read the outgoing text, then approve it as it is now.',
    wordsOpen:
      'Nothing was sent: {count, plural, one {# marked word is} other {# marked words are}} not decided. Replace or keep each, then approve the outgoing text.',
    preparedAnew:
      'Nothing was sent: the outgoing text has changed since you read it, because its matter or the program did. It was prepared again. Read it and approve it as it is now.',
    notAsShown: 'Nothing was sent: what would leave is not what is shown. Prepare the outgoing text again.',
    notOnce:
      'Nothing was sent: what would leave does not contain what is shown exactly once. Prepare the outgoing text again.',
    marksMoved: 'Nothing was sent: the marks in {part} are not where they should be. Prepare the outgoing text again.',
    termLeft:
      'Nothing was sent: {part} still contains a term that is to be replaced. Replace or keep it, then approve again.',
    parts: {
      question: 'the question',
      analysis: 'the local analysis',
      candidates: 'the list of candidates',
      option: 'option {letter}',
    },
  },
  providers: {
    keyOfAnotherAddress: 'The key was for another address. Enter the key for this one, or none.',
    needsKey: 'This provider needs a key. Enter its key.',
    needsAddress: 'Enter the address of the server: {example}',
    noAddress: '"{address}" is not a web address.',
    addressWithKey: 'An address contains no user name, key or parameters. Enter the key separately.',
    notEncrypted:
      'Text sent to {address} would travel unencrypted. Enter an address that begins with https://. Only this computer itself needs none.',
    unknown: 'There is no provider "{name}".',
  },
  opinions: {
    tooFewDecided:
      '{count, plural, one {It was decided who was right for # second opinion} other {It was decided who was right for # second opinions}}. A rate takes {needed, number}. Name a run that stands for the second opinion, or a share.',
    beingSent:
      'An outgoing text of this consultation is being sent. Wait for the answer, or stop it. Then delete the consultation.',
    noBlindToSwap: 'A bias check repeats the blind opinion, and there is none here.',
    nothingToDecide:
      'The second opinion was not asked about an answer of this computer that is still here, so there is nothing to decide.',
    bothAgree: 'Both sides say the same there. Either both are right, or neither is.',
    sayWhatIsRight: 'Say what is right, in your own words.',
    decisionHasLesson:
      'A lesson was begun from this decision and is tested on it. Retire the lesson first, then decide again.',
    noMistakeDecided:
      'A lesson is made from a mistake of this computer. Decide first that it was wrong, and what is right.',
    lessonBegun: 'A lesson was begun from this decision already.',
    noLessonYet: 'No lesson has come back yet. Ask for it first.',
    nothingSaidThere: 'The second opinion said nothing there to start from.',
    decideFirst: 'Decide first who was right.',
    comparedAnew: 'The opinions are compared differently now. Open them again.',
    noCandidates: 'There is no list of candidates here.',
    noOwnList:
      'This computer has made no list of its own to decide against. Rank the candidates on this computer first.',
    comparingNeedsModel: 'Comparing with a model needs a model on this computer.',
    swappedNeedsModel: 'A bias check on this computer needs a model on this computer.',
    candidatesNeedModel: 'A list of candidates needs a model on this computer.',
    noDecision: 'This decision is no longer there.',
    noConsultation: 'This consultation is no longer there.',
    questionTooLong: 'The question of the outgoing text is too long for the model of this computer.',
  },
  system: {
    refused: 'The system refused it: {reason}. Check the path, its permissions and the free space.',
  },
  process: {
    stopped: '{process} stopped. Nothing that was stored is lost; try again.',
    stoppedBecause: '{process} stopped ({reason}). Nothing that was stored is lost; try again.',
    stoppedForGood: '{process} stopped again and again ({reason}). Nothing that was stored is lost. Restart Consilium.',
    names: {
      engine: 'The engine',
      language: 'The language model',
      embedding: 'Search by meaning',
      reader: 'Reading of documents',
    },
    ends: {
      memory: 'not enough memory',
      killed: 'ended by the system or another program',
      crashed: 'an internal error',
      notStarted: 'it could not be started',
      unresponsive: 'it no longer responded',
      locked: 'it was locked',
    },
    engineGone:
      'Consilium was closed, or stopped, while this was under way. What was done is kept. Run the command again to go on.',
  },
  files: {
    exists: '{path} is there already. Export to another file.',
    notReadable: '{path} is not a file that can be read.',
  },
} as const
