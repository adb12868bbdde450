/** Tables the staff keeps, pasted or typed: what they hold, their versions and what is wrong in them. */
import * as z from 'zod'

const cells = z.array(z.array(z.string().max(400)).max(20)).max(5_000)

export const TableProblem = z.strictObject({
  line: z.int().nullable(),
  column: z.string().nullable(),
  message: z.string(),
})
export type TableProblem = z.infer<typeof TableProblem>

export const TableColumn = z.strictObject({
  label: z.string(),
  help: z.string(),
  optional: z.boolean(),
  isFixed: z.boolean(),
  words: z.array(z.string()),
})
export type TableColumn = z.infer<typeof TableColumn>

const TableVersion = z.strictObject({
  number: z.int(),
  date: z.string(),
  source: z.string(),
  savedAt: z.string(),
  savedBy: z.string(),
  lines: z.int(),
})

export const TableList = z.strictObject({
  tables: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      help: z.string(),
      /** What the results lack while it is empty. */
      without: z.string(),
      current: TableVersion.nullable(),
    }),
  ),
})
export type TableList = z.infer<typeof TableList>

export const TablePage = z.strictObject({
  name: z.string(),
  title: z.string(),
  help: z.string(),
  columns: z.array(TableColumn),
  example: z.array(z.string()),
  cells: z.array(z.array(z.string())),
  current: TableVersion.nullable(),
  history: z.array(TableVersion),
  /** Said above the table: what stands in its place while nothing is entered. */
  note: z.string(),
})

/** A reference table, with what it is expected to say. */
export const ReferenceTablePage = z.strictObject({
  ...TablePage.shape,
  /** Lines to start from; null = nothing can be said in advance. `date`: ISO day; '' = no figure among them. */
  expected: z
    .strictObject({
      cells: z.array(z.array(z.string())),
      source: z.string(),
      date: z.string(),
      limits: z.array(z.string()),
    })
    .nullable(),
  /** French titles of the questionnaires that read it. */
  usedBy: z.array(z.string()),
  /** What the version in force lacks, in sentences. */
  missing: z.array(z.string()),
})
export type ReferenceTablePage = z.infer<typeof ReferenceTablePage>

export const TableVersionPage = z.strictObject({ ...TableVersion.shape, cells: z.array(z.array(z.string())) })
export type TableVersionPage = z.infer<typeof TableVersionPage>
export type TablePage = z.infer<typeof TablePage>

export const Pasted = z.strictObject({ text: z.string().max(200_000) })

export const TypedTable = z.strictObject({ cells })

export const ReadTable = z.strictObject({
  cells: z.array(z.array(z.string())),
  problems: z.array(TableProblem),
  /** What these lines lack, in sentences; absent when nobody asked. */
  missing: z.array(z.string()).optional(),
  /** What is asked before they are saved, in sentences; absent when nobody asked. */
  doubts: z.array(z.string()).optional(),
})
export type ReadTable = z.infer<typeof ReadTable>

export const NewTable = z.strictObject({
  /** Number of the version it started from; 0 = none yet. */
  after: z.int().min(0),
  cells,
  date: z.iso.date('Choisissez le jour.'),
  source: z.string().trim().min(3, 'Indiquez d’où cela vient.').max(300),
})

/** `isConfirmed`: whoever saves has answered what the check asks (`doubts`). */
export const NewReferenceTable = z.strictObject({ ...NewTable.shape, isConfirmed: z.boolean().default(false) })
