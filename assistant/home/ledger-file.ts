export { verifyLedgerFile, writeLedgerFile } from '../../store/ledger.ts'
