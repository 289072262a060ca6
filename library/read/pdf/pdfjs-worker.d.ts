/** The program of pdf.js's worker, for which it ships no types: loaded into the same thread, never called by name. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
