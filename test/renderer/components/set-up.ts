import { configure } from '@testing-library/dom'
import { afterEach } from 'vitest'
import { speak } from '../../../renderer/state/language.ts'
import { closeWindows } from './show.tsx'

// A busy machine is slow; what never comes fails all the same.
configure({ asyncUtilTimeout: 25_000 })

// As `main.tsx` does before it renders.
await speak('system')

afterEach(closeWindows)
