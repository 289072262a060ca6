/** The fonts of one document and its size in points. */
export type Faces = { readonly regular: string; readonly bold: string; readonly italic: string; readonly size: number }

/** The PDF standard fonts of a family. Every reader has them, so that none is embedded. */
export function facesOf(family: 'Times' | 'Helvetica', size: number): Faces {
  if (family === 'Times') return { regular: 'Times-Roman', bold: 'Times-Bold', italic: 'Times-Italic', size }
  return { regular: 'Helvetica', bold: 'Helvetica-Bold', italic: 'Helvetica-Oblique', size }
}
