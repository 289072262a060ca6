/**
 * The headers under which the window's page runs, in the browser and under Electron's `app://` alike (`host.md` section 5).
 * `wasm-unsafe-eval`: pdf.js decodes JBIG2 and JPEG 2000 in WebAssembly; scans stay blank without it. `blob:`:
 * pictures that are documents come over the contract, as bytes without an address. `nonce` lets Radix add its style
 * elements; it is new for every response.
 */
export function securityHeaders(nonce?: string): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  }
}
