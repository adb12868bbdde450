/** Every document a report can become: the command and the dashboard read these rows. */
import { findingsDocument } from './data.ts'
import { docx } from './docx.ts'
import { type EmbeddedFont, html } from './html.ts'
import { tablesCsv, tablesExcel, tablesSchema } from './open-data.ts'
import { pdf } from './pdf.ts'
import { publicPages } from './public.ts'
import { publicHtml } from './public-html.ts'
import { publicPdf } from './public-pdf.ts'
import type { ReportSource } from './source.ts'
import { spreadsheet } from './spreadsheet.ts'
import type { Report } from './tree.ts'

/** One report and the font files its documents carry. */
export type Manuscript = { source: ReportSource; report: Report; woff2: EmbeddedFont[]; ttf: Uint8Array[] }

export type Writer = {
  file: string
  /** What it is for, in French. */
  name: string
  /** The type of its content, for a download. */
  type: string
  write(manuscript: Manuscript): Promise<Uint8Array> | Uint8Array | string
}

const office = 'application/vnd.openxmlformats-officedocument'

/** The slowest first: it works in its own thread while the others are written. */
export const writers: Writer[] = [
  {
    file: 'report.pdf',
    name: 'le rapport à imprimer, accessible (PDF/UA)',
    type: 'application/pdf',
    write: ({ report, ttf }) => pdf(report, ttf),
  },
  {
    file: 'report.html',
    name: 'à ouvrir dans un navigateur',
    type: 'text/html; charset=utf-8',
    write: ({ report, woff2 }) => html(report, woff2),
  },
  {
    file: 'report.docx',
    name: 'à modifier dans un traitement de texte',
    type: `${office}.wordprocessingml.document`,
    write: ({ report, ttf }) => docx(report, ttf),
  },
  {
    file: 'report.xlsx',
    name: 'les tableaux, pour Excel',
    type: `${office}.spreadsheetml.sheet`,
    write: ({ report, source }) => spreadsheet(report, source, 'xlsx'),
  },
  {
    file: 'report.ods',
    name: 'les tableaux, pour LibreOffice',
    type: 'application/vnd.oasis.opendocument.spreadsheet',
    write: ({ report, source }) => spreadsheet(report, source, 'ods'),
  },
  {
    file: 'findings.json',
    name: 'les mêmes résultats, en données',
    type: 'application/json',
    write: ({ source }) => `${JSON.stringify(findingsDocument(source), null, 1)}\n`,
  },
  {
    file: 'tables.csv',
    name: 'données ouvertes, décrites par tables.schema.json',
    type: 'text/csv; charset=utf-8',
    write: ({ source }) => tablesCsv(source),
  },
  {
    file: 'tables.schema.json',
    name: 'ce que veut dire chaque colonne de tables.csv',
    type: 'application/json',
    write: ({ source }) => tablesSchema(source),
  },
  {
    file: 'tables-excel-france.csv',
    name: 'les mêmes tableaux pour Excel en français',
    type: 'text/csv; charset=utf-8',
    write: ({ source }) => tablesExcel(source),
  },
]

/** « Ce que vous nous avez dit » : two pages for everyone, in two kinds of French. */
export const publicWriters: Writer[] = (['fr', 'fr-facile'] as const).flatMap((language) => [
  {
    file: `ce-que-vous-avez-dit.${language}.html`,
    name: language === 'fr' ? 'deux pages pour tous' : 'deux pages en français simplifié',
    type: 'text/html; charset=utf-8',
    write: ({ source, woff2 }: Manuscript) => publicHtml(publicPages(source, language), woff2),
  },
  {
    file: `ce-que-vous-avez-dit.${language}.pdf`,
    name: language === 'fr' ? 'les mêmes, à imprimer' : 'les mêmes en français simplifié, à imprimer',
    type: 'application/pdf',
    write: ({ source, ttf }: Manuscript) => publicPdf(publicPages(source, language), ttf),
  },
])
