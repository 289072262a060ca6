/** Failures of models and of what is kept on the disk. */
export const FAILURES_OF_STORES = {
  models: {
    writesNoAnswers: '{model} does not write answers.',
    noFile: 'There is no file {file}.',
    damaged: '{model} cannot be used: {damage}',
    takesNoAdapter: '{model} writes no answers, so it takes no LoRA adapter. Nothing was changed.',
    notInstalled: '{model} is not installed.',
    unknown: 'There is no model "{model}".',
    offline: 'The network is switched off, so nothing was downloaded. A model file can also be imported from a disk.',
    notCalibrated: 'This model is not calibrated.',
  },
  store: {
    appMissing:
      '{file} is missing, and the keys of the matters in {folder} were in it. Put it back, or restore a backup into an empty folder.',
    backupNotEmpty: '{folder} is not empty. Choose a new or an empty folder for the backup.',
    restoreNotEmpty: '{folder} already holds data. Restore into a new folder instead.',
    noBackup: '{folder} holds no finished backup: its manifest.json is missing.',
    newerBackup: '{folder} was written by a newer version of Consilium. Install that version to restore it.',
    damagedBackup: '{path} is damaged. Nothing was restored. Use another backup.',
    logStays:
      'The log of {path} could not be merged into it, so it cannot be copied as it is. Make the folder writable, or copy it to a disk that can be written to and open the copy with --home.',
    fileMissing: '{path} is missing or empty. Restore it from a backup.',
    folderNotMade: '{folder} cannot be created ({reason}). Give another folder with --home.',
    newerFile: '{path} was written by a newer version of Consilium. Install that version to open it.',
    newerExport: '{file} was written by a newer version of Consilium. Install that version to import it.',
    damagedExport: '{file} is damaged or is not an exported matter. Nothing was changed. Use another copy of the file.',
    runningAlready: 'Consilium is already running with the folder {folder}. Close it there first.',
    beingWritten: '{file} is being written by another process. Close it there first.',
    damaged: '{path} is damaged. Consilium does not use it any more. Restore it from a backup or an export.',
    full: 'The disk is full: {path} could not be written. What was saved before is kept. Free some space and try again.',
    readOnly:
      'The folder of Consilium can only be read. Nothing was changed. Make the folder writable, or copy it to a disk that can be written to and open the copy with --home.',
    inUse: '{path} is in use by another process. Close it there first.',
    closed: '{path} was closed meanwhile. What was saved is kept.',
    strangeOrDamaged:
      '{path} is damaged, or belongs to another folder. Put the right file back, or restore it from a backup.',
    newerStore:
      '{path} was written by a newer version of Consilium (store version {version}; this program knows up to {known}). Install the newer version to open it. Nothing was changed.',
    notStoreOfMatter: '{path} is not the store of a matter. Put the right file back, or restore a backup.',
    notStoreOfApp: '{path} is not the store of the application. Put the right file back, or restore a backup.',
    damagedThing:
      '{what} is damaged and cannot be read. It is kept as it is, and nothing else is affected. To get it back, restore a backup into an empty folder.',
    theAnswer: 'The answer',
    theCorrection: 'The correction',
    theFact: 'The fact',
    theLesson: 'The lesson',
    theOutgoingText: 'The outgoing text',
    theProvider: 'The provider "{name}"',
    theQuestionSet: 'The question set',
    theRun: 'The run',
  },
  keys: {
    damagedMatterKey: 'The key of this matter is damaged. Restore the matter from a backup or an export.',
    locked: 'Consilium is locked. Unlock it first.',
    thereAlready: '{folder} already has its keys. Unlock it.',
    fileMissing:
      '{file} is missing, and without it {app} cannot be opened. Put keys.json back, or choose another folder.',
    none: '{folder} has no keys yet.',
    damagedFile:
      '{path} is damaged. Without it nothing in this folder can be opened. Put back a copy of this one file, or restore a backup into an empty folder.',
    keyFileMissing: 'The key file {path} is missing. Put it back, or use the recovery key.',
    keyFileDamaged:
      'The key file {path} is damaged: it has {count, plural, one {# byte} other {# bytes}} instead of {needed, number}. Put back a copy of it, or use the recovery key.',
    noRecoveryKey: 'No recovery key was ever made for this folder.',
    keychainRefuses: 'The keychain of this computer does not give the key out. Use the recovery key.',
    recoveryLength:
      'A recovery key has {needed, number} letters and digits. {count, plural, one {# was} other {# were}} typed. Look at the printed key and type it again.',
    recoveryCharacter:
      '"{character}" (group {group}) never occurs in a recovery key. Look at the printed key and type it again.',
    recoveryTyping: 'The recovery key has a typing error. Look at the printed key and type it again.',
    passphraseOfFile: 'The passphrase does not open {file}. Nothing was changed.',
    doesNotOpen: '{path} does not open with this key.',
    byPassphrase: '{folder} is protected by a passphrase, not by {other}.',
    byKeyFile: '{folder} is protected by its key file, not by {other}.',
    byKeychain: '{folder} is protected by the keychain of this computer, not by {other}.',
    aPassphrase: 'a passphrase',
    aKeyFile: 'its key file',
    aKeychain: 'the keychain of this computer',
    otherRecoveryKey: 'This is not the recovery key of this folder. Nothing was changed.',
    otherPassphrase: 'This is not the passphrase of this folder. Nothing was changed.',
    otherKeyFile: '{file} is not the key of this folder. Nothing was changed.',
    otherKeychain: 'The key of the keychain is not the one of this folder. Nothing was changed.',
  },
} as const
