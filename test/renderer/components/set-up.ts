import { configure } from '@testing-library/dom'
import { afterEach } from 'vitest'
import { closeWindows } from './show.tsx'

// A busy machine is slow; what never comes fails all the same.
configure({ asyncUtilTimeout: 25_000 })

afterEach(closeWindows)
