import type { MediaType } from '../../../library/read/media-type.ts'

/** How LibreOffice makes of a file what our own readers read. */
export type Conversion = {
  /** The working copy is named by what its content is, never by the name that the user's file has. */
  readonly ending: string
  /** Told, not found out by LibreOffice: a file reaches no other importer than the one of its type. */
  readonly importFilter: string
  readonly target: 'ods' | 'odp' | 'odt'
  readonly exportFilter: string
}

/** The types that have no reader here and that LibreOffice opens. OpenDocument loses least: it is LibreOffice's own. */
export const CONVERSIONS: Readonly<Partial<Record<MediaType, Conversion>>> = {
  'application/vnd.ms-excel': {
    ending: 'xls',
    importFilter: 'MS Excel 97',
    target: 'ods',
    exportFilter: 'calc8',
  },
  'application/vnd.ms-excel.sheet.binary.macroenabled.12': {
    ending: 'xlsb',
    importFilter: 'Calc MS Excel 2007 Binary',
    target: 'ods',
    exportFilter: 'calc8',
  },
  'application/vnd.ms-powerpoint': {
    ending: 'ppt',
    importFilter: 'MS PowerPoint 97',
    target: 'odp',
    exportFilter: 'impress8',
  },
  'application/vnd.wordperfect': {
    ending: 'wpd',
    importFilter: 'WordPerfect',
    target: 'odt',
    exportFilter: 'writer8',
  },
}
