/** Words before a number that say that it is a telephone number, by language; parts in brackets may be left out. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'phones? tel telephone cell cellphone mobile mob landline fax pager beeper call dial text sms whatsapp contact number desk office home work line hotline reach reached ring ringing calling answer answering',
  de: 'telefon fon handy mobil mobilnummer rufnummer telefonnummer nummer rückruf erreichbar natel tel-nr handynummer notfallnummer durchwahl handynr telefonnr rufnr mobilnr festnetz',
  fr: 'téléphone portable port tél joindre joignable numéro rappeler gsm standard fixe nat',
  es: 'teléfono móvil celular número tfno tlf tlfno telf fono contacto llamar cel',
  it: 'telefono cellulare cell numero recapito recapiti rec',
  pt: 'telefone telemóvel celular fone zap whats número contacto contato ramal telef tlm tm',
  nl: 'telefoon mobiel gsm nummer telefoonnummer bellen bereikbaar telnr',
  pl: 'telefon telefonu komórka komórki kom kontakt kontaktowy numer nr_tel tel_kom dzwonić',
}
const all = Object.values(WORDS)
  .flatMap((words) => words.split(' '))
  .map((word) => word.replaceAll('_', '\\.?\\s'))
  .toSorted((one, other) => other.length - one.length)
/** A longer word may end another ("Notfalltelefon"); "port" ends words that have nothing to do with it. */
const [long, short] = [all.filter(({ length }) => length > 5), all.filter(({ length }) => length <= 5)]

const TO_NUMBER =
  '(?:\\s(?:me|us|her|him|them|at|on|number|no\\.?|nr\\.?|n[º°]\\.?|is|is:|ist|lautet|als|unter|au|al|le|el|il|o|de|del|do|dele|dela|é|es|è|est|van|op|pod|to|jest|z pacjent\\p{L}{1,3}|to:|:))*[\\s.:#()|-]{0,4}(?:\\(?[hcwmo]\\)?[:.]?\\s?)?$'

export const PHONE_CUE = new RegExp(`(?:${long.join('|')}|(?<!\\p{L})(?:${short.join('|')}))${TO_NUMBER}`, 'iu')
export const FAX_CUE = /fax[\s.:#()-]{0,4}(?:number|no\.?|nr\.?|is)?[\s.:#()-]{0,4}$/iu
/** Behind a number: another way to reach the same person. */
export const CONTACT_BEHIND = /^[\s,;|·–-]{1,4}(?:e-?mail|mail|fax|correo|courriel|adres e-mail|tel)(?!\p{L})/iu

/** Words before the number of a telephone inside a house. */
export const EXTENSION_WORDS =
  'ext|extn|extension|extensión|extensao|extensão|int|interno|interni|poste|durchwahl|dw|nebenstelle|apparat|wewn|wew|wewnętrzny|toestel|tst|sein(?=[.:]?\\s\\d{5})|ramal|anexo|bleep|bip|beeper|pager|busca|pieper|seintoestel|dect|piepser|centralka'
