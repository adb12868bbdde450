/** Invitation codes as a table for letters written by mail merge: one row a letter, numbered, with its code and its link. */
import { csvText } from '../../../surveys/csv.ts'
import { fullDayText } from '../../../surveys/days.ts'
import type { Strips } from './code-strips.ts'

/** @returns CSV for a French spreadsheet; the number says the place in the file, nothing of who gets the letter */
export const codesTable = ({ address, closesAt, codes }: Pick<Strips, 'address' | 'closesAt' | 'codes'>): string =>
  csvText([
    ['Numéro', 'Code', 'Lien', 'Jusqu’au'],
    ...codes.map((code, at) => [
      at + 1,
      code,
      // behind the #: no server log ever holds it
      `${address}#code=${code}`,
      closesAt === null ? '' : fullDayText(closesAt),
    ]),
  ])
