export const START = {
  disclaimer:
    'Consilium is not a medical device and does not give legal advice. It shows where each sentence comes from, so that you can check it.',
  protect: {
    title: 'Protect your data',
    hint: 'Everything you add is encrypted on this computer, each matter under its own key. A passphrase protects those keys. No account, no network.',
    withPassphrase: 'Passphrase <soft>recommended</soft>',
    passphraseHint:
      'You type it at each start. It is stored nowhere: if you forget it, only a recovery key, which you can print later, opens your matters.',
    submit: 'Use this passphrase',
    notNow: 'Not now',
    inKeychain: 'The keychain of this computer keeps the key. Whoever is signed in as you can open your matters.',
    inFile:
      'A key file beside your data opens it. Your matters are then as safe as your account on this computer: whoever can read your files can read them, and a stolen disk can be read unless the whole disk is encrypted.',
    setLater: 'You can set a passphrase at any time in Settings.',
    moving: 'Moving from another computer?',
    restore: 'Restore a backup…',
  },
  restore: {
    title: 'Restore a backup',
    submit: 'Restore',
    folder: 'Folder of the backup',
    missingFolder: 'Choose the folder first.',
    passphrase: 'Passphrase of the backup',
    missingPassphrase: 'Type the passphrase of the backup.',
    hint: 'From then on it opens Consilium on this computer as well.',
    busy: 'Restoring. The backup is read and checked.',
    kept: 'The backup is unchanged.',
  },
  locked: {
    title: 'Consilium is locked.',
    afterCrash:
      'The engine stopped and was restarted, and a restart always needs your passphrase. Everything that was saved is kept.',
    passphrase: 'Passphrase',
    unlock: 'Unlock',
    opening: 'Opening. This takes a moment on purpose.',
    hint: 'Type your passphrase to open it.',
    nothingChanged: 'Nothing was changed.',
    useRecoveryKey: 'Use the recovery key…',
  },
  recovery: {
    title: 'Open with the recovery key',
    submit: 'Set the new passphrase',
    missing: 'Type the recovery key that you printed.',
    key: 'Recovery key, as printed',
  },
  welcome: {
    title: 'Welcome to Consilium',
    askNow: 'You can ask the first question now. No account, no model, no network.',
    hint: '{matter} is a sample with invented documents. Without a model you get the passages that concern your question. With a model you also get a written answer whose every sentence names its source.',
    questionAbout: 'Question about {matter}',
    ask: 'Ask in your own words',
    ownDocuments: 'Start with your own documents',
    ownHint:
      'Add files, or drop them anywhere in this window. They go into a new matter, not into the sample. Each matter has its own key; deleting the matter destroys the key.',
  },
  models: {
    title:
      'Choose a model <soft>for this computer: {cores, plural, one {# core} other {# cores}}, {memory}, {graphics}</soft>',
    noGraphics: 'no graphics card',
    file: 'A file you have',
    fileHint: 'A model file from a disk; nothing is downloaded',
    import: 'Import…',
    howDownloaded:
      'Before a download, Consilium shows the address. It uses the network for this one file only, and resumes if the connection breaks.',
    all: 'All models',
    fitsBest: 'fits best',
    installed: 'installed',
    download: 'Download…',
    downloadModel: 'Download {model}',
  },
} as const
