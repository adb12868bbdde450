/** Each form a document of the plan can take. A writer is loaded when it is first needed. */
import type { EmbeddedFont } from '../../report/html/html.ts'
import type { Report } from '../../report/tree.ts'

export type Fonts = { woff2: EmbeddedFont[]; ttf: Uint8Array[] }

export const formats = [
  {
    end: 'pdf',
    name: 'à imprimer (PDF/UA)',
    type: 'application/pdf',
    write: async (report: Report, { ttf }: Fonts) => (await import('../../report/pdf/pdf.ts')).pdf(report, ttf),
  },
  {
    end: 'docx',
    name: 'à modifier dans un traitement de texte',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (report: Report, { ttf }: Fonts) => (await import('../../report/office/docx.ts')).docx(report, ttf),
  },
  {
    end: 'html',
    name: 'à ouvrir dans un navigateur',
    type: 'text/html; charset=utf-8',
    write: async (report: Report, { woff2 }: Fonts) => (await import('../../report/html/html.ts')).html(report, woff2),
  },
] as const
export type Format = (typeof formats)[number]

/** @returns the format that a file name ends with, or null */
export const formatOf = (file: string): Format | null => formats.find(({ end }) => file.endsWith(`.${end}`)) ?? null
