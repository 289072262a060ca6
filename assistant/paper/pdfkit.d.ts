/** The part of pdfkit 0.20 that we use; the package ships no types of its own. */
declare module 'pdfkit' {
  type TextOptions = {
    width?: number
    align?: 'left' | 'center' | 'right' | 'justify'
    continued?: boolean
    indent?: number
    lineGap?: number
    lineBreak?: boolean
    strike?: boolean
    underline?: boolean
  }

  export class PDFDocument {
    constructor(options: {
      size?: string
      margins?: { top: number; bottom: number; left: number; right: number }
      bufferPages?: boolean
      autoFirstPage?: boolean
      pdfVersion?: string
      lang?: string
      /** Else Helvetica, whose measures lie in a file beside the package. */
      font?: Uint8Array
      userPassword?: string
      ownerPassword?: string
      info?: { Title?: string; Author?: string; CreationDate?: Date }
    })
    x: number
    y: number
    readonly page: {
      readonly width: number
      readonly height: number
      readonly margins: { top: number; bottom: number; left: number; right: number }
    }
    readonly _root: { readonly data: Record<string, unknown> }
    addPage(): this
    switchToPage(index: number): this
    bufferedPageRange(): { start: number; count: number }
    font(name: string): this
    registerFont(name: string, font: Uint8Array): this
    fontSize(size: number): this
    fillColor(colour: string): this
    strokeColor(colour: string): this
    lineWidth(width: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    rect(x: number, y: number, width: number, height: number): this
    stroke(): this
    fill(colour?: string): this
    text(text: string, options?: TextOptions): this
    text(text: string, x: number, y: number, options?: TextOptions): this
    heightOfString(text: string, options?: TextOptions): number
    widthOfString(text: string, options?: TextOptions): number
    on(event: 'data', listener: (chunk: Uint8Array) => void): this
    on(event: 'end', listener: () => void): this
    end(): void
  }
}
