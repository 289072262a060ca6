import { configure } from '@testing-library/dom'
import { afterEach } from 'vitest'
import { speak } from '../../../renderer/state/language.ts'
import { PATIENCE_MS } from '../../patience.ts'
import { closeWindows } from './show.tsx'

configure({ asyncUtilTimeout: PATIENCE_MS })

// As `main.tsx` does before it renders.
await speak('system')

afterEach(closeWindows)
