export const MATTERS = {
  /** What is wrong with a folder that a matter follows. */
  watched: {
    sample:
      'A sample takes no documents of your own, so this folder is no longer followed. Documents that came from it are kept.',
    missing: 'The folder is not there, or may not be read. Nothing was removed.',
    notFollowed: 'The folder could not be followed ({why}).',
    held: '{gone, number} of {known, plural, one {# file} other {# files}} are gone at once. Their documents were kept: bring the files back, or remove the documents.',
  },
  title: 'Matters',
  /** By the folder of their documents, which are in English. */
  samples: {
    titles: { 'tenancy-dispute': 'A tenancy dispute', 'discharge-letter': 'A discharge letter' },
    subtitles: {
      'tenancy-dispute': 'A bakery wants to leave its shop. The landlord’s agent says that the notice came too late.',
      'discharge-letter':
        'Heart failure with kidney injury: the hospital’s letter, the laboratory report and the GP’s note.',
    },
  },
  count: '{count, plural, one {# matter} other {# matters}}',
  import: 'Import…',
  create: 'New matter…',
  none: 'No matters yet.',
  noneHint:
    'A matter contains the documents, questions and answers of one case, under its own key. Create a matter, or drop files anywhere in this window.',
  archivedCount: '{count, plural, one {# archived matter} other {# archived matters}}',
  archived: 'Archived matters',
  form: {
    title: 'New matter',
    name: 'Name of the matter',
    subtitle: 'Short description (optional)',
    example: 'Lease dispute, England',
    submit: 'Create',
    missing: 'Enter a name.',
  },
  adding: {
    files: '{count, plural, one {New matter with # file} other {New matter with # files}}',
    folder: 'New matter with the folder {folder}',
    items: 'New matter with {count, number} items',
    existing: 'Or add to a matter',
  },
  table: {
    matter: 'Matter',
    documents: 'Documents',
    size: 'Size',
    created: 'Created',
    actions: 'Actions',
    sample: 'sample',
    rename: 'Rename…',
    renameMatter: 'Rename {matter}',
    exportMatter: 'Export {matter}',
    archive: 'Archive',
    archiveMatter: 'Archive {matter}',
    restore: 'Restore',
    restoreMatter: 'Restore {matter}',
    deleteMatter: 'Delete {matter}',
  },
  renaming: {
    title: 'Rename {matter}',
    submit: 'Rename',
    kept: 'The matter keeps its name.',
  },
  exporting: {
    title: 'Export {matter}',
    hint: 'The file contains all documents, questions and answers, encrypted. You need its passphrase to import it, here or on another computer.',
    missing: 'Enter where the file is to be saved.',
    file: 'File, with its folder',
    example: '/home/you/matter.consilium',
    done: 'Exported',
    written: '{size} were written to <path>{file}</path>. Only its passphrase opens it.',
  },
  importing: {
    title: 'Import a matter',
    file: 'File, with its folder',
    missingFile: 'Choose the file first.',
    passphrase: 'Passphrase of the file',
    missingPassphrase: 'Type the passphrase of the file.',
    busy: 'Importing the matter.',
    kept: 'Your matters are unchanged.',
  },
  deleting: {
    title: 'Delete {matter}?',
    submit: 'Delete for good',
    missing: 'Type the whole name first.',
    whatGoes:
      'Its key is destroyed first. {count, plural, one {# document} other {# documents}}, all questions and answers can then no longer be read here. A backup or an export made earlier may still hold them. The audit log of the program keeps one entry: that a matter was deleted, and when.',
    name: 'Type the name of the matter',
  },
} as const
