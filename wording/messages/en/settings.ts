export const SETTINGS = {
  you: {
    title: 'You',
    name: 'Your name',
    nameHint: 'The audit log records it with what you do. It stays on this computer.',
  },
  appearance: {
    title: 'Appearance',
    language: 'Language',
    systemLanguage: 'System',
    theme: 'Light or dark',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    textSize: 'Text size',
    textSizes: { small: 'Small', normal: 'Normal', large: 'Large', larger: 'Larger', largest: 'Largest' },
  },
  singleKeys: {
    title: 'Single-letter shortcuts',
    on: 'On',
    off: 'Off',
    hint: 'J and K move through sentences, [ and ] through sources, / goes to the question box, ? lists all shortcuts. They work outside text fields only. Turn them off if you dictate.',
  },
} as const
