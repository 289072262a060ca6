export { verifyLedgerFile, writeLedgerFile } from '../store/ledger/ledger-file.ts'
