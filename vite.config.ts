import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** What pdf.js fetches while it draws: decoders for scans, fonts that a PDF does not embed, character maps, colour profiles. */
const PDFJS_FILES: Readonly<Record<string, RegExp>> = {
  wasm: /^(jbig2|openjpeg|qcms_bg)\.wasm$|^LICENSE_(PDFJS_)?(JBIG2|OPENJPEG|QCMS)$/,
  standard_fonts: /./,
  cmaps: /./,
  iccs: /./,
}

/** Puts the files of pdf.js beside the window, under `pdfjs/`, so that nothing is fetched from elsewhere. */
function pdfjsFiles(): Plugin {
  return {
    name: 'consilium:pdfjs-files',
    generateBundle() {
      for (const [folder, wanted] of Object.entries(PDFJS_FILES)) {
        const from = join(import.meta.dirname, 'node_modules/pdfjs-dist', folder)
        for (const name of readdirSync(from).filter((file) => wanted.test(file)))
          this.emitFile({ type: 'asset', fileName: `pdfjs/${folder}/${name}`, source: readFileSync(join(from, name)) })
      }
    },
  }
}

/** Builds the window. The host that serves the page puts a fresh nonce in place of `__CSP_NONCE__` (`docs/hosts.md`). */
export default defineConfig({
  root: join(import.meta.dirname, 'renderer'),
  base: './',
  html: { cspNonce: '__CSP_NONCE__' },
  plugins: [react(), pdfjsFiles()],
  build: {
    outDir: join(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    target: 'es2023',
    // A font inlined as a data: URL would be refused by font-src 'self'.
    assetsInlineLimit: 0,
    // pdf.js is one file of 0.5 MB, loaded when the first page is opened.
    chunkSizeWarningLimit: 600,
  },
})
