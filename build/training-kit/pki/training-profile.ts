export * from '../../../src-main/training/issuer/x509/training-profile.ts'
