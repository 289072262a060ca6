const FILE_NAME = /^\S+\.(png|jpe?g|gif|bmp|emf|wmf|svg|tiff?|webp)$/i

/** The description that a file gives of a picture, as it stands in the text; empty where it is none or only a file name. */
export function pictureText(description: string | undefined): string {
  const text = (description ?? '').replace(/\s+/g, ' ').trim()
  return text === '' || FILE_NAME.test(text) ? '' : `[Picture: ${text}]`
}
