import { implement } from '@orpc/server'
import type { LibreOfficeState, ReadingOptions } from '../../../contract/document.ts'
import { contract } from '../../../contract/index.ts'

const { library } = implement(contract)

const LIBREOFFICE: LibreOfficeState = {
  file: '/usr/bin/soffice',
  version: '7.4.7.2',
  workingCopies: 'memory',
  network: 'cut',
}

/** How files are read, for one matter and another. */
export function readingPart() {
  let options: ReadingOptions = { ocr: 'auto', languages: [], libreOffice: false }
  return {
    readingOptions: library.readingOptions.handler(() => options),
    changeReadingOptions: library.changeReadingOptions.handler(({ input }) => {
      options = {
        ocr: input.ocr ?? options.ocr,
        languages: input.languages ?? options.languages,
        libreOffice: input.libreOffice ?? options.libreOffice,
      }
      return options
    }),
    libreOffice: library.libreOffice.handler(() => LIBREOFFICE),
  }
}
