import type { FieldsData } from '@kenjiuno/msgreader'
import { addressField, headFields, textField } from './mime-part.ts'
import type { MailField } from './mail-text.ts'

/** Who sent a message of Outlook to whom and when, as it stands in its properties, or in the header it came with. */
export function outlookFields(fields: FieldsData): readonly MailField[] {
  const headers = fields.headers ? headFields(Buffer.from(fields.headers, 'utf8')) : []
  const recipients = (kind: string, key: string) => {
    const people = (fields.recipients ?? []).filter(({ recipType }) => (recipType ?? 'to') === kind)
    return people.length > 0 ? people.map(personText).join(', ') : addressField(headers, key)
  }
  // Inside an organisation the properties may have no address where the header has one.
  const own = senderText(fields)
  const from = own.includes('@') ? own : addressField(headers, 'from') || own
  const replyTo = addressField(headers, 'reply-to')
  return [
    ['From', from],
    ['Reply-To', replyTo === from ? '' : replyTo],
    ['To', recipients('to', 'to')],
    ['Cc', recipients('cc', 'cc')],
    ['Bcc', recipients('bcc', 'bcc')],
    ['Date', textField(headers, 'date') || (fields.clientSubmitTime ?? fields.messageDeliveryTime ?? '')],
    ...itemFields(fields),
  ]
}

function senderText(fields: FieldsData): string {
  const { senderName: name = '', senderEmail, senderSmtpAddress, sentRepresentingSmtpAddress } = fields
  // Inside an organisation the address is a path of its directory.
  const address = [senderSmtpAddress, sentRepresentingSmtpAddress, senderEmail].find((one) => one?.includes('@')) ?? ''
  return named(name, address)
}

function personText({ name = '', email, smtpAddress }: FieldsData): string {
  return named(name, [smtpAddress, email].find((one) => one?.includes('@')) ?? '')
}

function named(name: string, address: string): string {
  const clean = name.replace(/^'(.*)'$/, '$1').trim()
  if (address === '' || clean === '' || clean.toLowerCase() === address.toLowerCase()) return address || clean
  return `${clean} <${address}>`
}

/** What appointments, tasks and contacts have beside a text. */
function itemFields(fields: FieldsData): readonly MailField[] {
  const kind = fields.messageClass?.toLowerCase() ?? ''
  if (kind.startsWith('ipm.contact')) return contactFields(fields)
  if (kind.startsWith('ipm.task')) return taskFields(fields)
  return [
    ['Start', fields.apptStartWhole],
    ['End', fields.apptEndWhole],
    ['Time zone', fields.timeZoneDesc],
    ['Place', fields.apptLocation],
    ['Earlier place', fields.apptOldLocation === fields.apptLocation ? undefined : fields.apptOldLocation],
    ['Voting options', fields.votingOptions],
    ['Vote', fields.votingResponse],
  ]
}

function contactFields(fields: FieldsData): readonly MailField[] {
  return [
    [
      'Name',
      [fields.displayNamePrefix, fields.givenName, fields.middleName, fields.surname, fields.generation]
        .filter(Boolean)
        .join(' '),
    ],
    ['Company', fields.companyName],
    ['Department', fields.departmentName],
    ['Title', fields.title],
    ['E-mail', fields.email1EmailAddress],
    ['Business phone', fields.businessTelephoneNumber],
    ['Home phone', fields.homeTelephoneNumber],
    ['Mobile phone', fields.mobileTelephoneNumber],
    ['Business fax', fields.businessFaxNumber],
    ['Address', oneLine(fields.postalAddress)],
    ['Business address', oneLine(fields.workAddress)],
    ['Web page', fields.businessHomePage],
  ]
}

/** Named properties of PSETID_Task that the parser has no names for. */
const TASK_SET = '00062003-0000-0000-c000-000000000046'
const TASK_LABELS: readonly (readonly [lid: string, label: string])[] = [
  ['00008104', 'Start'],
  ['00008105', 'Due'],
  ['0000810f', 'Completed'],
  ['0000811f', 'Owner'],
  ['00008121', 'Assigned by'],
]

function taskFields(fields: FieldsData): readonly MailField[] {
  return TASK_LABELS.map(([lid, label]): MailField => {
    const property = fields.rawProps?.find(
      ({ propertySet, propertyLid }) => propertySet === TASK_SET && propertyLid?.toLowerCase() === lid,
    )
    return [label, typeof property?.value === 'string' ? property.value : '']
  })
}

function oneLine(text: string | undefined): string {
  return (text ?? '').replace(/\s*\r?\n\s*/g, ', ').trim()
}
