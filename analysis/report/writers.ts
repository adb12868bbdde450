/** Every document a report can become: the command and the dashboard read these rows. A writer is loaded when it is first needed. */
import type { EmbeddedFont } from './html/html.ts'
import { type PublicLanguage, publicLanguages, publicPdfName } from './public/languages.ts'
import type { ReportSource } from './source.ts'
import type { Report } from './tree.ts'

/** Font files a document carries. `arabic`: beside them where a page is in Arabic; absent = such pages carry none. */
export type DocumentFonts = {
  woff2: EmbeddedFont[]
  ttf: Uint8Array[]
  arabic?: { woff2: EmbeddedFont[]; ttf: Uint8Array[] }
}

/** One report and the fonts of its documents. */
export type WriterInput = DocumentFonts & { source: ReportSource; report: Report }

export type Writer = {
  file: string
  /** What it is for, in French. */
  name: string
  /** The type of its content, for a download. */
  type: string
  /** Where people look for it. */
  part: 'committee' | 'residents' | 'data'
  /** Takes a second or more: written in a thread, one for all rows that name it (see write-documents.ts). */
  thread?: 'text' | 'workbooks'
  /** Annexes that only some readers ask for: `--full`. */
  onDemand?: true
  /** Figures for machines: no longer given out once their publication is withdrawn. */
  isData?: true
  write(input: WriterInput): Promise<Uint8Array | string>
}

const office = 'application/vnd.openxmlformats-officedocument'

export const writers: Writer[] = [
  {
    file: 'report.pdf',
    part: 'committee',
    name: 'le rapport à imprimer, une quinzaine de pages, accessible (PDF/UA)',
    type: 'application/pdf',
    write: async ({ source, ttf }) =>
      (await import('./pdf/pdf.ts')).pdf((await import('./short/build.ts')).shortReportOf(source), ttf),
  },
  {
    file: 'report-full.pdf',
    part: 'committee',
    name: 'le rapport complet, avec ses annexes ; les tableaux par groupe sont dans le classeur (PDF/UA)',
    type: 'application/pdf',
    onDemand: true,
    write: async ({ report, ttf }) => (await import('./pdf/pdf.ts')).pdf(report, ttf),
  },
  {
    file: 'report.html',
    part: 'committee',
    name: 'à ouvrir dans un navigateur',
    type: 'text/html; charset=utf-8',
    write: async ({ report, woff2 }) => (await import('./html/html.ts')).html(report, woff2),
  },
  {
    file: 'report.docx',
    part: 'committee',
    name: 'à modifier dans un traitement de texte',
    type: `${office}.wordprocessingml.document`,
    thread: 'text',
    write: async ({ source, ttf }) =>
      (await import('./office/docx.ts')).docx((await import('./short/build.ts')).shortReportOf(source), ttf),
  },
  {
    file: 'report.xlsx',
    part: 'data',
    isData: true,
    name: 'les tableaux, pour Excel',
    type: `${office}.spreadsheetml.sheet`,
    thread: 'workbooks',
    write: async ({ report, source }) => (await import('./office/spreadsheet.ts')).spreadsheet(report, source, 'xlsx'),
  },
  {
    file: 'report.ods',
    part: 'data',
    isData: true,
    name: 'les tableaux, pour LibreOffice',
    type: 'application/vnd.oasis.opendocument.spreadsheet',
    thread: 'workbooks',
    write: async ({ report, source }) => (await import('./office/spreadsheet.ts')).spreadsheet(report, source, 'ods'),
  },
  {
    file: 'findings.json',
    part: 'data',
    isData: true,
    name: 'les mêmes résultats, en données',
    type: 'application/json',
    write: async ({ source }) =>
      `${JSON.stringify((await import('./findings-document.ts')).findingsDocument(source), null, 1)}\n`,
  },
  {
    file: 'tables.csv',
    part: 'data',
    isData: true,
    name: 'données ouvertes, décrites par tables.schema.json',
    type: 'text/csv; charset=utf-8',
    write: async ({ source }) => (await import('./office/open-data.ts')).tablesCsv(source),
  },
  {
    file: 'tables.schema.json',
    part: 'data',
    isData: true,
    name: 'ce que veut dire chaque colonne de tables.csv',
    type: 'application/json',
    write: async ({ source }) => (await import('./office/open-data.ts')).tablesSchema(source),
  },
  {
    file: 'tables-excel-france.csv',
    part: 'data',
    isData: true,
    name: 'les mêmes tableaux pour Excel en français',
    type: 'text/csv; charset=utf-8',
    write: async ({ source }) => (await import('./office/open-data.ts')).tablesExcel(source),
  },
]

const pagesOf = async (source: ReportSource, language: PublicLanguage) =>
  (await import('./public/public.ts')).publicPages(source, language)

const publicNames: Record<PublicLanguage, string> = {
  fr: 'pour tous, en français',
  'fr-facile': 'en français simplifié',
  en: 'en anglais',
  ar: 'en arabe',
}

/** « Ce que vous nous avez dit » : a few pages for everyone, in the languages they are read in. */
const residentWriters: Writer[] = publicLanguages.flatMap((language) => [
  {
    file: `ce-que-vous-avez-dit.${language}.html`,
    part: 'residents' as const,
    name: `ce que les habitants ont dit, ${publicNames[language]}`,
    type: 'text/html; charset=utf-8',
    write: async ({ source, woff2, arabic }: WriterInput) =>
      (await import('./public/html.ts')).publicHtml(await pagesOf(source, language), [
        ...woff2,
        ...(language === 'ar' ? (arabic?.woff2 ?? []) : []),
      ]),
  },
  {
    file: publicPdfName(language),
    part: 'residents' as const,
    name: `les mêmes pages ${publicNames[language].replace('pour tous, ', '')}, à imprimer`,
    type: 'application/pdf',
    write: async ({ source, ttf, arabic }: WriterInput) =>
      (await import('./public/pdf.ts')).publicPdf(await pagesOf(source, language), [
        ...ttf,
        ...(language === 'ar' ? (arabic?.ttf ?? []) : []),
      ]),
  },
])

/** What everybody may have: the pages for all, and the kit to read them with young people. */
export const publicWriters: Writer[] = [
  ...residentWriters,
  {
    file: 'atelier-de-lecture.pdf',
    part: 'residents',
    name: 'l’atelier de lecture : huit jeunes, 90 minutes, des cartes à découper',
    type: 'application/pdf',
    write: async ({ source, ttf }: WriterInput) =>
      (await import('./public/youth/workshop.ts')).workshopPdf(source, ttf),
  },
]
