/** The queue as a file, for a tablet that never finds the network again: the same encrypted responses, and nothing else. */
import type { EncryptedResponse } from './encrypt.ts'

export type QueueFile = {
  format: 'ctg-file-de-borne'
  version: 1
  kiosk: string
  savedAt: string
  /** `sheets`: the name in files already saved from tablets. */
  sheets: EncryptedResponse[]
}

export const fileOf = (kiosk: string, responses: EncryptedResponse[], savedAt: string): QueueFile => ({
  format: 'ctg-file-de-borne',
  version: 1,
  kiosk,
  savedAt,
  sheets: responses,
})

/** @returns its encrypted responses, or null when this is not such a file */
export function responsesIn(text: string): EncryptedResponse[] | null {
  try {
    const file = JSON.parse(text) as Partial<QueueFile>
    const isOurs = file.format === 'ctg-file-de-borne' && file.version === 1 && Array.isArray(file.sheets)
    return isOurs ? (file.sheets as EncryptedResponse[]) : null
  } catch {
    return null
  }
}
