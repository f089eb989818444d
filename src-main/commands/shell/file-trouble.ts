/** What the file system's errors say, by their code. */
export const fileTroubles: Readonly<Record<'en' | 'ja', Readonly<Record<string, string>>>> = {
  en: {
    ENOENT: 'there is no such file or folder',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of the path is no folder',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
  },
  ja: {
    ENOENT: 'ファイルまたはフォルダーがありません',
    EACCES: 'アクセス権がありません',
    EPERM: 'アクセス権がありません',
    EISDIR: 'ファイルではなくフォルダーです',
    ENOTDIR: 'パスの途中がフォルダーではありません',
    ENOSPC: 'ディスクに空きがありません',
    EROFS: 'ディスクが読み取り専用です',
  },
}

/** What is wrong with a file in words, or null where the error is not of the file system (a bug). */
export function fileTrouble(error: unknown, words: Readonly<Record<string, string>> = fileTroubles.en): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string' || !('syscall' in error)) return null
  return words[error.code] ?? error.code
}
