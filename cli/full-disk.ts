/** A full disk, known again wherever it was met: by the file system, or by SQLite, in an error or in its cause. */

const codes = ['ENOSPC', 'EDQUOT']
/** SQLITE_FULL */
const sqliteFull = 13

/** What an adapter gives as the cause when it has only words for it. */
export const diskFull = (path: string): Error => Object.assign(new Error('disk full'), { code: codes[0], path })

export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, errcode } = error as { code?: unknown; errcode?: unknown }
  return codes.includes(String(code)) || errcode === sqliteFull || isDiskFull(error.cause)
}

/** The file that could not be written, where the error says it. */
export function fullPlace(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const { path } = error as { path?: unknown }
  return typeof path === 'string' ? path : fullPlace(error.cause)
}
