import type { Pack } from '../../../contract/knowledge/rule.ts'
import { verbatim } from '../../../wording/message.ts'

export function inventPacks(): Pack[] {
  return [
    {
      pack: 'af-demo',
      title: 'AF demo',
      version: '0.4',
      language: 'en',
      field: 'medicine',
      licence: 'Apache-2.0',
      jurisdiction: null,
      jurisdictions: [],
      reviewed: false,
      sample: true,
      rules: 9,
      calculators: 2,
      shipped: true,
      problems: [],
    },
    {
      pack: 'lease-notices',
      title: 'Lease notices',
      version: '1.3',
      language: 'en',
      field: 'law',
      licence: null,
      jurisdiction: 'England and Wales',
      jurisdictions: ['England and Wales'],
      reviewed: true,
      sample: false,
      rules: 12,
      calculators: 0,
      shipped: false,
      problems: [
        {
          file: 'rules/notices.yaml',
          line: 14,
          column: 9,
          rule: 'deemed-service',
          code: 'unknown-relation',
          message: verbatim('There is no relation “postd”.'),
          fix: verbatim('Did you mean “posted”?'),
        },
      ],
    },
  ]
}
