import type { Pattern } from './pattern.ts'

/** The endings of domains that letters, notes and judgments have; behind "www." any ending is one. */
const DOMAIN_ENDINGS =
  'com|org|net|edu|gov|mil|int|info|biz|io|ai|app|dev|co|me|us|uk|de|fr|es|it|nl|be|ch|at|eu|ca|au|nz|jp|cn|in|br|mx|se|no|dk|fi|pl|pt|ie|lu|li|ru|ua|cz|sk|si|hr|ro|bg|hu|gr|tr|za|kr|sg|hk|tw|ar|cl|pe|uy|ve|ec|bo|py|cr|health|care|law|legal|clinic|hospital|doctor|dental|online|site|shop|web|xyz|tv|cc|cat|gal|eus|bzh|frl|scot|wales|london|paris|berlin|wien|bayern|hamburg|koeln|ruhr|swiss|example'

export const DOMAIN_ENDING = new RegExp(`^(?:${DOMAIN_ENDINGS})$`, 'iu')

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'

const PART = '[\\p{L}\\p{N}_-]{1,40}'
/** Its first part may be written: "a.novak at clinic dot org". */
const LOCAL = '[\\p{L}\\p{N}_-][\\p{L}\\p{N}._-]{0,39}'

const HOST_BEFORE = '(?<![\\p{L}\\p{N}@.-])'
const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?'
const PATH = `(?:/[^\\s<>"'“”)\\]}]{0,500}[^\\s<>"'“”)\\]},.;:!?])?`
const HOST_BEHIND = '(?![\\p{L}\\p{N}-]|\\.\\p{L})'
/** "vr.gr.", "p.es", "i.at": of so few letters it is shortened words, and no domain. */
const ABBREVIATION = /^\p{L}{1,2}\.\p{L}{2}$/u
const SAID_DOT = 'dot|punkt|point|punto|ponto|punt|kropka'

/** How "@" and "." are said, together: "at some point be reviewed" mixes two languages. */
const SPELT = [
  ['at', 'dot'],
  ['at|ät|klammeraffe', 'punkt'],
  ['arobase', 'point'],
  ['arroba', 'punto|ponto'],
  ['chiocciola', 'punto'],
  ['apenstaartje', 'punt'],
  ['at|małpa', 'kropka'],
] as const

function speltOut([at, dot]: (typeof SPELT)[number]): Pattern {
  // Seven expressions of all languages, of which a text has the dots of one or two.
  const [ats, dots] = [saidBetween(at, `${at}|at`), saidBetween(dot, `${dot}|dot`)]
  return {
    type: 'email',
    expression: new RegExp(
      `(?<![\\p{L}\\p{N}._%+-])${LOCAL}(?:${dots}${PART}){0,3}${ats}${PART}(?:${dots}${PART}){0,2}${dots}(?:${DOMAIN_ENDINGS})(?![\\p{L}\\p{N}])`,
      'dgiu',
    ),
    needs: new RegExp(`[\\s[({](?:${dot}|dot)[\\s\\])}]`, 'i'),
    confidence: 0.95,
  }
}

/** Between spaces, or in brackets. */
function saidBetween(spaced: string, bracketed: string): string {
  return `(?:\\s?[[({]\\s?(?:${bracketed})\\s?[\\])}]\\s?|\\s(?:${spaced})\\s)`
}

