export * from '../../../src-main/training/issuer/x509/x509-writer.ts'
