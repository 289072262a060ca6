import { emptyCoreDumps } from '../../../processes/system-processes.ts'

const secret = Buffer.from(process.argv[2] ?? '', 'hex')
if (process.argv[3] === 'emptied') emptyCoreDumps()
process.stdout.write('ready\n')
setInterval(() => secret.length, 1000)
