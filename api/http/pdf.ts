/** A PDF on its way out, to be saved under its name. */
import type { File } from '../wire/contract.ts'

export const pdf = (name: string, content: Uint8Array): File => ({
  type: 'application/pdf',
  content,
  name: `${name}.pdf`,
})
