export { verifyLedgerFile } from '../store/ledger/ledger-file.ts'