/** Reach a person or a machine: mail, web, network addresses, names in social media. */
export const CONTACT_PATTERNS: readonly Pattern[] = [
  {
    type: 'email',
    needs: /@/u,
    expression: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/dgu,
    confidence: 0.99,
  },
  // "m.weber @ praxis.de", as recognised pages have it
  {
    type: 'email',
    needs: /@/u,
    expression: new RegExp(
      `(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}][\\p{L}\\p{N}._%+'-]{0,63}(?:\\s@\\s?|@\\s)(?:${LABEL}\\.){1,5}(?:${DOMAIN_ENDINGS})(?![\\p{L}\\p{N}])`,
      'dgiu',
    ),
    confidence: 0.9,
  },
  // "jane (at) example (dot) org"
  {
    type: 'email',
    needs: /[[({]\s?at\s?[\])}]/i,
    expression:
      /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}\s?[[({]\s?at\s?[\])}]\s?[\p{L}\p{N}-]{1,63}(?:\s?[[({]\s?dot\s?[\])}]\s?|\.)\p{L}{2,24}/dgiu,
    confidence: 0.95,
  },
  // Spelt out in eight languages: "luz(arroba)correo(punto)es", "petra punkt lang at web punkt de".
  ...SPELT.map(speltOut),
  {
    type: 'url',
    needs: /:\/\//,
    expression: /(?<![\p{L}\p{N}])(?:https?|ftps?|sftp|ssh):\/\/[^\s<>"'“”)\]}]{1,2000}[^\s<>"'“”)\]},.;:!?]/dgiu,
    confidence: 0.99,
  },
  {
    type: 'url',
    needs: /www/i,
    expression: new RegExp(`${HOST_BEFORE}www\\.(?:${LABEL}\\.){1,5}\\p{L}{2,24}${PATH}${HOST_BEHIND}`, 'dgiu'),
    confidence: 0.95,
  },
  {
    type: 'url',
    expression: new RegExp(`${HOST_BEFORE}(?:${LABEL}\\.){1,6}(?:${DOMAIN_ENDINGS})${PATH}${HOST_BEHIND}`, 'dgu'),
    confidence: 0.9,
    judge: (found) => (ABBREVIATION.test(found) ? null : {}),
  },
  // "www punto studio punto it"
  {
    type: 'url',
    needs: /www/i,
    expression: new RegExp(`${HOST_BEFORE}www(?:\\s(?:${SAID_DOT})\\s${PART}){2,4}(?![\\p{L}\\p{N}])`, 'dgiu'),
    confidence: 0.9,
  },
  {
    type: 'ip',
    needs: /\.\d/,
    expression: new RegExp(`(?<![\\d.])(?:${OCTET}\\.){3}${OCTET}(?:/\\d{1,2}|:\\d{1,5})?(?![\\d]|\\.\\d)`, 'dg'),
    confidence: 0.95,
  },
  // Full and shortened IPv6, with a zone or a prefix length.
  {
    type: 'ip',
    needs: /:[0-9A-Fa-f:]/,
    expression:
      /(?<![\w:.])(?:(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}|(?=[0-9A-Fa-f:]{2,39}(?![\w:]))(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,6})?::(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,6})?)(?:%[\w.-]{1,20})?(?:\/\d{1,3})?(?![\w:])/dg,
    confidence: 0.95,
    judge: (found) => (/[0-9A-Fa-f]/.test(found) && found.length > 3 ? {} : null),
  },
  {
    type: 'mac',
    needs: /[0-9A-Fa-f]{2}[:-][0-9A-Fa-f]{2}[:-]|[0-9A-Fa-f]{4}\./,
    expression:
      /(?<![\w:-])(?:(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4})(?![\w:-])/dg,
    confidence: 0.95,
  },
  {
    type: 'handle',
    needs: /@/u,
    expression: /(?<![\p{L}\p{N}@./_-])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,38}[\p{L}\p{N}_])?/dgu,
    confidence: 0.9,
  },
  {
    type: 'handle',
    expression:
      /(?<![\p{L}\p{N}])(?:user ?name|user ?id|login(?: name)?|screen ?name|handle|skype|telegram|instagram|twitter|discord|snapchat|benutzername|anmeldename|nom d['’]utilisateur|identifiant|usuario)(?: is| ist| est| es)?\s?[:=#]?\s?["“'‘]?(?<id>[\p{L}\p{N}][\p{L}\p{N}_.#-]{0,38}[\p{L}\p{N}])/dgiu,
    confidence: 0.8,
    judge: (found) => (/[\p{N}_.#]|\p{Ll}\p{Lu}/u.test(found) ? {} : null),
  },
]
