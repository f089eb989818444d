export * from '../../../src-main/training/issuer/x509/der-writer.ts'
